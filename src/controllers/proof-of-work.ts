import type {Challenge} from '../model/challenge.ts';
import workerCode from './proof-of-work.worker.bundle';
import {type Solution, solve, type Task} from './solver.ts';

/** Milliseconds after which a proof of work is given up. */
const longestWork = 90_000;

/**
 * Of Trusted Types what is needed here, as TypeScript doesn't know them. A policy makes objects of a
 * type of their own, which stand for a string wherever one is asked for.
 */
interface Policy {
  createScriptURL(input: string): string;
}
interface PageScope {
  readonly crypto: object;
  readonly trustedTypes?: {createPolicy(name: string, rules: {createScriptURL(): string}): Policy};
}
const scope: PageScope = globalThis;

/** Of a blob, as no worker may come from another origin than its page, which this script may. */
const newUrl = (): string => URL.createObjectURL(new Blob([workerCode], {type: 'text/javascript'}));

/** All that it can make is the address of our own worker, whatever it is asked for. */
let policy: Policy | undefined;

function workerUrl(): string {
  if (!scope.trustedTypes) return newUrl();
  policy ??= scope.trustedTypes.createPolicy('petition-widgets', {createScriptURL: newUrl});
  return policy.createScriptURL('');
}

export interface WorkOptions {
  /** May throw, as a page may allow no worker. */
  readonly createWorker?: (url: string) => Worker;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Rejects if there can be no worker here, or if it fails. It ends with the signal. */
function solvedByWorker(
  task: Task,
  signal: AbortSignal,
  createWorker: (url: string) => Worker,
): Promise<Solution | null> {
  return new Promise((resolve, reject) => {
    const url = workerUrl();
    signal.addEventListener('abort', () => URL.revokeObjectURL(url));
    const worker = createWorker(url);
    signal.addEventListener('abort', () => worker.terminate());
    worker.addEventListener('message', ({data}: MessageEvent<Solution | null>) => resolve(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    });
    worker.postMessage(task, []);
  });
}

async function solved(
  task: Task,
  work: AbortController,
  createWorker: (url: string) => Worker,
): Promise<Solution | null> {
  try {
    return await solvedByWorker(task, work.signal, createWorker);
  } catch {
    // Whatever is in a worker's way, such as the page's Content-Security-Policy, the page itself can do it.
    return solve(task, work);
  }
}

const ended = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null));
  });

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Solves a proof of work in a worker, or beside the page's other tasks where it can have none.
 * Resolves with what a backend verifies: base64 of the JSON of the challenge and its solution. Rejects
 * with the signal's reason once it is aborted, and with an Error if the algorithm is unknown, a parameter
 * is malformed, the page is not secure (plain http), or no solution is found within 90 seconds.
 */
export async function solveInBackground(
  {parameters, signature}: Challenge,
  signal: AbortSignal,
  {createWorker = (url) => new Worker(url), timeout = longestWork}: WorkOptions = {},
): Promise<string> {
  if (!('subtle' in scope.crypto)) throw new Error('A proof of work takes a secure page (https).');
  signal.throwIfAborted();
  // One for all ends: WebKit may collect what `AbortSignal.any` returns, and lose the abort.
  const work = new AbortController();
  const end = (): void => work.abort();
  const timer = setTimeout(end, timeout);
  signal.addEventListener('abort', end);
  try {
    const solution = await Promise.race([solved(parameters, work, createWorker), ended(work.signal)]);
    signal.throwIfAborted();
    if (!solution) throw new Error(`No proof of work was found within ${timeout / 1000} seconds.`);
    return base64(JSON.stringify({challenge: {parameters, signature}, solution}));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    end();
  }
}
