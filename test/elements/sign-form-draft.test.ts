import {expect} from 'chai';
import type {FormConsent} from '../../src/backend/wire.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {until} from '../support/dom.ts';
import {
  asking,
  askingAll,
  box,
  control,
  countriesThere,
  enter,
  fill,
  fillAll,
  formOf,
  leave,
  required,
  submit,
  valuesOf,
  waits,
  withFields,
} from './support/form.ts';
import {has, press, shows, warningsOf} from './support/page.ts';

const keys = (): string[] => Array.from({length: sessionStorage.length}, (_, index) => sessionStorage.key(index) ?? '');
const stored = (): string =>
  keys()
    .map((key) => sessionStorage.getItem(key))
    .join(' ');

const asSent = (attempt: FakeClient['attempts'][number] | undefined): unknown => JSON.parse(JSON.stringify(attempt));

/** Ends the page of a form, as a reload does. */
function unload(form: PetitionSignForm): void {
  dispatchEvent(new PageTransitionEvent('pagehide'));
  form.remove();
}

describe('a draft of a sign form', () => {
  afterEach(() => sessionStorage.clear());

  it('brings back all that was typed, ticked and chosen after a reload', async () => {
    const form = await formOf(askingAll(), {draft: true});
    await fillAll(form);
    const values = valuesOf(form);
    unload(form);
    const again = await formOf(askingAll(), {draft: true});
    await countriesThere(again);
    await again.updateComplete;
    expect(valuesOf(again)).to.deep.equal(values);
    submit(again);
    await shows(again, 'Thank you, Ada');
  });

  it('has what was typed so far as soon as a field is left', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    enter(form, 'givenName', 'Ada');
    leave(form, 'givenName');
    expect(stored()).to.include('Ada');
  });

  it('is kept only if the page asks for it', async () => {
    const form = await formOf(askingAll());
    await fillAll(form);
    leave(form, 'givenName');
    unload(form);
    expect(sessionStorage).to.have.length(0);
    const again = await formOf(askingAll(), {draft: true});
    expect(control(again, 'givenName').value).to.equal('');
  });

  it('is gone once it is signed', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    await fill(form);
    leave(form, 'givenName');
    expect(stored()).to.include('Lovelace');
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(sessionStorage).to.have.length(0);
    unload(form);
    expect(stored()).not.to.include('Lovelace');
    const again = await formOf(new FakeClient(), {draft: true});
    expect(control(again, 'givenName').value).to.equal('');
  });

  it('is gone once it is reset', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    await fill(form);
    leave(form, 'givenName');
    form.reset();
    unload(form);
    expect(stored()).not.to.include('Ada');
    const again = await formOf(new FakeClient(), {draft: true});
    expect(control(again, 'givenName').value).to.equal('');
  });

  it('is each petition’s own', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    enter(form, 'givenName', 'Ada');
    unload(form);
    const other = await formOf(new FakeClient(), {draft: true, petition: 'another'});
    expect(control(other, 'givenName').value).to.equal('');
    enter(other, 'givenName', 'Grace');
    unload(other);
    const again = await formOf(new FakeClient(), {draft: true});
    expect(control(again, 'givenName').value).to.equal('Ada');
  });

  it('takes up what was handed in, under the same key', async () => {
    const client = new FakeClient({}, {signing: problem('timeout', {retryAfter: 600})});
    const form = await formOf(client, {draft: true});
    await fill(form);
    submit(form);
    await waits(form);
    unload(form);
    client.signing = 'well';
    const again = await formOf(client, {draft: true});
    await countriesThere(again);
    await until(() => control(again, 'country').value === 'GB', 'the country is chosen');
    submit(again);
    await shows(again, 'Thank you, Ada');
    expect(client.attempts).to.have.length(2);
    expect(client.attempts[1]?.key).to.equal(client.attempts[0]?.key);
    expect(asSent(client.attempts[1])).to.deep.equal(asSent(client.attempts[0]));
    expect(client.signatures.size).to.equal(1);
  });

  it('is another signature once it is changed', async () => {
    const client = new FakeClient({}, {signing: problem('timeout', {retryAfter: 600})});
    const form = await formOf(client, {draft: true});
    await fill(form);
    submit(form);
    await waits(form);
    press(form, 'Stop trying').click();
    unload(form);
    client.signing = 'well';
    const again = await formOf(client, {draft: true});
    await countriesThere(again);
    enter(again, 'givenName', 'Augusta');
    submit(again);
    await shows(again, 'Thank you, Augusta');
    expect(client.attempts[1]?.key).not.to.equal(client.attempts[0]?.key);
  });

  it('asks anew for consent to a text that has changed since', async () => {
    const consents = (textId: string): FormConsent[] => [{...required('age'), textId}];
    const form = await formOf(asking({consents: consents('age-1')}), {draft: true});
    await fill(form);
    box(form, 'age').click();
    unload(form);
    const same = await formOf(asking({consents: consents('age-1')}), {draft: true});
    expect(box(same, 'age').checked).to.equal(true);
    unload(same);
    const other = await formOf(asking({consents: consents('age-2')}), {draft: true});
    expect(control(other, 'givenName').value).to.equal('Ada');
    expect(box(other, 'age').checked).to.equal(false);
  });

  it('that can’t be read is none', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    enter(form, 'givenName', 'Ada');
    unload(form);
    const [key = ''] = keys();
    for (const text of [
      'null',
      '{}',
      '{"answers": {"givenName": 5}}',
      '{"answers": {}, "attempt": {"key": "x", "signature": 1}}',
    ]) {
      sessionStorage.setItem(key, text);
      const again = await formOf(new FakeClient(), {draft: true});
      expect(control(again, 'givenName').value, text).to.equal('');
      again.parentElement?.remove();
    }
  });

  it('that is broken does not break the form', async () => {
    const form = await formOf(new FakeClient(), {draft: true});
    enter(form, 'givenName', 'Ada');
    unload(form);
    const [key = ''] = keys();
    sessionStorage.setItem(key, '{"answers":');
    await warningsOf(async () => {
      const again = await formOf(new FakeClient(), {draft: true});
      await fill(again);
      submit(again);
      await shows(again, 'Thank you, Ada');
    });
  });
});

