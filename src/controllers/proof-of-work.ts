import type {Challenge} from '../model/challenge.ts';
import {solve} from './solver.ts';

/** Milliseconds after which a proof of work is given up. */
const longestWork = 90_000;

const scope: {readonly crypto: object} = globalThis;

const ended = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
  });

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

export interface WorkOptions {
  /** Milliseconds. */
  readonly timeout?: number;
}

/**
 * Solves a proof of work beside the page's other tasks. There is no worker: a policy that does not expect
 * one of ours would report it, and what takes its time, browsers do on threads of their own anyway.
 *
 * Resolves with what a backend verifies: base64 of the JSON of the challenge and its solution. Rejects
 * with the signal's reason once it is aborted, and with an Error if the algorithm is unknown, a parameter
 * is malformed, the page is not secure (plain http), or no solution is found within 90 seconds.
 */
export async function solveInBackground(
  {parameters, signature}: Challenge,
  signal: AbortSignal,
  {timeout = longestWork}: WorkOptions = {},
): Promise<string> {
  if (!('subtle' in scope.crypto)) throw new Error('A proof of work takes a secure page (https).');
  signal.throwIfAborted();
  // One for all ends: WebKit may collect what `AbortSignal.any` returns, and lose the abort.
  const work = new AbortController();
  const giveUp = (): void => work.abort(new Error(`No proof of work was found within ${timeout / 1000} seconds.`));
  const end = (): void => work.abort(signal.reason);
  const timer = setTimeout(giveUp, timeout);
  signal.addEventListener('abort', end);
  try {
    const solution = await Promise.race([solve(parameters, work.signal), ended(work.signal)]);
    work.signal.throwIfAborted();
    return base64(JSON.stringify({challenge: {parameters, signature}, solution}));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    end();
  }
}
