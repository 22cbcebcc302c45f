import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {countedSchema, expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';
import {seedFolder} from './support/folders.ts';
import {answerTo, rawRequest, textOf} from './support/raw-http.ts';

const path = `/v1/petitions/${river.id}/signatures`;

/** A refusal leaves nothing behind. */
async function expectNothingStored(backend: TestBackend): Promise<void> {
  expect((await backend.count()).total).toBe(100);
  expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
  expect(await backend.rows('SELECT * FROM kept_answer')).toEqual([]);
}

describe('signing', () => {
  it('counts, and says so', async () => {
    const backend = await testBackend({now: () => new Date('2026-11-01T12:00:00Z')});
    const answer = await backend.sign(signature('amina@water.example'));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      status: 'counted',
      count: {total: 101, goal: 500, asOf: '2026-11-01T12:00:00.000Z'},
    });
    expect(await backend.count()).toEqual({total: 101, goal: 500, asOf: '2026-11-01T12:00:00.000Z'});
  });

  it('keeps what is needed, and no more', async () => {
    const backend = await testBackend({now: () => new Date('2026-11-01T12:00:00Z')});
    const {fields} = signature(' Amina@Water.example ');
    const answer = await backend.sign({
      ...signature(''),
      fields: {...fields, familyName: '  Tu\u0308rdi ', postalCode: 'not asked in DE', comment: ''},
      lang: 'fr-CA',
      source: {
        code: 'partner-x',
        referrer: 'https://news.example/a/b?who=me',
        page: 'https://p.example/x?email=a@b.c#d',
      },
      unknown: 'ignored',
    });
    expect(answer.status).toBe(201);
    expect(await backend.rows('SELECT * FROM signature')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        petition_id: river.id,
        mailbox: 'amina@water.example',
        fields: JSON.stringify({
          givenName: 'Amina',
          familyName: 'Türdi',
          email: 'Amina@Water.example',
          country: 'DE',
        }),
        consents: JSON.stringify([{name: 'processing', given: true, textId: 'processing-1'}]),
        listed: 'unlisted',
        lang: 'fr',
        source: JSON.stringify({code: 'partner-x', referrer: 'https://news.example', page: 'https://p.example/x'}),
        signed_at: '2026-11-01T12:00:00.000Z',
        counted_at: '2026-11-01T12:00:00.000Z',
      },
    ]);
  });

  it('takes a language that nobody knows', async () => {
    const backend = await testBackend();
    expect((await backend.sign(signature('a@water.example', {lang: '🏴‍☠️'.repeat(500)}))).status).toBe(201);
    expect(await backend.rows('SELECT lang FROM signature')).toEqual([{lang: 'en'}]);
  });

  it('lists as the signer chose of what the form offers, and nobody who was not asked', async () => {
    const form = {...river.form, listing: ['initials' as const]};
    const backend = await testBackend({petitions: [petition('initials-only', {form})]});
    const sign = (email: string, more: object) => backend.sign(signature(email, more), {petition: 'initials-only'});
    expect((await sign('a@water.example', {listed: 'initials'})).status).toBe(201);
    expect((await sign('b@water.example', {listed: 'unlisted'})).status).toBe(201);
    expect((await sign('c@water.example', {})).status).toBe(201);
    expect(await backend.rows('SELECT listed FROM signature ORDER BY mailbox')).toEqual([
      {listed: 'initials'},
      {listed: 'unlisted'},
      {listed: 'unlisted'},
    ]);
    const problem = await expectProblem(await sign('d@water.example', {listed: 'name'}), 422, 'invalid');
    expect(problem.errors).toEqual([{field: 'listed', code: 'not-allowed'}]);
  });

  it('takes any number of signatures where no address is asked for', async () => {
    const form = {...river.form, fields: [{name: 'givenName', required: true}], consents: []};
    const backend = await testBackend({petitions: [petition('anonymous', {form})]});
    for (const total of [101, 102]) {
      const sent = {fields: {givenName: 'Amina'}, consents: [], lang: 'en'};
      const answer = await backend.sign(sent, {petition: 'anonymous'});
      expect(v.parse(countedSchema, await answer.json()).count.total).toBe(total);
    }
  });

  it('loses none of 100 that sign at once', async () => {
    const backend = await testBackend();
    const people = Array.from({length: 100}, (_, index) => `person-${index}@water.example`);
    const answers = await Promise.all(people.map((email) => backend.sign(signature(email))));
    const totals = await Promise.all(
      answers.map(async (answer) => v.parse(countedSchema, await answer.json()).count.total),
    );
    expect(answers.every(({status}) => status === 201)).toBe(true);
    expect(totals.toSorted((a, b) => a - b)).toEqual(people.map((_, index) => 101 + index));
    expect((await backend.count()).total).toBe(200);
  });
});

