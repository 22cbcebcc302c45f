import {solveChallenge} from 'altcha-lib';
import {deriveKey as pbkdf2} from 'altcha-lib/algorithms/web/pbkdf2';
import {deriveKey as sha} from 'altcha-lib/algorithms/web/sha';
import type {DeriveKeyFunction, Solution} from 'altcha-lib/types';
import type {Challenge} from '../model/challenge.ts';

export type {Solution};

/** What a solution depends on. */
export type Task = Challenge['parameters'];

const algorithms: ReadonlyMap<string, DeriveKeyFunction> = new Map(
  ['SHA-256', 'SHA-384', 'SHA-512'].flatMap((hash) => [
    [hash, sha],
    [`PBKDF2/${hash}`, pbkdf2],
  ]),
);

/**
 * Tries one counter after the other until one fits, or until `work` is aborted, which gives null.
 * Rejects if the algorithm is unknown or a parameter is malformed.
 */
export async function solve(task: Task, work?: AbortController): Promise<Solution | null> {
  const deriveKey = algorithms.get(task.algorithm);
  if (!deriveKey) throw new Error(`There is no way to solve a proof of work by "${task.algorithm}".`);
  return solveChallenge({challenge: {parameters: task}, deriveKey, controller: work, timeout: 0});
}
