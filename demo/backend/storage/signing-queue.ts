import {StorageUnavailable, TransactionConflict, type Database} from './database.ts';
import {ChallengeUsed} from './challenge-uses.ts';
import type {CountWatch} from './count-watch.ts';
import {RateLimitReached} from './rate-limits.ts';
import type {BatchResult, SigningBatch, SigningRequest, SigningResult} from './signing-batch.ts';
import type {AnswerTo, KeptAnswer, Signing} from './storage.ts';

/** Those who come within this time of the first go together (ms): the disk is written to once for all of them. */
const gatheringTime = 2;

/** No more go together: a batch holds up those of other processes, and its petition's total. */
const mostTogether = 500;

/** No more may wait: who comes later would have given up before their turn, and they would fill the memory. */
const mostWaiting = 20_000;

interface Waiting extends SigningRequest {
  readonly since: number;
  readonly resolve: (answer: KeptAnswer) => void;
  readonly reject: (error: unknown) => void;
}

interface SigningQueueOptions {
  readonly database: Database;
  readonly batch: SigningBatch;
  readonly watch: CountWatch;
}

/** Stores together what comes together. Each hears of it once it is durable. */
export class SigningQueue {
  readonly #options: SigningQueueOptions;
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;

  constructor(options: SigningQueueOptions) {
    this.#options = options;
  }

  sign(signing: Signing, answer: AnswerTo): Promise<KeptAnswer> {
    if (this.#waiting.length >= mostWaiting) return Promise.reject(new StorageUnavailable('too many wait to sign'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({signing, answer, since: performance.now(), resolve, reject});
      this.#schedule();
    });
  }

  /** Resolves once nothing waits or is under way. */
  async close(): Promise<void> {
    while (this.#waiting.length > 0 || this.#underWay) {
      this.#begin();
      await this.#underWay;
    }
  }

  #schedule(): void {
    const [first] = this.#waiting;
    if (!first || this.#underWay) return;
    if (this.#waiting.length >= mostTogether) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), Math.max(0, first.since + gatheringTime - performance.now()));
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#underWay) return;
    const requests = this.#take();
    this.#underWay = this.#signAll(requests).finally(() => {
      this.#underWay = undefined;
      this.#schedule();
    });
  }

  /** Who shares a key or a challenge with one before them goes later: by then it is known what became of that. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const marks = new Set<string>();
    for (const request of this.#waiting) {
      const own = marksOf(request.signing);
      if (taken.length < mostTogether && !own.some((mark) => marks.has(mark))) taken.push(request);
      else left.push(request);
      for (const mark of own) marks.add(mark);
    }
    this.#waiting = left;
    return taken;
  }

  async #signAll(requests: readonly Waiting[]): Promise<void> {
    try {
      settle(requests, await this.#signTogether(requests));
    } catch (error) {
      // Those who wait would wait in vain, and be told too late.
      if (isGone(error)) refuse([...requests, ...this.#waiting.splice(0)], error);
      else if (requests.length === 1) refuse(requests, error);
      // A mistake in one must not be that of the others, nor what one is in conflict with.
      else for (const request of requests) await this.#signAll([request]);
    }
  }

  async #signTogether(requests: readonly Waiting[]): Promise<BatchResult> {
    const {database, batch, watch} = this.#options;
    const done = await database.transact((transaction) => batch.sign(transaction, requests));
    watch.tell(done.changes);
    return done;
  }
}

/** For now, and for everybody. */
const isGone = (error: unknown): boolean =>
  error instanceof StorageUnavailable && !(error instanceof TransactionConflict);

function marksOf({petition, key, signature: {challenge}}: Signing): string[] {
  const keyMark = `key ${petition} ${key}`;
  return challenge ? [keyMark, `challenge ${challenge.hash}`] : [keyMark];
}

function settle(requests: readonly Waiting[], {results}: BatchResult): void {
  for (const request of requests) settleOne(request, results.get(request));
}

function settleOne({resolve, reject}: Waiting, result: SigningResult | undefined): void {
  if (!result || result instanceof RateLimitReached || result instanceof ChallengeUsed) reject(result);
  else resolve(result);
}

function refuse(requests: readonly Waiting[], error: unknown): void {
  for (const {reject} of requests) reject(error);
}
