import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {petitionSchema, type PetitionForm} from '../../src/backend/wire.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';

const relations = {
  en: ['I live there', 'I used to fish there'],
  fr: ['J’y habite', 'J’y pêchais'],
};

/** A petition that asks for all that one can ask for. */
const thorough = petition('thorough', {
  form: {
    ...river.form,
    fields: [
      {name: 'email', required: true},
      {name: 'country', required: true},
      {name: 'phone', required: false},
      {name: 'postalCode', required: true, when: {field: 'country', in: ['DE', 'US', 'JP']}},
      {name: 'birthDate', required: false},
      {name: 'x-relation', required: false, type: 'select', label: {en: 'You', fr: 'Vous'}, options: relations},
      {
        name: 'x-fish',
        required: true,
        type: 'number',
        label: {en: 'How many fish?'},
        when: {field: 'x-relation', in: ['I used to fish there']},
      },
      {name: 'x-since', required: false, type: 'date', label: {en: 'Since when?'}},
      {name: 'x-help', required: false, type: 'checkbox', label: {en: 'I can help', fr: 'Je peux aider'}},
      {name: 'x-paper', required: false, type: 'text', label: {en: 'Newspaper'}, maxLength: 10, autocomplete: 'off'},
    ],
    consents: [
      {name: 'processing', kind: 'checkbox', required: true, textId: 'processing-1', text: {en: 'Yes, process it.'}},
      {name: 'news', kind: 'yes-no', required: true, textId: 'news-1', text: {en: 'News?', fr: 'Nouvelles ?'}},
      {name: 'partner', kind: 'yes-no', required: false, textId: 'partner-1', text: {en: 'A partner’s news?'}},
    ],
  },
});

const processing = {name: 'processing', given: true, textId: 'processing-1'};
const news = {name: 'news', given: false, textId: 'news-1'};

const start = (): Promise<TestBackend> => testBackend({petitions: [thorough]});

function sign(backend: TestBackend, fields: object, consents: readonly unknown[] = [processing, news]) {
  const sent = {...signature(''), fields: {email: 'amina@water.example', country: 'FR', ...fields}, consents};
  return backend.sign(sent, {petition: thorough.id});
}

/** What is stored of the answers, beside the address and the country. */
async function stored(backend: TestBackend): Promise<unknown> {
  const [row] = await backend.rows('SELECT fields FROM signature');
  const {email: _email, country: _country, ...rest} = JSON.parse(String(row?.['fields']));
  return rest;
}

async function expectRefused(answer: Response, errors: unknown): Promise<void> {
  expect((await expectProblem(answer, 422, 'invalid')).errors).toEqual(errors);
}

async function formIn(backend: TestBackend, lang: string): Promise<PetitionForm> {
  const answer = await backend.get(`/v1/petitions/${thorough.id}?lang=${lang}`);
  return v.parse(petitionSchema, await answer.json()).form;
}

