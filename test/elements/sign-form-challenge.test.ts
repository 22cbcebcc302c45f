import {verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/web/pbkdf2';
import type {Payload} from 'altcha-lib/types';
import {expect} from 'chai';
import {PetitionErrorEvent} from '../../src/elements/base/events.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../../src/model/outcome.ts';
import type {FakeClient, FakeClientOptions, Mood} from '../../stories/support/fake-client.ts';
import {challengeSecret} from '../../stories/support/fake-proofs.ts';
import {until} from '../support/dom.ts';
import {
  alertOf,
  asking,
  countriesThere,
  enter,
  fill,
  formOf,
  submit,
  valuesOf,
  waits,
  wrongFields,
} from './support/form.ts';
import {eventsOf, press, shows} from './support/page.ts';

const guarded = (options: FakeClientOptions = {}): FakeClient => asking({challenge: 'altcha'}, options);

const refused: Mood = problem('invalid', {errors: [{field: 'challenge', code: 'invalid'}]});
const later = problem('unavailable', {retryAfter: 600});

const proofsOf = ({attempts}: FakeClient): (string | undefined)[] => attempts.map(({signature}) => signature.challenge);
const keysOf = ({attempts}: FakeClient): string[] => attempts.map(({key}) => key);

/** Whether a backend would take it. */
async function isSolved(proof: string | undefined): Promise<boolean> {
  const {challenge, solution}: Payload = JSON.parse(atob(proof ?? ''));
  const {verified} = await verifySolution({challenge, solution, deriveKey, hmacSignatureSecret: challengeSecret});
  return verified;
}

async function sent(client: FakeClient): Promise<PetitionSignForm> {
  const form = await formOf(client);
  await fill(form);
  submit(form);
  return form;
}

describe('a proof of work in a sign form', () => {
  it('is begun with the first that is entered, and not before', async () => {
    const client = guarded();
    const form = await formOf(client);
    await countriesThere(form);
    expect(client.asked.challenge).to.equal(0);
    enter(form, 'givenName', 'A');
    expect(client.asked.challenge).to.equal(1);
    enter(form, 'givenName', 'Ada');
    enter(form, 'email', 'a');
    expect(client.asked.challenge).to.equal(1);
  });

  it('is sent with the form, solved', async () => {
    const client = guarded();
    const form = await sent(client);
    await shows(form, 'Thank you, Ada');
    expect(client.asked.challenge).to.equal(1);
    const [proof] = proofsOf(client);
    expect(await isSolved(proof)).to.equal(true);
  });

  it('is not asked for where the petition asks for none', async () => {
    const client = asking({});
    const form = await sent(client);
    await shows(form, 'Thank you, Ada');
    expect(client.asked.challenge).to.equal(0);
    expect(client.attempts[0]?.signature).not.to.have.property('challenge');
  });

  it('that the backend refuses is done anew, under another key', async () => {
    const client = guarded();
    client.signingNext.push(refused);
    const form = await sent(client);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(2);
    expect(new Set(proofsOf(client)).size).to.equal(2);
    expect(new Set(keysOf(client)).size).to.equal(2);
    expect(await isSolved(proofsOf(client)[1])).to.equal(true);
    expect(client.signatures.size).to.equal(1);
  });

  it('that the backend goes on refusing is told, and may be tried once more', async () => {
    const client = guarded({signing: refused});
    const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
    const form = await sent(client);
    const values = valuesOf(form);
    await until(() => alertOf(form) !== '', 'it is told');
    expect(alertOf(form)).to.equal(
      'The check that keeps robots out did not succeed. All you entered is still here: send it again.',
    );
    expect(wrongFields(form)).to.deep.equal([]);
    expect(valuesOf(form)).to.deep.equal(values);
    expect(client.attempts).to.have.length(3);
    expect(events).to.have.length(1);
    client.signing = 'well';
    submit(form);
    await shows(form, 'Thank you, Ada');
  });

  it('is the same through all tries that may pass, under the same key', async () => {
    const client = guarded();
    client.signingNext.push('unavailable', later);
    const form = await sent(client);
    await until(() => client.attempts.length === 2, 'it is tried again');
    await waits(form, 'Next try at');
    press(form, 'Try now').click();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(3);
    expect(new Set(proofsOf(client)).size).to.equal(1);
    expect(new Set(keysOf(client)).size).to.equal(1);
    expect(client.asked.challenge).to.equal(1);
  });

  it('is asked for again where it could not be had', async () => {
    const client = guarded();
    client.challenging = 'unreachable';
    const form = await sent(client);
    await waits(form, 'there is no connection');
    expect(client.asked.sign).to.equal(0);
    client.challenging = 'well';
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(1);
    expect(await isSolved(proofsOf(client)[0])).to.equal(true);
  });

  it('is waited for where it is slow, while the form says that it is sent', async () => {
    const client = guarded();
    client.challenging = 'silent';
    const form = await sent(client);
    await shows(form, 'Sending your signature…');
    expect(client.asked.sign).to.equal(0);
    client.speak();
    await shows(form, 'Thank you, Ada');
  });

  it('that can’t be done here is told', async () => {
    const client = guarded();
    const {challenge} = client;
    client.challenge = async (signal) => {
      const asked = await Reflect.apply(challenge, client, [signal]);
      return asked.ok
        ? {ok: true, value: {...asked.value, parameters: {...asked.value.parameters, algorithm: 'ARGON9'}}}
        : asked;
    };
    const form = await sent(client);
    await until(() => alertOf(form).startsWith('The check that keeps robots out did not succeed.'), 'it is told');
    expect(client.asked.sign).to.equal(0);
    client.challenge = challenge;
    submit(form);
    await shows(form, 'Thank you, Ada');
  });

  it('is given once: who signs next does another', async () => {
    const client = guarded();
    const form = await sent(client);
    await shows(form, 'Thank you, Ada');
    form.reset();
    await shows(form, 'First name');
    await fill(form, {givenName: 'Grace'});
    submit(form);
    await shows(form, 'Thank you, Grace');
    expect(new Set(proofsOf(client)).size).to.equal(2);
  });

  it('is still sent by a form that was moved while it was done', async () => {
    const client = guarded();
    const form = await formOf(client);
    await fill(form);
    document.body.append(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(await isSolved(proofsOf(client)[0])).to.equal(true);
    form.remove();
  });
});
