import * as z from 'zod/mini';
import {RateLimitReached, type RateLimit} from './rate-limits.ts';
import type {SqliteDatabase} from './sqlite-database.ts';

const hour = 60 * 60 * 1000;

const useRowSchema = z.object({used_at: z.string()});

/** Every use is kept for an hour, so a limit holds for any hour there is, and not only from one full hour to the next. */
export class SqliteRateLimits {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /**
   * Counts one use against all the limits, within a transaction.
   * @throws {RateLimitReached} if one of them has been reached; then it counts against none
   */
  use(limits: readonly RateLimit[], at: Date): void {
    const wait = Math.max(...limits.map((limit) => this.#freeAt(limit, at) - at.getTime()));
    if (wait > 0) throw new RateLimitReached(Math.ceil(wait / 1000));
    for (const {subject} of limits) {
      this.#database.run('INSERT INTO rate_use (subject, used_at) VALUES (:subject, :at)', {
        subject,
        at: at.toISOString(),
      });
    }
  }

  /** Up to `limit` of the uses that no limit asks for any more; says how many. */
  async forget(at: Date, limit: number): Promise<number> {
    return this.#database.transact(() =>
      this.#database.run(
        `DELETE FROM rate_use WHERE rowid IN
           (SELECT rowid FROM rate_use WHERE used_at <= :before ORDER BY used_at LIMIT :limit)`,
        {before: new Date(at.getTime() - hour).toISOString(), limit},
      ),
    );
  }

  /** When the use that fills the limit is an hour ago. */
  #freeAt({subject, perHour, isVague}: RateLimit, at: Date): number {
    const row = this.#database.first(
      'SELECT used_at FROM rate_use WHERE subject = :subject ORDER BY used_at DESC LIMIT 1 OFFSET :others',
      {subject, others: perHour - 1},
    );
    const freeAt = row ? Date.parse(z.parse(useRowSchema, row).used_at) + hour : -Infinity;
    return isVague && freeAt > at.getTime() ? at.getTime() + hour : freeAt;
  }
}
