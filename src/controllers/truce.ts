import {leftAloneFor} from '../model/patience.ts';

/** The time for which a backend asked to be left alone. It outlives whatever is started and stopped meanwhile. */
export class Truce {
  #until = 0;
  #length = 0;

  /** @param retryAfter seconds, if any */
  agree(retryAfter: number | undefined): void {
    this.#length = leftAloneFor(retryAfter);
    this.#until = Date.now() + this.#length;
  }

  /** Milliseconds that are left of it; never more than it was, should the clock be set back. */
  get left(): number {
    return Math.min(this.#length, Math.max(0, this.#until - Date.now()));
  }
}
