import {describe, expect, it} from 'vitest';
import {Attempt} from '../../src/controllers/attempt.ts';
import {ChallengeSolution} from '../../src/controllers/challenge-solution.ts';
import {PetitionStore} from '../../src/controllers/petition-store.ts';
import {failure, problem, type Result, success} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';

const signature: Signature = {
  fields: {givenName: 'Ada', familyName: 'Lovelace', email: 'ada@example.org', country: 'GB'},
  consents: [{name: 'updates', given: true, textId: 'updates-2026-11'}],
  listed: 'unlisted',
  lang: 'en',
  source: {page: 'https://example.org/'},
};

const aKey = 'b1e3d9a0-5d1c-4a3e-9d53-0e1f2a3b4c5d';

const refused = problem('invalid', {errors: [{field: 'challenge', code: 'invalid'}]});

/** Proofs that are made one after the other: `one`, `two`. */
class Proofs extends ChallengeSolution {
  readonly made: string[] = [];
  failing: Result<never> | undefined;

  override take(): Promise<Result<string>> {
    if (this.failing) return Promise.resolve(this.failing);
    this.made.push(`proof ${this.made.length + 1}`);
    return Promise.resolve(success(this.made.at(-1) ?? ''));
  }
}

const quiet = (): Promise<void> => Promise.resolve();

const storeOf = (client: FakeClient): PetitionStore => new PetitionStore(client, 'stop-dna-collection');

describe('an attempt to sign', () => {
  it('is the same through every try', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const attempt = new Attempt(signature);
    const proofs = new Proofs();
    await attempt.handIn(storeOf(client), proofs, quiet);
    await attempt.handIn(storeOf(client), proofs, quiet);
    client.signing = 'well';
    expect((await attempt.handIn(storeOf(client), proofs, quiet)).ok).toBe(true);
    expect(client.attempts).toHaveLength(3);
    for (const each of client.attempts) {
      expect(each).toEqual({key: attempt.key, signature: {...signature, challenge: 'proof 1'}});
    }
    expect(client.signatures.size).toBe(1);
  });

  it('has no proof where none is asked for', async () => {
    const client = new FakeClient();
    await new Attempt(signature).handIn(storeOf(client), undefined, quiet);
    expect(client.attempts[0]?.signature).toEqual(signature);
  });

  it('goes under a key that it had before', async () => {
    const client = new FakeClient();
    await new Attempt(signature, aKey).handIn(storeOf(client), undefined, quiet);
    expect(client.attempts[0]?.key).toBe(aKey);
  });

  it('makes another proof for one that is refused, under another key', async () => {
    const client = new FakeClient();
    client.signingNext.push(refused);
    const attempt = new Attempt(signature, aKey);
    await attempt.handIn(storeOf(client), new Proofs(), quiet);
    expect(client.attempts.map((each) => each.signature.challenge)).toEqual(['proof 1', 'proof 2']);
    expect(client.attempts[0]?.key).toBe(aKey);
    expect(client.attempts[1]?.key).toBe(attempt.key);
    expect(attempt.key).not.toBe(aKey);
  });

  it('tells of each change before it is sent so, and of none where nothing changes', async () => {
    const client = new FakeClient();
    client.signingNext.push('unavailable', refused);
    const attempt = new Attempt(signature);
    const changes: (readonly [string, string | undefined, number])[] = [];
    const tell = async (): Promise<void> => {
      changes.push([attempt.key, attempt.signature.challenge, client.attempts.length]);
    };
    const first = attempt.key;
    const proofs = new Proofs();
    await attempt.handIn(storeOf(client), proofs, tell);
    await attempt.handIn(storeOf(client), proofs, tell);
    expect(changes).toEqual([
      [first, 'proof 1', 0],
      [attempt.key, 'proof 2', 2],
    ]);
    const plain = new FakeClient();
    await new Attempt(signature).handIn(storeOf(plain), undefined, tell);
    expect(changes).toHaveLength(2);
  });

  it('makes no end of proofs', async () => {
    const client = new FakeClient({}, {signing: refused});
    const proofs = new Proofs();
    const result = await new Attempt(signature).handIn(storeOf(client), proofs, quiet);
    expect(result).toEqual(failure(problem('unsolved')));
    expect(client.attempts).toHaveLength(3);
    expect(proofs.made).toHaveLength(3);
  });

  it('makes no other proof for what else is refused', async () => {
    const other = problem('invalid', {errors: [{field: 'email', code: 'invalid'}]});
    const client = new FakeClient({}, {signing: other});
    expect(await new Attempt(signature).handIn(storeOf(client), new Proofs(), quiet)).toEqual(failure(other));
    expect(client.attempts).toHaveLength(1);
  });

  it('is not handed in without the proof that is asked for', async () => {
    const client = new FakeClient();
    const proofs = new Proofs();
    proofs.failing = failure(problem('unreachable'));
    const attempt = new Attempt(signature);
    expect(await attempt.handIn(storeOf(client), proofs, quiet)).toEqual(proofs.failing);
    expect(client.attempts).toHaveLength(0);
    proofs.failing = undefined;
    expect((await attempt.handIn(storeOf(client), proofs, quiet)).ok).toBe(true);
  });
});

describe('the same said again', () => {
  const attempt = new Attempt(signature);
  const consents = (given: boolean, textId = 'updates-2026-11'): Signature['consents'] => [
    {name: 'updates', given, textId},
  ];

  it.each<[string, Partial<Signature>, boolean]>([
    ['as it was', {}, true],
    ['in another language', {lang: 'fr', consents: consents(true, 'updates-fr')}, true],
    ['from another page', {source: {page: 'https://example.org/other'}}, true],
    ['with a proof', {challenge: 'proof'}, true],
    ['with another answer', {fields: {...signature.fields, givenName: 'Augusta'}}, false],
    ['with one more answer', {fields: {...signature.fields, city: 'London'}}, false],
    ['without a consent', {consents: consents(false)}, false],
    ['listed otherwise', {listed: 'name'}, false],
  ])('%s', (_, changes, isSame) => {
    expect(attempt.isOf({...signature, ...changes})).toBe(isSame);
  });
});