describe('a form with fields of its own', () => {
  it('is given in the language of the answer, its conditions too', async () => {
    const backend = await start();
    const fieldIn = async (lang: string, name: string) =>
      (await formIn(backend, lang)).fields.find((field) => field.name === name);
    expect(await fieldIn('fr', 'x-relation')).toEqual({
      name: 'x-relation',
      required: false,
      type: 'select',
      label: 'Vous',
      options: relations.fr,
    });
    expect(await fieldIn('fr', 'x-fish')).toEqual({
      name: 'x-fish',
      required: true,
      type: 'number',
      label: 'How many fish?',
      when: {field: 'x-relation', in: ['J’y pêchais']},
    });
    expect(await fieldIn('en', 'x-fish')).toMatchObject({when: {field: 'x-relation', in: ['I used to fish there']}});
    expect(await fieldIn('ug-Arab', 'x-relation')).toMatchObject({label: 'You', options: relations.en});
    expect(await fieldIn('fr', 'x-paper')).toMatchObject({maxLength: 10, autocomplete: 'off', type: 'text'});
    expect(await fieldIn('fr', 'postalCode')).toEqual({
      name: 'postalCode',
      required: true,
      when: {field: 'country', in: ['DE', 'US', 'JP']},
    });
    expect((await formIn(backend, 'fr')).consents[1]).toEqual({
      name: 'news',
      kind: 'yes-no',
      required: true,
      textId: 'news-1',
      text: 'Nouvelles ?',
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['a number', {'x-relation': relations.en[1] ?? '', 'x-fish': '-3.5'}, {'x-fish': '-3.5'}],
    ['a number in Persian digits', {'x-relation': relations.en[1] ?? '', 'x-fish': '۱۲٫۵'}, {'x-fish': '12.5'}],
    ['a date', {'x-since': '2024-02-29'}, {'x-since': '2024-02-29'}],
    ['a date in Arabic digits', {'x-since': '٢٠٢٤-٠٢-٢٩'}, {'x-since': '2024-02-29'}],
    ['a ticked box', {'x-help': 'true'}, {'x-help': 'true'}],
    ['a text', {'x-paper': ' The Times '}, {'x-paper': 'The Times'}],
    ['an option', {'x-relation': 'I live there'}, {'x-relation': 'I live there'}],
    ['an option of another language', {'x-relation': 'J’y habite'}, {'x-relation': 'I live there'}],
    ['an option, spelt in another Unicode form', {'x-relation': 'J’y pe\u0302chais', 'x-fish': '1'}, {'x-fish': '1'}],
    ['what nobody asked for', {'x-fish': '7', postalCode: '12345'}, {}],
  ])('takes %s', async (_, fields, kept) => {
    const backend = await start();
    expect((await sign(backend, fields)).status).toBe(201);
    const relation = 'x-fish' in kept ? {'x-relation': relations.en[1]} : {};
    expect(await stored(backend)).toEqual({...relation, ...kept});
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['a number with a word', {'x-relation': 'J’y pêchais', 'x-fish': '3 fish'}, 'x-fish', 'invalid'],
    ['no number where an option asks for one', {'x-relation': 'J’y pêchais'}, 'x-fish', 'required'],
    ['a day that is none', {'x-since': '2023-02-29'}, 'x-since', 'invalid'],
    ['a box that is neither', {'x-help': 'perhaps'}, 'x-help', 'invalid'],
    ['too long a text', {'x-paper': 'x'.repeat(11)}, 'x-paper', 'too-long'],
    ['another option', {'x-relation': 'I swim there'}, 'x-relation', 'invalid'],
    ['a field that the form has not', {'x-other': 'y'}, 'x-other', 'not-allowed'],
    ['a day of birth to come', {birthDate: '2999-01-01'}, 'birthDate', 'invalid'],
  ])('refuses %s', async (_, fields, field, code) => {
    const backend = await start();
    await expectRefused(await sign(backend, fields), [{field, code}]);
  });
});

describe('a phone number', () => {
  it.each([
    ['DE', '030 1234567', '+49301234567'],
    ['US', '(202) 555-0143', '+12025550143'],
    ['DE', '+1 202 555 0143', '+12025550143'],
    ['SA', '٠٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
  ])('of %s is stored in E.164: %s', async (country, phone, number) => {
    const backend = await start();
    const postalCode = country === 'DE' ? {postalCode: '10115'} : country === 'US' ? {postalCode: '90210'} : {};
    expect((await sign(backend, {country, phone, ...postalCode})).status).toBe(201);
    expect(await stored(backend)).toEqual({phone: number, ...postalCode});
  });

  it('is refused where it is none', async () => {
    const backend = await start();
    for (const phone of ['12', 'call me', '030 1234567 ext. 5']) {
      await expectRefused(await sign(backend, {phone}), [{field: 'phone', code: 'invalid'}]);
    }
  });
});

describe('a postcode', () => {
  it.each([
    ['DE', '10115'],
    ['DE', 'D-10115'],
    ['JP', '1000001'],
    ['US', '902101234'],
  ])('may be one of %s: %s', async (country, postalCode) => {
    const backend = await start();
    expect((await sign(backend, {country, postalCode})).status).toBe(201);
    expect(await stored(backend)).toEqual({postalCode});
  });

  it('is stored in ASCII digits', async () => {
    const backend = await start();
    expect((await sign(backend, {country: 'DE', postalCode: '١٠١١٥'})).status).toBe(201);
    expect(await stored(backend)).toEqual({postalCode: '10115'});
  });

  it.each([
    ['DE', '1011', 'invalid'],
    ['US', 'SW1A 1AA', 'invalid'],
    ['DE', '', 'required'],
  ])('of %s is refused: "%s"', async (country, postalCode, code) => {
    const backend = await start();
    await expectRefused(await sign(backend, {country, postalCode}), [{field: 'postalCode', code}]);
  });
});

describe('a yes or no', () => {
  it.each([true, false])('is stored as it was said: %s', async (given) => {
    const backend = await start();
    const consents = [processing, {...news, given}];
    expect((await sign(backend, {}, consents)).status).toBe(201);
    expect(await backend.rows('SELECT consents FROM signature')).toEqual([{consents: JSON.stringify(consents)}]);
  });

  it('has to be said where it is required', async () => {
    const backend = await start();
    await expectRefused(await sign(backend, {}, [processing]), [{field: 'news', code: 'required'}]);
  });
});

describe('the page that was signed on', () => {
  it.each([
    [
      'https://p.example/x?utm_source=mail&utm_campaign=a%20b#d',
      'https://p.example/x?utm_source=mail&utm_campaign=a+b',
    ],
    ['https://p.example/x?email=a@b.c&utm_medium=social&id=7', 'https://p.example/x?utm_medium=social'],
    ['https://p.example/?utm_content=a@b.c', 'https://p.example/'],
    ['https://amina:secret@p.example/x', 'https://p.example/x'],
    ['javascript:alert(1)', undefined],
    ['nonsense', undefined],
  ])('is kept with what campaigns count by: %s', async (page, kept) => {
    const backend = await testBackend();
    expect((await backend.sign(signature('amina@water.example', {source: {page}}))).status).toBe(201);
    expect(await backend.rows('SELECT source FROM signature')).toEqual([{source: JSON.stringify({page: kept})}]);
  });
});

describe('a form without JavaScript', () => {
  const filled = {
    email: 'amina@water.example',
    country: 'FR',
    'consent.processing': 'on',
    'consent.news': 'yes',
  };

  async function post(backend: TestBackend, fields: Record<string, string>): Promise<string | null> {
    const answer = await fetch(`${backend.url}/v1/petitions/${thorough.id}/signatures`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    });
    return new URL(answer.headers.get('Location') ?? '').searchParams.get('outcome');
  }

  it('sends ticked boxes and chosen options as browsers do', async () => {
    const backend = await start();
    const fields = {'x-help': 'on', 'x-relation': 'J’y habite', 'x-since': '', phone: '', lang: 'fr', website: ''};
    expect(await post(backend, {...filled, ...fields})).toBe('counted');
    expect(await stored(backend)).toEqual({'x-help': 'true', 'x-relation': 'I live there'});
  });

  it('may name the value of a box', async () => {
    const backend = await start();
    expect(await post(backend, {...filled, 'x-help': 'true'})).toBe('counted');
    expect(await stored(backend)).toEqual({'x-help': 'true'});
    expect(await post(backend, {...filled, 'x-paper': 'on', email: 'b@water.example'})).toBe('counted');
    expect(await backend.rows('SELECT fields FROM signature')).toContainEqual({
      fields: JSON.stringify({email: 'b@water.example', country: 'FR', 'x-paper': 'on'}),
    });
  });

  it('says yes, no or nothing', async () => {
    const backend = await start();
    const yes = {'consent.news': 'yes', 'consent.partner': 'no'};
    expect(await post(backend, {...filled, ...yes})).toBe('counted');
    expect(await post(backend, {...filled, 'consent.news': 'no', email: 'b@water.example'})).toBe('counted');
    const partner = {name: 'partner', given: false, textId: 'partner-1'};
    expect(await backend.rows('SELECT consents FROM signature ORDER BY mailbox')).toEqual([
      {consents: JSON.stringify([processing, {...news, given: true}, partner])},
      {consents: JSON.stringify([processing, {...news, given: false}])},
    ]);
    const {'consent.news': _news, ...silent} = filled;
    expect(await post(backend, silent)).toBe('invalid');
    for (const said of ['', 'perhaps']) {
      expect(await post(backend, {...silent, 'consent.news': said})).toBe('invalid');
    }
  });

  it('is not taken from a script that fills in what no person sees', async () => {
    const backend = await start();
    expect(await post(backend, {...filled, website: 'https://spam.example'})).toBe('invalid');
    expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
    expect(await backend.rows('SELECT * FROM kept_answer')).toEqual([]);
    expect(await post(backend, filled)).toBe('counted');
  });
});
