import type {Problem} from '../model/outcome.ts';
import {Truce} from './truce.ts';

/** A lost stream is taken up again after any time between these (ms), so that a restart of the backend isn't followed by a stampede. */
const [shortestWait, longestWait] = [1_000, 60_000];

/** A stream that ends before this (ms) has failed, as one that never told anything has. */
const stableAfter = 15_000;

/** So often it may fail in a row. */
const patience = 3;

/** A living stream is never silent for as long as this (ms): where it was, the device has slept. */
const sleep = 120_000;

export interface StreamSource {
  /**
   * Connects, and resolves with the reason once that is over; never rejects.
   * @param alive called whenever anything comes in
   * @param told called whenever the count comes in
   */
  readonly connect: (signal: AbortSignal, alive: () => void, told: () => void) => Promise<Problem>;
  /** The count comes in. */
  onUp(): void;
  /** It is lost or can't be had, and is tried again later, unless it {@link CountStream.hasFailed}. */
  onDown(): void;
}

/** Keeps a stream open while it runs. Lost ones are taken up again; after three failures in a row none is. */
export class CountStream {
  readonly #source: StreamSource;
  readonly #truce = new Truce();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  /** When the count first came in along the one that is open. */
  #upSince: number | undefined;

  constructor(source: StreamSource) {
    this.#source = source;
  }

  /** What it has failed at is not tried again by itself. */
  get hasFailed(): boolean {
    return this.#failures >= patience;
  }

  /** It has failed lately, so that something else should be relied on as well. */
  get isDoubtful(): boolean {
    return this.#failures > 0;
  }

  /** After too many failures there is one more try, unless the backend has no stream. */
  start(): void {
    if (this.#failures === patience) this.#failures -= 1;
    if (this.hasFailed) return;
    const {left} = this.#truce;
    if (left > 0) this.#connectIn(left);
    else void this.#connect();
  }

  stop(): void {
    this.#forgive();
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
    this.#upSince = undefined;
  }

  async #connect(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    this.#upSince = undefined;
    let lastSign = Date.now();
    const alive = (): void => {
      lastSign = Date.now();
    };
    const told = (): void => {
      alive();
      if (request.signal.aborted || this.#upSince !== undefined) return;
      this.#upSince = Date.now();
      this.#source.onUp();
    };
    const reason = await this.#source.connect(request.signal, alive, told);
    if (request.signal.aborted) return;
    this.#truce.agree(reason.retryAfter);
    this.#judge(reason);
    if (this.hasFailed) return;
    if (Date.now() - lastSign > sleep) void this.#connect();
    else this.#connectIn(this.#truce.left + shortestWait + Math.random() * (longestWait - shortestWait));
  }

  #judge({retryable}: Problem): void {
    if (!this.#forgive()) this.#failures = retryable ? this.#failures + 1 : Infinity;
    this.#source.onDown();
  }

  /** One that has lasted makes up for those that failed before it. */
  #forgive(): boolean {
    const hasLasted = this.#upSince !== undefined && Date.now() - this.#upSince >= stableAfter;
    if (hasLasted) this.#failures = 0;
    return hasLasted;
  }

  #connectIn(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.#connect(), milliseconds);
  }
}
