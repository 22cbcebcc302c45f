import {solveChallenge} from 'altcha-lib';
import {deriveKey as byPbkdf2} from 'altcha-lib/algorithms/web/pbkdf2';
import type {DeriveKeyFunction, Solution} from 'altcha-lib/types';
import type {Challenge} from '../model/challenge.ts';
import {Pace} from './solver-pace.ts';

export type {Solution};

/** What a solution depends on. */
export type Task = Challenge['parameters'];

/** Waits for its turn; rejects if there is no more to be done. */
type Turn = () => Promise<void>;

/**
 * Each round hashes what the one before gave. A browser may hash so little at once, and would let nothing
 * else happen until the last round, of which a challenge may ask any number.
 */
const bySha =
  (turn: Turn): DeriveKeyFunction =>
  async ({algorithm, cost, keyLength}, salt, password) => {
    let derivedKey = new Uint8Array([...salt, ...password]);
    for (let round = 0; round < Math.max(1, cost); round += 1) {
      await turn();
      derivedKey = new Uint8Array(await crypto.subtle.digest(algorithm, derivedKey));
    }
    return {derivedKey: derivedKey.slice(0, keyLength)};
  };

/** Browsers derive such a key on a thread of their own. */
const byPbkdf2InTurn =
  (turn: Turn): DeriveKeyFunction =>
  async (parameters, salt, password) => {
    await turn();
    return byPbkdf2(parameters, salt, password);
  };

const algorithms: ReadonlyMap<string, (turn: Turn) => DeriveKeyFunction> = new Map(
  ['SHA-256', 'SHA-384', 'SHA-512'].flatMap((hash) => [
    [hash, bySha],
    [`PBKDF2/${hash}`, byPbkdf2InTurn],
  ]),
);

/**
 * Tries one counter after the other until one fits. Rejects with the signal's reason some time after it
 * is aborted, and if the algorithm is unknown or a parameter is malformed.
 */
export async function solve(task: Task, signal: AbortSignal): Promise<Solution | null> {
  const deriving = algorithms.get(task.algorithm);
  if (!deriving) throw new Error(`There is no way to solve a proof of work by "${task.algorithm}".`);
  const pace = new Pace();
  const turn: Turn = async () => {
    signal.throwIfAborted();
    await pace.keep();
  };
  try {
    return await solveChallenge({challenge: {parameters: task}, deriveKey: deriving(turn), timeout: 0});
  } finally {
    pace.end();
  }
}
