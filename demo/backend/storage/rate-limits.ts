/** How often in any hour something may be done by one who is known by a keyed hash only. */
export interface RateLimit {
  readonly subject: string;
  readonly perHour: number;
  /** Who reaches it is told to wait for a whole hour, so that the answer doesn't tell when the others were. */
  readonly isVague?: true;
}

/** Nothing was done: it has been done too often within the hour. */
export class RateLimitReached extends Error {
  override readonly name = 'RateLimitReached';
  /** The seconds until it may be done again. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('rate limit reached');
    this.retryAfter = retryAfter;
  }
}
