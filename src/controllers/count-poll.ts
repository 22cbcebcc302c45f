/** Milliseconds between two reads: from the first, by the factor while nothing changes, up to the last. */
const [shortest, growth, longest] = [5_000, 1.5, 60_000];

/** What a read of the count came to. */
export interface CountReading {
  readonly isNew: boolean;
  /** Seconds that the backend asks to be left alone for. */
  readonly retryAfter?: number | undefined;
}

/** Reads again and again while it runs; less often while nothing changes. */
export class CountPoll {
  readonly #read: (signal: AbortSignal) => Promise<CountReading>;
  #pause = shortest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #isRunning = false;

  /** @param read never rejects */
  constructor(read: (signal: AbortSignal) => Promise<CountReading>) {
    this.#read = read;
  }

  /** @param isAtOnce reads now, not only after the first pause */
  start(isAtOnce: boolean): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#pause = shortest;
    if (isAtOnce) void this.#tick();
    else this.#schedule(this.#pause);
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  #schedule(pause: number): void {
    this.#timer = setTimeout(() => void this.#tick(), pause);
  }

  async #tick(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const {isNew, retryAfter = 0} = await this.#read(request.signal);
    if (request.signal.aborted) return;
    this.#request = undefined;
    this.#pause = isNew ? shortest : Math.min(longest, this.#pause * growth);
    this.#schedule(Math.max(this.#pause, retryAfter * 1000));
  }
}
