/** Milliseconds between two reads: from the first, by the factor while nothing changes, up to the last. */
const [shortest, growth, longest] = [5_000, 1.5, 60_000];

/** Reads again and again while it runs and the page is seen; less often while nothing changes. */
export class CountPoll {
  readonly #read: (signal: AbortSignal) => Promise<boolean>;
  #pause = shortest;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;
  #isRunning = false;

  /** @param read resolves with whether it learned anything new; never rejects */
  constructor(read: (signal: AbortSignal) => Promise<boolean>) {
    this.#read = read;
  }

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#pause = shortest;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#schedule();
  }

  stop(): void {
    this.#isRunning = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#rest();
  }

  readonly #onVisibility = (): void => {
    this.#rest();
    if (document.visibilityState === 'visible') void this.#tick();
  };

  #rest(): void {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  #schedule(): void {
    if (!this.#isRunning || document.visibilityState !== 'visible') return;
    this.#timer = setTimeout(() => void this.#tick(), this.#pause);
  }

  async #tick(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const changed = await this.#read(request.signal);
    if (request.signal.aborted) return;
    this.#request = undefined;
    this.#pause = changed ? shortest : Math.min(longest, this.#pause * growth);
    this.#schedule();
  }
}
