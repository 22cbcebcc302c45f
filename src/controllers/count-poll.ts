import {Truce} from './truce.ts';

/** Milliseconds between two reads: from the first, by the factor while nothing changes, up to the last. */
const [shortest, growth, longest] = [5_000, 1.5, 60_000];

/** What a read of the count came to. */
export interface CountReading {
  readonly isRead: boolean;
  readonly isNew: boolean;
  /** Seconds that the backend asks to be left alone for. */
  readonly retryAfter?: number | undefined;
}

/** Reads again and again while it runs; less often while nothing changes. */
export class CountPoll {
  readonly #read: (signal: AbortSignal) => Promise<CountReading>;
  readonly #truce = new Truce();
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
    const {left} = this.#truce;
    if (isAtOnce && left === 0) void this.#tick();
    else this.#schedule();
  }

  stop(): void {
    this.#isRunning = false;
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => void this.#tick(), Math.max(this.#pause, this.#truce.left));
  }

  async #tick(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const {isNew, retryAfter} = await this.#read(request.signal);
    if (request.signal.aborted) return;
    this.#request = undefined;
    this.#truce.agree(retryAfter);
    this.#pause = isNew ? shortest : Math.min(longest, this.#pause * growth);
    this.#schedule();
  }
}
