import {describe, expect, it} from 'vitest';
import {readAs} from '../../src/backend/wire.ts';
import {challengeSchema} from '../../src/backend/wire-signing.ts';
import type {Challenge} from '../../src/model/challenge.ts';
import type {Signature} from '../../src/model/signature.ts';
import {petitionIn} from '../../stories/support/petitions.ts';
import {counted, expectTotal, never, newKey, refused, sign} from './support/both-answers.ts';
import {type Side, sides, signatureOf} from './support/both-backends.ts';
import {payloadOf, solve} from './support/proof-of-work.ts';

/* Part of the contract of fake-client.test.ts: proofs of work. */

const email = 'ada@example.org';
const changes = {form: {...petitionIn('en').form, challenge: 'altcha' as const}};

describe.each(sides)('%s, where a proof of work is asked for,', {timeout: 30_000}, (_, side) => {
  const proven = (challenge: string | undefined, more = email): Signature => signatureOf(more, {challenge});

  async function challengeOf({client}: Side): Promise<Challenge> {
    const asked = await client.challenge(never);
    if (!asked.ok) throw new Error(`There is no challenge: ${asked.problem.slug}`);
    return asked.value;
  }

  async function proofOf(all: Side): Promise<string> {
    const challenge = await challengeOf(all);
    return payloadOf(challenge, await solve(challenge));
  }

  it('sets another one each time, for some minutes', async () => {
    const all = await side({changes});
    const challenges = [await challengeOf(all), await challengeOf(all)];
    for (const challenge of challenges) {
      expect(readAs(challengeSchema, challenge)).toEqual(challenge);
      expect(Object.keys(challenge.parameters).toSorted()).toEqual([
        'algorithm',
        'cost',
        'expiresAt',
        'keyLength',
        'keyPrefix',
        'keySignature',
        'nonce',
        'salt',
      ]);
      const minutes = (Number(challenge.parameters.expiresAt) - Date.now() / 1000) / 60;
      expect(minutes).toBeGreaterThan(5);
      expect(minutes).toBeLessThan(30);
    }
    expect(new Set(challenges.map(({signature}) => signature)).size).toBe(2);
  });

  it('refuses who comes without', async () => {
    const all = await side({changes});
    expect(await sign(all, proven(undefined))).toEqual(refused(['challenge', 'required']));
    expect(await sign(all, proven(''))).toEqual(refused(['challenge', 'required']));
    expect(await sign(all, proven(undefined, 'ada'))).toEqual(refused(['email', 'invalid'], ['challenge', 'required']));
    await expectTotal(all, 5136);
  });

  it('refuses what solves nothing', async () => {
    const all = await side({changes});
    const challenge = await challengeOf(all);
    const solution = await solve(challenge);
    const elsewhere = await side({changes});
    const other = await challengeOf(elsewhere);
    const proofs = [
      'no proof',
      'bm9uZQ==',
      payloadOf(null, solution),
      payloadOf(challenge, undefined),
      payloadOf(challenge, {...solution, derivedKey: '00'.repeat(32)}),
      payloadOf({...challenge, signature: '00'.repeat(32)}, solution),
      payloadOf({...challenge, parameters: {...challenge.parameters, cost: 1}}, solution),
      payloadOf({...challenge, parameters: {...challenge.parameters, nonce: other.parameters.nonce}}, solution),
    ];
    for (const proof of proofs) expect(await sign(all, proven(proof))).toEqual(refused(['challenge', 'invalid']));
    await expectTotal(all, 5136);
  });

  it('takes each for one signature, which may come again', async () => {
    const all = await side({changes});
    const proof = await proofOf(all);
    const key = newKey();
    expect(await sign(all, proven(proof, 'ada'), key), 'uses up nothing').toEqual(refused(['email', 'invalid']));
    const sending = Array.from({length: 3}, () => sign(all, proven(proof), key));
    expect(await Promise.all(sending)).toEqual(sending.map(() => counted(5137)));
    expect(await sign(all, proven(proof), key)).toEqual(counted(5137));
    expect(await sign(all, proven(proof, 'grace@example.org'))).toEqual(refused(['challenge', 'invalid']));
    const both = refused(['email', 'invalid'], ['challenge', 'invalid']);
    expect(await sign(all, proven(proof, 'grace'))).toEqual(both);
    await expectTotal(all, 5137);
  });
});
