/**
 * Ends a request when its caller does, or when time has run out. One controller for both: WebKit may
 * collect what `AbortSignal.any` returns, and lose the abort.
 */
export class Deadline {
  readonly #request = new AbortController();
  readonly #caller: AbortSignal | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Rejects once the request is ended: what waits for anything but its signal, waits for this as well. */
  readonly passed: Promise<never>;

  constructor(caller: AbortSignal | null | undefined, milliseconds: number) {
    this.#caller = caller;
    this.passed = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
    // Who waits for it hears of it; for who doesn't, it is no error.
    this.passed.catch(() => undefined);
    caller?.addEventListener('abort', this.end);
    this.extend(milliseconds);
    if (caller?.aborted) this.end();
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  /** Gives it that long, from now on. */
  extend(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.end, milliseconds);
  }

  /** Ends what is still under way; nothing is left behind. */
  readonly end = (): void => {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.end);
    this.#request.abort();
  };
}
