import {logError, type Log} from './log.ts';
import type {Storage} from './storage/storage.ts';

/** How long an answer is kept under its idempotency key; the protocol asks for a day. */
const keptFor = 48 * 60 * 60 * 1000;
const interval = 60 * 60 * 1000;

/** Few enough not to hold up requests. */
const batch = 500;

/**
 * Forgets old answers, now and every hour.
 * @returns ends it, and resolves once nothing of it is under way
 */
export function startPruning(storage: Storage, now: () => Date, log: Log): () => Promise<void> {
  const end = new AbortController();
  let latest = Promise.resolve();

  const prune = async (): Promise<void> => {
    const before = new Date(now().getTime() - keptFor);
    while (!end.signal.aborted && (await storage.forgetAnswers(before, batch)) === batch);
  };
  const run = (): void => {
    latest = latest.then(prune).catch((error: unknown) => logError(log, error));
  };

  run();
  const timer = setInterval(run, interval).unref();
  return () => {
    end.abort();
    clearInterval(timer);
    return latest;
  };
}
