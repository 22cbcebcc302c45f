import {describe, expect, it} from 'vitest';
import {readAs} from '../../src/backend/wire.ts';
import {signAnswerSchema} from '../../src/backend/wire-signing.ts';
import {failure, problem} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import {petitionIn} from '../../stories/support/petitions.ts';
import {confirmationSent, counted, expectTotal, newKey, refused, sign} from './support/both-answers.ts';
import {consent, sides, signatureOf} from './support/both-backends.ts';

/* Part of the contract of fake-client.test.ts: which signatures count, and how often. */

const email = 'ada@example.org';
const usual = petitionIn('en').form;

describe.each(sides)('%s, handed a signature,', (_, side) => {
  it('counts it, and tells the new count', async () => {
    const all = await side();
    const answer = await sign(all, signatureOf(email));
    expect(answer).toEqual(counted(5137));
    const {value} = answer.ok ? answer : {};
    expect(readAs(signAnswerSchema, value)).toEqual(value);
    await expectTotal(all, 5137);
    expect(await sign(all, signatureOf('grace@example.org'))).toEqual(counted(5138));
    await expectTotal(all, 5138);
  });

  it('gives its first answer again under the same key, whatever has happened since, and adds nothing', async () => {
    const all = await side();
    const key = newKey();
    const first = await sign(all, signatureOf(email), key);
    await sign(all, signatureOf('grace@example.org'));
    expect(await sign(all, signatureOf(email), key)).toEqual(first);
    expect(await sign(all, signatureOf(email), key.toUpperCase())).toEqual(first);
    await expectTotal(all, 5138);
    await all.change({status: 'closed'});
    expect(await sign(all, signatureOf(email), key)).toEqual(first);
    await expectTotal(all, 5138);
  });

  it('gives one answer to those that come at once under the same key', async () => {
    const all = await side();
    const key = newKey();
    const answers = await Promise.all(Array.from({length: 5}, () => sign(all, signatureOf(email), key)));
    expect(answers).toEqual(answers.map(() => counted(5137)));
    await expectTotal(all, 5137);
  });

  it('refuses another under the same key, even one with which something is wrong', async () => {
    const all = await side();
    const key = newKey();
    await sign(all, signatureOf(email), key);
    for (const other of [signatureOf('grace@example.org'), signatureOf(email, {lang: 'fr'}), signatureOf('grace')]) {
      expect(await sign(all, other, key)).toEqual(failure(problem('idempotency-mismatch')));
    }
    await expectTotal(all, 5137);
  });

  it.each(['', 'a-key'])('can’t read one under “%s”, which is no key', async (key) => {
    const all = await side();
    expect(await sign(all, signatureOf(email), key)).toEqual(failure(problem('malformed')));
    await expectTotal(all, 5136);
  });

  it.each<[string, Partial<Signature>]>([
    ['no language', {lang: ''}],
    ['a consent without a text', {consents: [consent('updates', true, '')]}],
    ['a partner’s code that is too long', {source: {code: 'x'.repeat(201)}}],
  ])('can’t read one with %s', async (_what, more) => {
    const all = await side();
    expect(await sign(all, signatureOf(email, more))).toEqual(failure(problem('malformed')));
    await expectTotal(all, 5136);
  });

  it('answers a person who has signed as one who has not, and adds nothing', async () => {
    const all = await side();
    await sign(all, signatureOf(email));
    const again = signatureOf('ADA@example.org', {lang: 'fr'});
    expect(await sign(all, again)).toEqual(counted(5137));
    expect(await sign(all, signatureOf(email))).toEqual(counted(5137));
    await expectTotal(all, 5137);
  });

  it('counts each where nobody is asked for an address', async () => {
    const fields = usual.fields.filter(({name}) => name === 'givenName');
    const all = await side({changes: {form: {...usual, fields}}});
    const signature = signatureOf(email, {fields: {givenName: 'Ada'}});
    expect(await sign(all, signature)).toEqual(counted(5137));
    expect(await sign(all, signature)).toEqual(counted(5138));
  });

  it('counts none that has to be confirmed, and tells nobody who has signed', async () => {
    const all = await side({changes: {form: {...usual, confirmation: 'email'}}});
    const key = newKey();
    for (const each of [key, key, newKey()]) {
      expect(await sign(all, signatureOf(email), each)).toEqual(confirmationSent);
    }
    expect(await sign(all, signatureOf('grace@example.org'), key)).toEqual(failure(problem('idempotency-mismatch')));
    expect(await sign(all, signatureOf('ada'))).toEqual(refused(['email', 'invalid']));
    await expectTotal(all, 5136);
  });

  it.each(['closed', 'victory'] as const)('takes none where the petition’s status is “%s”', async (status) => {
    const all = await side({changes: {status}});
    for (const signature of [signatureOf(email), signatureOf('ada'), signatureOf(email, {lang: ''})]) {
      expect(await sign(all, signature)).toEqual(failure(problem('closed')));
    }
    await expectTotal(all, 5136);
  });
});