describe('what cannot be signed', () => {
  it('is a petition that is not there', async () => {
    const backend = await testBackend();
    await expectProblem(await backend.sign(signature('a@water.example'), {petition: 'none'}), 404, 'not-found');
  });

  it.each(['closed', 'victory'] as const)('is a petition with the status %s', async (status) => {
    const backend = await testBackend({petitions: [petition('over', {status})]});
    const answer = await backend.sign(signature('a@water.example'), {petition: 'over'});
    await expectProblem(answer, 409, 'closed');
    expect((await backend.count('over')).total).toBe(100);
  });
});

describe('a body that is refused', () => {
  const sent = signature('a@water.example');
  const {fields} = sent;

  it.each<[string, unknown, string]>([
    ['no JSON', 'givenName=Amina', 'not JSON'],
    ['half a JSON', '{"fields": {', 'not JSON'],
    ['nothing', '', 'not JSON'],
    ['null', 'null', 'the body'],
    ['a list', [], 'the body'],
    ['a text', '"amina"', 'the body'],
    ['no fields', {...sent, fields: undefined}, 'fields'],
    ['fields that are a list', {...sent, fields: ['Amina']}, 'fields'],
    ['a field that is a number', {...sent, fields: {...fields, givenName: 7}}, 'fields.givenName'],
    ['a field that is null', {...sent, fields: {...fields, comment: null}}, 'fields.comment'],
    ['no consents', {...sent, consents: undefined}, 'consents'],
    ['a consent without its text', {...sent, consents: [{name: 'processing', given: true}]}, 'consents.0.textId'],
    ['a consent given as a text', {...sent, consents: [{name: 'x', given: 'yes', textId: 'x'}]}, 'consents.0.given'],
    ['no language', {...sent, lang: undefined}, 'lang'],
    ['a listing that nobody knows', {...sent, listed: 'everywhere'}, 'listed'],
    ['a source that is too long', {...sent, source: {code: 'x'.repeat(201)}}, 'source.code'],
  ])('has %s', async (_, body, detail) => {
    const backend = await testBackend();
    const problem = await expectProblem(await backend.sign(body), 400, 'malformed');
    expect(problem.detail).toContain(detail);
    await expectNothingStored(backend);
  });

  it('is not UTF-8', async () => {
    const backend = await testBackend();
    const answer = await fetch(backend.url + path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });
    await expectProblem(answer, 400, 'malformed');
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['a missing field', {email: ''}, [{field: 'email', code: 'required'}]],
    ['a field of blanks', {givenName: ' \t '}, [{field: 'givenName', code: 'required'}]],
    ['no address', {email: 'amina'}, [{field: 'email', code: 'invalid'}]],
    ['no country', {country: 'XX'}, [{field: 'country', code: 'invalid'}]],
    ['a control character', {givenName: 'A\u0000'}, [{field: 'givenName', code: 'invalid'}]],
    ['too long a comment', {comment: 'x'.repeat(41)}, [{field: 'comment', code: 'too-long'}]],
    ['an unknown field', {shoeSize: '42'}, [{field: 'shoeSize', code: 'not-allowed'}]],
    [
      'several things wrong',
      {email: 'amina', familyName: '', isAdmin: 'yes'},
      [
        {field: 'familyName', code: 'required'},
        {field: 'email', code: 'invalid'},
        {field: 'isAdmin', code: 'not-allowed'},
      ],
    ],
  ])('has %s', async (_, changed, errors) => {
    const backend = await testBackend();
    const answer = await backend.sign({...sent, fields: {...fields, ...changed}});
    expect((await expectProblem(answer, 422, 'invalid')).errors).toEqual(errors);
    await expectNothingStored(backend);
  });

  it('has fields named like what every object has', async () => {
    const backend = await testBackend();
    const names = '"constructor": "x", "toString": "x"';
    const text = JSON.stringify(sent).replace('{"givenName"', `{${names}, "__proto__": "x", "givenName"`);
    const {errors} = await expectProblem(await backend.sign(text), 422, 'invalid');
    expect(errors?.map(({field}) => field)).toEqual(expect.arrayContaining(['constructor', 'toString']));
    await expectNothingStored(backend);
  });

  const processing = {name: 'processing', given: true, textId: 'processing-1'};
  it.each<[string, readonly unknown[], unknown]>([
    ['lacks a consent', [], [{field: 'processing', code: 'required'}]],
    ['withholds one', [{...processing, given: false}], [{field: 'processing', code: 'required'}]],
    ['answers another text', [{...processing, textId: 'processing-9'}], [{field: 'processing', code: 'invalid'}]],
    [
      'answers the text of another consent',
      [{...processing, textId: 'updates-1'}],
      [{field: 'processing', code: 'invalid'}],
    ],
    ['answers twice', [processing, {...processing, given: false}], [{field: 'processing', code: 'invalid'}]],
    [
      'answers what was not asked',
      [processing, {name: 'soul', given: true, textId: 'soul-1'}],
      [{field: 'soul', code: 'not-allowed'}],
    ],
  ])('%s', async (_, consents, errors) => {
    const backend = await testBackend();
    const answer = await backend.sign({...sent, consents});
    expect((await expectProblem(answer, 422, 'invalid')).errors).toEqual(errors);
    await expectNothingStored(backend);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/jsonp', ''])(
    'is of the type "%s"',
    async (type) => {
      const backend = await testBackend();
      const answer = await backend.sign(sent, {headers: {'Content-Type': type}});
      await expectProblem(answer, 415, 'unsupported-media-type');
      await expectNothingStored(backend);
    },
  );

  it('but its type may be written in any way', async () => {
    const backend = await testBackend();
    const answer = await backend.sign(sent, {headers: {'Content-Type': 'Application/JSON ; charset=utf-8'}});
    expect(answer.status).toBe(201);
  });

  it('has more than 64 KiB', async () => {
    const backend = await testBackend();
    const text = JSON.stringify(sent);
    await expectProblem(await backend.sign(text.padEnd(64 * 1024 + 1)), 413, 'too-large');
    await expectNothingStored(backend);
    expect((await backend.sign(text.padEnd(64 * 1024))).status).toBe(201);
  });

  it('has more than 64 KiB that come without their length', async () => {
    const backend = await testBackend();
    const sending = rawRequest(backend.url, {
      path,
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()},
    });
    sending.write('x'.repeat(64 * 1024));
    sending.write('x');
    // The body never ends: the answer comes as soon as it is too long.
    const answer = await answerTo(sending);
    expect(answer.statusCode).toBe(413);
    expect(JSON.parse(await textOf(answer))).toMatchObject({status: 413});
    sending.destroy();
    await expectNothingStored(backend);
  });

  it('ends early', async () => {
    const backend = await testBackend();
    const sending = rawRequest(backend.url, {
      path,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': 100,
        'Idempotency-Key': crypto.randomUUID(),
        Expect: '100-continue',
      },
    });
    sending.once('continue', () => sending.destroy());
    sending.flushHeaders();
    await expect(answerTo(sending)).rejects.toThrow();
    await expectNothingStored(backend);
    await backend.close();
    expect(backend.lines.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});

describe('the text of a consent', () => {
  it('may be one that the form had before', async () => {
    const earlier = await testBackend();
    await earlier.close();
    const [processing, updates] = river.form.consents;
    if (!processing || !updates) throw new Error('The fixture has no consents');
    const consents = [{...processing, textId: 'processing-2', text: {en: 'Yes, please.'}}, updates];
    const seed = seedFolder([{...river, form: {...river.form, consents}}]);
    const backend = await testBackend({dataDir: earlier.dataDir, seed});
    for (const textId of ['processing-1', 'processing-2']) {
      const answered = [{name: 'processing', given: true, textId}];
      const answer = await backend.sign(signature(`${textId}@water.example`, {consents: answered}));
      expect(answer.status).toBe(201);
    }
    expect(await backend.rows('SELECT text_id FROM consent_text ORDER BY text_id')).toEqual([
      {text_id: 'processing-1'},
      {text_id: 'processing-2'},
      {text_id: 'updates-1'},
    ]);
  });
});
