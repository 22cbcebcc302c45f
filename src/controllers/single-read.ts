import type {CountReading} from './count-poll.ts';

/** One read for all who want it, once it may be; it is given up when nobody wants it any more. */
export class SingleRead {
  readonly #read: (signal: AbortSignal) => Promise<CountReading>;
  #wanting = 0;
  #isAllowed = false;
  #isDone = false;
  #request: AbortController | undefined;

  /** @param read never rejects */
  constructor(read: (signal: AbortSignal) => Promise<CountReading>) {
    this.#read = read;
  }

  allow(isAllowed: boolean): void {
    this.#isAllowed = isAllowed;
    this.#update();
  }

  /** Returns what ends it. */
  want(): () => void {
    this.#wanting += 1;
    this.#update();
    return () => {
      this.#wanting -= 1;
      // Who is moved leaves and comes back at once.
      queueMicrotask(() => this.#update());
    };
  }

  #update(): void {
    const isWanted = this.#wanting > 0 && this.#isAllowed && !this.#isDone;
    if (isWanted && !this.#request) void this.#begin();
    if (isWanted) return;
    this.#request?.abort();
    this.#request = undefined;
  }

  async #begin(): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const {isRead} = await this.#read(request.signal);
    if (request.signal.aborted) return;
    this.#isDone = isRead;
    // What could not be read is for the next who wants it.
    this.#request = undefined;
  }
}
