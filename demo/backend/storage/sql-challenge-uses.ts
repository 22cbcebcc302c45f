import type {SolvedChallenge} from './challenge-uses.ts';
import {TransactionConflict, type Database, type Transaction} from './database.ts';

/** How long an expired one is still known, should the clocks of two processes differ. */
const hour = 60 * 60 * 1000;

const select = 'SELECT hash FROM challenge_use WHERE hash = :hash';

export class SqlChallengeUses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async has({hash}: SolvedChallenge): Promise<boolean> {
    return (await this.#database.first(select, {hash})) !== undefined;
  }

  /** Those of the challenges that have been used before. */
  async usedOf(transaction: Transaction, challenges: readonly SolvedChallenge[]): Promise<ReadonlySet<string>> {
    const rows = await transaction.each(
      select,
      challenges.map(({hash}) => ({hash})),
    );
    return new Set(challenges.filter((_, index) => rows[index]?.length).map(({hash}) => hash));
  }

  /**
   * Uses challenges up.
   * @throws {TransactionConflict} if another process has used one since
   */
  async use(transaction: Transaction, challenges: readonly SolvedChallenge[]): Promise<void> {
    const rows = await transaction.each(
      `INSERT INTO challenge_use (hash, expires_at) VALUES (:hash, :expiresAt)
       ON CONFLICT DO NOTHING RETURNING hash`,
      challenges.map(({hash, expiresAt}) => ({hash, expiresAt: expiresAt.toISOString()})),
    );
    if (rows.some(({length}) => length === 0)) throw new TransactionConflict('a challenge has been used');
  }

  /** Up to `limit` of those that have long expired; says how many. */
  async forget(at: Date, limit: number): Promise<number> {
    return this.#database.transact((transaction) =>
      transaction.run(
        `DELETE FROM challenge_use WHERE hash IN
           (SELECT hash FROM challenge_use WHERE expires_at <= :before ORDER BY expires_at LIMIT :limit)`,
        {before: new Date(at.getTime() - hour).toISOString(), limit},
      ),
    );
  }
}
