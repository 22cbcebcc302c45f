/** Often enough to see a rush within half a second, and seldom enough to cost nothing. */
const probeEvery = 100;

/** One long turn is no rush: something else has held up the process, and it is over. */
const probes = 4;

/**
 * How long whatever comes in waits for its turn. What counts is the least of the latest probes: it stays
 * high only while the process can't keep up.
 */
export class LoopLag {
  readonly #latest: number[] = Array.from({length: probes}, () => 0);
  readonly #timer: NodeJS.Timeout;
  #dueAt = performance.now() + probeEvery;
  #next = 0;
  #standing = 0;

  constructor() {
    this.#timer = setInterval(() => this.#probe(), probeEvery).unref();
  }

  /** In ms. */
  get standing(): number {
    return this.#standing;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #probe(): void {
    const now = performance.now();
    this.#latest[this.#next] = Math.max(0, now - this.#dueAt);
    this.#next = (this.#next + 1) % probes;
    this.#standing = Math.min(...this.#latest);
    this.#dueAt = now + probeEvery;
  }
}
