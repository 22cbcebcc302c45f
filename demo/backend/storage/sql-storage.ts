import {setImmediate as turn} from 'node:timers/promises';
import * as v from 'valibot';
import {organizationSchema, petitionDefinitionSchema} from '../petitions/petition-definition.ts';
import type {Seed} from '../petitions/seed.ts';
import type {SolvedChallenge} from './challenge-uses.ts';
import {CountWatch} from './count-watch.ts';
import type {CountListener, CountRevision, ListedSupporter, TotalDifference} from './counts.ts';
import {StorageMismatch, type Database} from './database.ts';
import {findKept, forgetKept} from './kept-answers.ts';
import {selectionOf} from './list-selection.ts';
import {latestSupporters} from './listed-supporters.ts';
import {expectMigrated, migrate} from './migrate.ts';
import {migrations} from './migrations.ts';
import {secretIn} from './secrets.ts';
import {putSeed} from './seeding.ts';
import {SigningBatch} from './signing-batch.ts';
import {SigningQueue} from './signing-queue.ts';
import {SqlChallengeUses} from './sql-challenge-uses.ts';
import {SqlConfirmations} from './sql-confirmations.ts';
import {SqlMailQueue} from './sql-mail-queue.ts';
import {SqlRateLimits} from './sql-rate-limits.ts';
import type {AnswerTo, KeptAnswer, ListQuery, Signing, Storage, StoredPetition} from './storage.ts';
import {checkTotal, petitionsIn} from './total-check.ts';
import {countIn, countOf, countRowSchema} from './totals.ts';

const petitionRowSchema = v.object({...countRowSchema.entries, definition: v.string(), organization: v.string()});

const selectPetitions = `
  SELECT petition.definition, petition.total, petition.goal, petition.counted_at,
    organization.definition AS organization
  FROM petition JOIN organization ON organization.id = petition.organization_id`;

function storedPetition(row: unknown): StoredPetition {
  const parsed = v.parse(petitionRowSchema, row);
  return {
    definition: v.parse(petitionDefinitionSchema, JSON.parse(parsed.definition)),
    organization: v.parse(organizationSchema, JSON.parse(parsed.organization)),
    count: countOf(parsed),
  };
}

/** Keeps everything in a database of SQL. */
export class SqlStorage implements Storage {
  readonly confirmations: SqlConfirmations;
  readonly mails: SqlMailQueue;
  readonly #challengeUses: SqlChallengeUses;
  readonly #rateLimits: SqlRateLimits;
  readonly #database: Database;
  readonly #watch: CountWatch;
  readonly #signing: SigningQueue;
  #closing: Promise<void> | undefined;

  /** Brings the schema up to date. The database is the storage's from then on, also to close. */
  static open(database: Database): Promise<SqlStorage> {
    return SqlStorage.#onceReady(database, () => migrate(database, migrations));
  }

  /**
   * Leaves the database as it is, which is the storage's from then on.
   * @throws {StorageMismatch} where it is of another version, or has no petition
   */
  static openExisting(database: Database): Promise<SqlStorage> {
    return SqlStorage.#onceReady(database, async () => {
      await expectMigrated(database, migrations);
      const petitions = await petitionsIn(database);
      if (petitions.length === 0) throw new StorageMismatch('There is no petition in the database');
    });
  }

  static async #onceReady(database: Database, prepare: () => Promise<void>): Promise<SqlStorage> {
    try {
      await prepare();
    } catch (error) {
      await database.close();
      throw error;
    }
    return new SqlStorage(database);
  }

  private constructor(database: Database) {
    this.#database = database;
    this.#watch = new CountWatch(database);
    this.confirmations = new SqlConfirmations(database, this.#watch);
    this.mails = new SqlMailQueue(database);
    this.#challengeUses = new SqlChallengeUses(database);
    this.#rateLimits = new SqlRateLimits(database);
    const batch = new SigningBatch({
      challengeUses: this.#challengeUses,
      rateLimits: this.#rateLimits,
      mails: this.mails,
    });
    this.#signing = new SigningQueue({database, batch, watch: this.#watch});
  }

  async seed(seed: Seed, at: Date): Promise<void> {
    this.#watch.tell(await putSeed(this.#database, seed, at));
  }

  async findPetition(id: string): Promise<StoredPetition | undefined> {
    const row = await this.#database.first(`${selectPetitions} WHERE petition.id = :id`, {id});
    return row && storedPetition(row);
  }

  findCount(id: string): Promise<CountRevision | undefined> {
    return countIn(this.#database, id);
  }

  watchCounts(listener: CountListener): () => void {
    return this.#watch.add(listener);
  }

  listedSupporters(petition: string, since: string, limit: number): Promise<ListedSupporter[]> {
    return latestSupporters(this.#database, petition, since, limit);
  }

  async checkTotals(at: Date): Promise<TotalDifference[]> {
    const differences: TotalDifference[] = [];
    for (const petition of await petitionsIn(this.#database)) {
      // Requests are answered in between.
      await turn();
      const mended = await checkTotal(this.#database, petition, at);
      if (!mended) continue;
      this.#watch.tell([mended.change]);
      differences.push(mended.difference);
    }
    return differences;
  }

  async takeOnCheck(night: string): Promise<boolean> {
    return this.#database.transact(async (transaction) => {
      const sql = 'INSERT INTO total_check (night) VALUES (:night) ON CONFLICT DO NOTHING RETURNING night';
      const isFirst = (await transaction.first(sql, {night})) !== undefined;
      transaction.write('DELETE FROM total_check WHERE night < :night', [{night}]);
      return isFirst;
    });
  }

  async listPetitions(query: ListQuery): Promise<StoredPetition[]> {
    const {clauses, parameters} = selectionOf(query);
    const rows = await this.#database.all(`${selectPetitions} ${clauses}`, parameters);
    return rows.map(storedPetition);
  }

  async hadConsentText(petition: string, consent: string, textId: string): Promise<boolean> {
    const row = await this.#database.first(
      `SELECT text_id FROM consent_text
       WHERE petition_id = :petition AND consent = :consent AND text_id = :textId LIMIT 1`,
      {petition, consent, textId},
    );
    return row !== undefined;
  }

  findAnswer(petition: string, key: string): Promise<KeptAnswer | undefined> {
    return findKept(this.#database, {petition, key});
  }

  sign(signing: Signing, answer: AnswerTo): Promise<KeptAnswer> {
    return this.#signing.sign(signing, answer);
  }

  forgetAnswers(before: Date, limit: number): Promise<number> {
    return forgetKept(this.#database, before, limit);
  }

  isChallengeUsed(challenge: SolvedChallenge): Promise<boolean> {
    return this.#challengeUses.has(challenge);
  }

  forgetChallenges(at: Date, limit: number): Promise<number> {
    return this.#challengeUses.forget(at, limit);
  }

  forgetRateUses(at: Date, limit: number): Promise<number> {
    return this.#rateLimits.forget(at, limit);
  }

  secret(name: string): Promise<string> {
    return secretIn(this.#database, name);
  }

  overwriteErased(): Promise<void> {
    return this.#database.overwriteDeleted();
  }

  async checkWritable(at: Date): Promise<void> {
    await this.#database.transact((transaction) =>
      transaction.run(
        `INSERT INTO write_check (id, checked_at) VALUES (1, :at)
         ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at`,
        {at: at.toISOString()},
      ),
    );
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  /** Those who wait to sign are answered. */
  async #close(): Promise<void> {
    await this.#signing.close();
    await this.#database.close();
  }
}
