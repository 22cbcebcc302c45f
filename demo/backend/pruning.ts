import {setTimeout as wait} from 'node:timers/promises';
import {logError, logWarning, type Log} from './log.ts';
import type {Storage, TotalDifference} from './storage/storage.ts';

/** How long an answer is kept under its idempotency key; the protocol asks for a day. */
const keptFor = 48 * 60 * 60 * 1000;

/** A signature that isn't confirmed in this time is erased. */
const timeToConfirm = 30 * 24 * 60 * 60 * 1000;

const interval = 60 * 60 * 1000;

/** Few enough not to hold up requests. */
const batch = 500;

/** Between two batches (ms). */
const longestPause = 500;

/** The hours of the night, by the server's clock: more than one, as what runs every hour may drift past one. */
const nightHours: ReadonlySet<number> = new Set([2, 3, 4]);

const nightOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** What differed and was mended, for a person to look into. */
export const sentenceOf = ({petition, stored, counted}: TotalDifference): string =>
  `The total of ${petition} was ${stored}, but a full count says ${counted}: it is ${counted} now`;

/** Checks the totals once a night, in one of the processes on a storage; again the next time where it failed. */
function nightlyCheck(storage: Storage, log: Log): (at: Date) => Promise<void> {
  let isOwed = false;
  return async (at) => {
    isOwed ||= nightHours.has(at.getHours()) && (await storage.takeOnCheck(nightOf(at)));
    if (!isOwed) return;
    for (const difference of await storage.checkTotals(at)) logWarning(log, sentenceOf(difference));
    isOwed = false;
  };
}

/**
 * Forgets what is past, now and every hour, and looks at night whether the totals are true.
 * @returns ends it after a batch of each kind, and resolves once nothing of it is under way
 */
export function startPruning(storage: Storage, now: () => Date, log: Log): () => Promise<void> {
  const end = new AbortController();
  const checkTotals = nightlyCheck(storage, log);
  let latest = Promise.resolve();

  const inBatches = async (forget: (limit: number) => Promise<number>): Promise<void> => {
    for (let start = performance.now(); (await forget(batch)) >= batch; start = performance.now()) {
      if (end.signal.aborted) return;
      // Half of the time is for those who ask and sign: SQLite would let nothing else come in between.
      await wait(Math.min(performance.now() - start, longestPause));
    }
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
    if (end.signal.aborted) return;
    await storage.overwriteErased();
    await checkTotals(at);
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
