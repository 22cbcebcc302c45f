import {ChallengeUsed, type SolvedChallenge} from './challenge-uses.ts';
import type {SqliteDatabase} from './sqlite-database.ts';

/** How long an expired one is still known, should the clocks of two processes differ. */
const hour = 60 * 60 * 1000;

export class SqliteChallengeUses {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  has({hash}: SolvedChallenge): boolean {
    return this.#database.first('SELECT hash FROM challenge_use WHERE hash = :hash', {hash}) !== undefined;
  }

  /**
   * Uses a challenge up, within a transaction.
   * @throws {ChallengeUsed} if it has been before
   */
  use({hash, expiresAt}: SolvedChallenge): void {
    const added = this.#database.run(
      'INSERT INTO challenge_use (hash, expires_at) VALUES (:hash, :expiresAt) ON CONFLICT DO NOTHING',
      {hash, expiresAt: expiresAt.toISOString()},
    );
    if (added === 0) throw new ChallengeUsed();
  }

  /** Up to `limit` of those that have long expired; says how many. */
  async forget(at: Date, limit: number): Promise<number> {
    return this.#database.transact(() =>
      this.#database.run(
        `DELETE FROM challenge_use WHERE hash IN
           (SELECT hash FROM challenge_use WHERE expires_at <= :before ORDER BY expires_at LIMIT :limit)`,
        {before: new Date(at.getTime() - hour).toISOString(), limit},
      ),
    );
  }
}
