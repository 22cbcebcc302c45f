/** Often enough to see a rush within half a second, and seldom enough to cost nothing. */
const probeEvery = 100;

/** One long turn is no rush: something else has held up the process, and it is over. */
const probes = 3;

/**
 * Unless it is long because of requests: where thousands are ready at a time, all of them are taken in one
 * turn, which may then take ten seconds. So many are what a turn of a process that keeps up may have.
 */
const usualInTurn = 500;

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
  #requests = 0;

  constructor() {
    this.#timer = setInterval(() => this.#probe(), probeEvery).unref();
  }

  /** Counts a request, and says how long such a one waits (ms). */
  forRequest(): number {
    this.#requests += 1;
    if (this.#requests <= usualInTurn) return this.#standing;
    return Math.max(this.#standing, performance.now() - this.#dueAt);
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
    this.#requests = 0;
  }
}
