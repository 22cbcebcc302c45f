import type {Problem} from '../model/outcome.ts';

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
  connect(signal: AbortSignal, alive: () => void, told: () => void): Promise<Problem>;
  /** The count comes in. */
  onUp(): void;
  /** It has failed, and is tried again later, unless it {@link CountStream.hasFailed}. */
  onFailure(): void;
}

/** Keeps a stream open while it runs. Lost ones are taken up again; after three failures in a row none is. */
export class CountStream {
  readonly #source: StreamSource;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  constructor(source: StreamSource) {
    this.#source = source;
  }

  /** What it has failed at is not tried again by itself. */
  get hasFailed(): boolean {
    return this.#failures >= patience;
  }

  /** It has failed lately, so that something else should be relied on. */
  get isDoubtful(): boolean {
    return this.#failures > 0;
  }

  /** After too many failures there is one more try, unless the backend has no stream. */
  start(): void {
    if (this.#failures === patience) this.#failures -= 1;
    if (!this.hasFailed) void this.#connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  async #connect(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    let [upSince, lastSign] = [Infinity, Date.now()];
    const alive = (): void => {
      lastSign = Date.now();
    };
    const told = (): void => {
      if (request.signal.aborted) return;
      if (upSince === Infinity) this.#source.onUp();
      upSince = Math.min(upSince, Date.now());
    };
    const reason = await this.#source.connect(request.signal, alive, told);
    if (request.signal.aborted) return;
    const now = Date.now();
    this.#judge(reason, now - upSince);
    if (this.hasFailed) return;
    if (now - lastSign > sleep) void this.#connect();
    else this.#connectLater(reason);
  }

  #judge({retryable}: Problem, age: number): void {
    if (age >= stableAfter) {
      this.#failures = 0;
      return;
    }
    this.#failures = retryable ? this.#failures + 1 : Infinity;
    this.#source.onFailure();
  }

  #connectLater({retryAfter = 0}: Problem): void {
    const jitter = shortestWait + Math.random() * (longestWait - shortestWait);
    this.#timer = setTimeout(() => void this.#connect(), retryAfter * 1000 + jitter);
  }
}