describe('a sign form that is filled in from the page’s address', () => {
  const at = (query: string): void => history.replaceState(null, '', `?${query}`);

  afterEach(() => {
    history.replaceState(null, '', location.pathname);
    sessionStorage.clear();
  });

  it('has what that says of its fields, by their names there', async () => {
    at(
      'given_name=Ada&family_name=Lovelace&email=ada%40example.org&country=gb&comment=One%0ATwo&x-role=I+was+detained',
    );
    const form = await formOf(askingAll(), {prefill: true});
    await countriesThere(form);
    await form.updateComplete;
    expect(valuesOf(form)).to.include({
      givenName: 'Ada',
      familyName: 'Lovelace',
      email: 'ada@example.org',
      country: 'GB',
      comment: 'One\nTwo',
      'x-role': 'I was detained',
    });
  });

  it('has only what it asks for, and consents to nothing', async () => {
    at('given_name=Ada&consent.updates=yes&updates=yes&listed=name&website=x&password=y&street=z');
    const client = new FakeClient();
    const form = await formOf(client, {prefill: true});
    expect(valuesOf(form)).to.include({givenName: 'Ada', 'consent.updates': '', website: ''});
    await fill(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts[0]?.signature).to.deep.include({
      consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
      listed: 'unlisted',
    });
    expect(Object.keys(client.attempts[0]?.signature.fields ?? {})).not.to.include('street');
  });

  it('ticks a box of the petition’s own only where that is what the address says', async () => {
    const client = (): FakeClient => withFields({name: 'x-press', required: false, label: 'Press', type: 'checkbox'});
    for (const [value, isTicked] of [
      ['true', true],
      ['false', false],
      ['0', false],
      ['no', false],
    ] as const) {
      at(`x-press=${value}`);
      const form = await formOf(client(), {prefill: true});
      const field = control(form, 'x-press');
      expect(field instanceof HTMLInputElement && field.checked, value).to.equal(isTicked);
    }
  });

  it('may be told so once it is there, and still overwrites nothing', async () => {
    at('given_name=Ada&family_name=Lovelace');
    const form = await formOf(new FakeClient());
    enter(form, 'givenName', 'Grace');
    form.prefill = true;
    await until(() => control(form, 'familyName').value === 'Lovelace', 'it is filled in');
    expect(control(form, 'givenName').value).to.equal('Grace');
  });

  it('is empty where the page does not ask for it', async () => {
    at('given_name=Ada');
    const form = await formOf(new FakeClient());
    expect(control(form, 'givenName').value).to.equal('');
  });

  it('overwrites nothing that was typed', async () => {
    at('given_name=Ada&family_name=Lovelace');
    const before = await formOf(new FakeClient(), {draft: true});
    enter(before, 'givenName', 'Grace');
    unload(before);
    const form = await formOf(new FakeClient(), {prefill: true, draft: true});
    expect(valuesOf(form)).to.include({givenName: 'Grace', familyName: 'Lovelace'});
    enter(form, 'familyName', 'Hopper');
    form.lang = 'fr';
    await shows(form, 'Prénom');
    expect(valuesOf(form)).to.include({givenName: 'Grace', familyName: 'Hopper'});
  });

  it('chooses no country that is none', async () => {
    at('given_name=Ada&country=xx');
    const client = new FakeClient();
    const form = await formOf(client, {prefill: true});
    await countriesThere(form);
    await form.updateComplete;
    expect(control(form, 'country').value).to.equal('');
    await fill(form, {country: ''});
    submit(form);
    await shows(form, 'Choose your country');
    expect(client.asked.sign).to.equal(0);
  });

  it('chooses nothing that a field does not offer', async () => {
    at('x-role=I+know+better');
    const form = await formOf(askingAll(), {prefill: true});
    expect(control(form, 'x-role').value).to.equal('');
    submit(form);
    await shows(form, 'Choose one of these');
  });

  it('asks for what depends on what it was filled in with', async () => {
    at('country=de&postal_code=10115');
    const form = await formOf(askingAll(), {prefill: true});
    await until(() => has(form, '[name=postalCode]'), 'the postcode is asked for');
    expect(control(form, 'postalCode').value).to.equal('10115');
  });

  it('is empty once it is reset', async () => {
    at('given_name=Ada');
    const form = await formOf(new FakeClient(), {prefill: true});
    expect(control(form, 'givenName').value).to.equal('Ada');
    form.reset();
    await until(() => control(form, 'givenName').value === '', 'it is empty');
    form.lang = 'fr';
    await shows(form, 'Prénom');
    expect(control(form, 'givenName').value).to.equal('');
  });
});
