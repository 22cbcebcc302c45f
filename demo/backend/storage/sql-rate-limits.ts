import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {RateLimit} from './rate-limits.ts';
import type {Database, Transaction} from './database.ts';

const hour = 60 * 60 * 1000;

/**
 * From this share of a limit on, processes on one database judge by it in turn. Below it they need not, as
 * so many of them don't reach it together.
 */
const shareInTurn = 1 / 8;

const useRowSchema = v.object({used_at: v.string()});
const usesRowSchema = v.object({uses: integer});

/** Something that counts against limits at a time. */
export interface LimitedUse {
  readonly limits: readonly RateLimit[];
  readonly at: Date;
}

interface Asked {
  readonly subject: string;
  /** How many uses are to be judged. */
  readonly times: number;
  readonly perHour: number;
  readonly earliest: number;
}

/** Judges uses in their order, by those before. */
export class UseJudge {
  readonly #uses: ReadonlyMap<string, number[]>;

  /** @param uses when a subject was used, the latest first; of one that is far from its limits, nothing */
  constructor(uses: ReadonlyMap<string, number[]>) {
    this.#uses = uses;
  }

  /** How long one has to wait (ms) before none of its limits is reached; 0: not at all. */
  waitOf({limits, at}: LimitedUse): number {
    return Math.max(0, ...limits.map((limit) => this.#freeAt(limit, at) - at.getTime()));
  }

  /** From now on it counts for those after it. */
  count({limits, at}: LimitedUse): void {
    for (const {subject} of limits) this.#uses.get(subject)?.unshift(at.getTime());
  }

  /** When the use that fills the limit is an hour ago. */
  #freeAt({subject, perHour, isVague}: RateLimit, at: Date): number {
    const filling = this.#uses.get(subject)?.[perHour - 1];
    const freeAt = filling === undefined ? -Infinity : filling + hour;
    return isVague && freeAt > at.getTime() ? at.getTime() + hour : freeAt;
  }
}

/** Every use is kept for an hour, so a limit holds for any hour there is, and not only from one full hour to the next. */
export class SqlRateLimits {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What uses in one transaction are to be judged by. */
  async judgeOf(transaction: Transaction, uses: readonly LimitedUse[]): Promise<UseJudge> {
    const asked = askedIn(uses);
    const counts = await this.#countsInTurn(transaction, asked);
    const near = asked.filter(({times, perHour}, index) => (counts[index] ?? 0) + times > perHour);
    const rows = await transaction.each(
      'SELECT used_at FROM rate_use WHERE subject = :subject ORDER BY used_at DESC LIMIT :perHour',
      near.map(({subject, perHour}) => ({subject, perHour})),
    );
    const times = rows.map((list) => list.map((row) => Date.parse(v.parse(useRowSchema, row).used_at)));
    return new UseJudge(new Map(near.map(({subject}, index) => [subject, times[index] ?? []])));
  }

  /** Counts uses, each against all its limits. */
  put(transaction: Transaction, uses: readonly LimitedUse[]): void {
    transaction.write(
      'INSERT INTO rate_use (subject, used_at) VALUES (:subject, :at)',
      uses.flatMap(({limits, at}) => limits.map(({subject}) => ({subject, at: at.toISOString()}))),
    );
  }

  /** About `limit` of the uses that no limit asks for any more; says how many. */
  async forget(at: Date, limit: number): Promise<number> {
    return this.#database.transact((transaction) =>
      transaction.run(
        `DELETE FROM rate_use WHERE (subject, used_at) IN
           (SELECT subject, used_at FROM rate_use WHERE used_at <= :before ORDER BY used_at LIMIT :limit)`,
        {before: new Date(at.getTime() - hour).toISOString(), limit},
      ),
    );
  }

  async #countsInTurn(transaction: Transaction, asked: readonly Asked[]): Promise<number[]> {
    const counts = await countsOf(transaction, asked);
    if (transaction.isAlone) return counts;
    const near = asked.filter(
      ({times, perHour}, index) => (counts[index] ?? 0) + times > Math.floor(perHour * shareInTurn),
    );
    if (near.length === 0) return counts;
    await transaction.hold(near.map(({subject}) => subject));
    return countsOf(transaction, asked);
  }
}

/** How often each subject is asked for. */
function askedIn(uses: readonly LimitedUse[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const {limits, at} of uses) {
    for (const {subject, perHour} of limits) {
      const before = asked.get(subject);
      asked.set(subject, {
        subject,
        times: (before?.times ?? 0) + 1,
        perHour,
        earliest: Math.min(before?.earliest ?? Infinity, at.getTime()),
      });
    }
  }
  return [...asked.values()];
}

async function countsOf(transaction: Transaction, asked: readonly Asked[]): Promise<number[]> {
  const rows = await transaction.each(
    'SELECT count(*) AS uses FROM rate_use WHERE subject = :subject AND used_at > :since',
    asked.map(({subject, earliest}) => ({subject, since: new Date(earliest - hour).toISOString()})),
  );
  return rows.map(([row]) => v.parse(usesRowSchema, row).uses);
}
