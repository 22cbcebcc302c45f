import {solveChallenge} from 'altcha-lib';
import {deriveKey} from 'altcha-lib/algorithms/pbkdf2';
import * as v from 'valibot';
import {challengeSchema} from '../../../src/backend/wire-signing.ts';
import type {Challenge} from '../../../src/model/challenge.ts';
import type {TestBackend} from './backend.ts';

export async function challengeOf(backend: TestBackend): Promise<Challenge> {
  const answer = await backend.get('/v1/challenges');
  return v.parse(challengeSchema, await answer.json());
}

/** The number found, and the key derived from it. */
export type Solution = NonNullable<Awaited<ReturnType<typeof solveChallenge>>>;

export async function solve({parameters}: Challenge): Promise<Solution> {
  const {algorithm, nonce, salt, cost, keyLength, keyPrefix} = parameters;
  const challenge = {parameters: {algorithm, nonce, salt, cost, keyLength, keyPrefix}};
  const solution = await solveChallenge({challenge, deriveKey});
  if (!solution) throw new Error('The challenge could not be solved in time');
  return solution;
}

/** As a signature carries it. */
export function payloadOf(challenge: unknown, solution: unknown): string {
  return Buffer.from(JSON.stringify({challenge, solution})).toString('base64');
}

export async function solvedChallenge(backend: TestBackend): Promise<string> {
  const challenge = await challengeOf(backend);
  return payloadOf(challenge, await solve(challenge));
}
