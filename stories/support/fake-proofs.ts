import {createChallenge, verifySolution} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/web/pbkdf2';
import * as v from 'valibot';
import {parsedJson} from '../../src/backend/parsed-json.ts';
import {readAs} from '../../src/backend/wire.ts';
import {challengeSchema, finite} from '../../src/backend/wire-signing.ts';
import type {Challenge} from '../../src/model/challenge.ts';

/** What its challenges are signed with. */
export const challengeSecret = 'a secret of the tests';

const secrets = {hmacSignatureSecret: challengeSecret, hmacKeySignatureSecret: 'another secret of the tests'};

const payloadSchema = v.object({
  challenge: challengeSchema,
  solution: v.object({counter: finite, derivedKey: v.string()}),
});

/** A proof of work that is done in a moment. */
export async function easyChallenge(): Promise<Challenge> {
  const {parameters, signature} = await createChallenge({
    ...secrets,
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: 1 + Math.floor(Math.random() * 100),
    deriveKey,
    expiresAt: new Date(Date.now() + 600_000),
  });
  return {parameters: {...parameters}, signature};
}

/** What the challenge is recognised by that is solved so; undefined where none is. */
export async function solvedBy(payload: string): Promise<string | undefined> {
  const {challenge, solution} = read(payload) ?? {};
  if (!challenge || !solution) return undefined;
  const {verified} = await verifySolution({...secrets, challenge, solution, deriveKey});
  return verified ? challenge.signature : undefined;
}

function read(payload: string): v.InferOutput<typeof payloadSchema> | undefined {
  try {
    return readAs(payloadSchema, parsedJson(atob(payload)));
  } catch {
    return undefined;
  }
}
