import {logError, type Log} from './log.ts';
import type {Storage} from './storage/storage.ts';

/** How long an answer is kept under its idempotency key; the protocol asks for a day. */
const keptFor = 48 * 60 * 60 * 1000;

/** A signature that isn't confirmed in this time is erased. */
const timeToConfirm = 30 * 24 * 60 * 60 * 1000;

const interval = 60 * 60 * 1000;

/** Few enough not to hold up requests. */
const batch = 500;

/**
 * Forgets what is past, now and every hour.
 * @returns ends it, and resolves once nothing of it is under way
 */
export function startPruning(storage: Storage, now: () => Date, log: Log): () => Promise<void> {
  const end = new AbortController();
  let latest = Promise.resolve();

  const inBatches = async (forget: (limit: number) => Promise<number>): Promise<void> => {
    while (!end.signal.aborted && (await forget(batch)) === batch);
  };
  const prune = async (): Promise<void> => {
    const at = now();
    const keptSince = new Date(at.getTime() - keptFor);
    await inBatches((limit) => storage.forgetAnswers(keptSince, limit));
    await inBatches((limit) => storage.forgetRateUses(at, limit));
    await inBatches((limit) => storage.forgetChallenges(at, limit));
    const unconfirmedSince = new Date(at.getTime() - timeToConfirm);
    // A mail is tried for as long as there is a signature to confirm.
    await storage.mails.giveUp(unconfirmedSince);
    await inBatches((limit) => storage.confirmations.eraseUnconfirmed(unconfirmedSince, limit));
    await inBatches((limit) => storage.confirmations.forgetTokens(at, limit));
    await storage.overwriteErased();
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
