/** How fine the buckets are, and how many: for times of up to a minute. */
const bucketsPerMs = 10;
const bucketCount = 60_000 * bucketsPerMs;

/** Numbers of times, as another process can be sent them: those of the buckets that hold any, and the longest time. */
export interface HistogramData {
  readonly buckets: [bucket: number, times: number][];
  readonly max: number;
}

/** How long many things took: as exact as its buckets are wide, however many they are. */
export class Histogram {
  readonly #buckets = new Uint32Array(bucketCount);
  #count = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  /** The longest time (ms). */
  get max(): number {
    return this.#max;
  }

  add(ms: number): void {
    const time = Math.max(0, ms);
    this.#put(Math.min(Math.floor(time * bucketsPerMs), bucketCount - 1), 1);
    this.#max = Math.max(this.#max, time);
  }

  merge({buckets, max}: HistogramData): void {
    for (const [bucket, times] of buckets) this.#put(bucket, times);
    this.#max = Math.max(this.#max, max);
  }

  /** The time (ms) that this share of all did not exceed; `NaN` if there are none. */
  quantile(share: number): number {
    if (this.#count === 0) return NaN;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    const bucket = this.#buckets.findIndex((times) => (seen += times) >= rank);
    return Math.min((bucket + 1) / bucketsPerMs, this.#max);
  }

  toData(): HistogramData {
    const buckets: [number, number][] = [];
    for (const [bucket, times] of this.#buckets.entries()) if (times > 0) buckets.push([bucket, times]);
    return {buckets, max: this.#max};
  }

  #put(bucket: number, times: number): void {
    this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + times;
    this.#count += times;
  }
}
