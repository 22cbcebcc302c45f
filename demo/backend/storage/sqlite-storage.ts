import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import * as z from 'zod/mini';
import {listings} from '../../../src/model/vocabulary.ts';
import {
  organizationSchema,
  petitionDefinitionSchema,
  type Organization,
  type PetitionDefinition,
} from '../petitions/petition-definition.ts';
import type {Seed} from '../petitions/seed.ts';
import type {SolvedChallenge} from './challenge-uses.ts';
import {CountWatch} from './count-watch.ts';
import type {CountListener, CountRevision, ListedSupporter, TotalDifference} from './counts.ts';
import {listedName} from './listed-name.ts';
import {SqliteChallengeUses} from './sqlite-challenge-uses.ts';
import {SqliteConfirmations} from './sqlite-confirmations.ts';
import {SqliteDatabase} from './sqlite-database.ts';
import {selectionOf} from './sqlite-list.ts';
import {SqliteMailQueue} from './sqlite-mail-queue.ts';
import {migrate} from './sqlite-migrate.ts';
import {migrations} from './sqlite-migrations.ts';
import {SqliteRateLimits} from './sqlite-rate-limits.ts';
import {secretIn} from './sqlite-secrets.ts';
import {countIn, countOf, countRowSchema, moveTotal} from './sqlite-totals.ts';
import type {KeptAnswer, ListQuery, Signing, Storage, StoredPetition} from './storage.ts';

const petitionRowSchema = z.extend(countRowSchema, {definition: z.string(), organization: z.string()});
const answerRowSchema = z.object({digest: z.string(), status: z.int(), body: z.string()});
const signedRowSchema = z.object({id: z.string(), counted_at: z.nullable(z.string())});

const totalRowSchema = z.object({id: z.string(), stored: z.int(), counted: z.int()});
const fieldsSchema = z.record(z.string(), z.string());
const supporterRowSchema = z.object({
  id: z.string(),
  fields: z.string(),
  listed: z.enum(listings),
  lang: z.string(),
  signed_at: z.string(),
});

const selectPetitions = `
  SELECT petition.definition, petition.total, petition.goal, petition.counted_at,
    organization.definition AS organization
  FROM petition JOIN organization ON organization.id = petition.organization_id`;

function storedPetition(row: unknown): StoredPetition {
  const parsed = z.parse(petitionRowSchema, row);
  return {
    definition: z.parse(petitionDefinitionSchema, JSON.parse(parsed.definition)),
    organization: z.parse(organizationSchema, JSON.parse(parsed.organization)),
    count: countOf(parsed),
  };
}

/** Times are compared as texts, so all of them have one form. */
const sortableTime = (time: string): string => new Date(time).toISOString();

function listedSupporter(row: unknown): ListedSupporter[] {
  const {id, fields, listed, lang, signed_at} = z.parse(supporterRowSchema, row);
  const values = z.parse(fieldsSchema, JSON.parse(fields));
  const name = listedName(values, listed);
  return name === undefined ? [] : [{id, name, country: values['country'], lang, signedAt: signed_at}];
}

interface StoredSignature {
  readonly id: string;
  readonly isCounted: boolean;
  /** It counts since now. */
  readonly isNewlyCounted: boolean;
}

export class SqliteStorage implements Storage {
  readonly confirmations: SqliteConfirmations;
  readonly mails: SqliteMailQueue;
  readonly #challengeUses: SqliteChallengeUses;
  readonly #rateLimits: SqliteRateLimits;
  readonly #database: SqliteDatabase;
  readonly #watch = new CountWatch();

  /** Opens the one file in `folder`, which is made if it is missing, with its schema up to date. */
  static async open(folder: string): Promise<SqliteStorage> {
    const database = new SqliteDatabase(join(folder, 'petitions.sqlite'));
    try {
      await migrate(database, migrations);
    } catch (error) {
      database.close();
      throw error;
    }
    return new SqliteStorage(database);
  }

  private constructor(database: SqliteDatabase) {
    this.#database = database;
    this.confirmations = new SqliteConfirmations(database, this.#watch);
    this.mails = new SqliteMailQueue(database);
    this.#challengeUses = new SqliteChallengeUses(database);
    this.#rateLimits = new SqliteRateLimits(database);
  }

  async seed({organization, petitions}: Seed, at: Date): Promise<void> {
    await this.#database.transact(() => {
      this.#putOrganization(organization);
      for (const petition of petitions) {
        this.#putPetition(petition, organization.id, at);
        this.#putConsentTexts(petition, at);
      }
    });
  }

  async findPetition(id: string): Promise<StoredPetition | undefined> {
    const row = this.#database.first(`${selectPetitions} WHERE petition.id = :id`, {id});
    return row && storedPetition(row);
  }

  async findCount(id: string): Promise<CountRevision | undefined> {
    return countIn(this.#database, id);
  }

  watchCounts(listener: CountListener): () => void {
    return this.#watch.add(listener);
  }

  async listedSupporters(petition: string, since: string, limit: number): Promise<ListedSupporter[]> {
    const rows = this.#database.all(
      `SELECT id, fields, listed, lang, signed_at FROM signature
       WHERE petition_id = :petition AND counted_at > :since AND listed <> 'unlisted'
       ORDER BY counted_at DESC, id DESC LIMIT :limit`,
      {petition, since: sortableTime(since), limit},
    );
    return rows.flatMap(listedSupporter).toReversed();
  }

  async checkTotals(at: Date): Promise<TotalDifference[]> {
    const {differences, changes} = await this.#database.transact(() => {
      const rows = this.#database.all(
        `SELECT petition.id, petition.total AS stored, petition.brought_in +
           (SELECT count(*) FROM signature WHERE petition_id = petition.id AND counted_at IS NOT NULL) AS counted
         FROM petition`,
      );
      const found = rows.map((row) => z.parse(totalRowSchema, row)).filter(({stored, counted}) => stored !== counted);
      return {
        differences: found.map(({id, stored, counted}) => ({petition: id, stored, counted})),
        changes: found.map(({id, stored, counted}) => moveTotal(this.#database, id, counted - stored, at)),
      };
    });
    for (const change of changes) this.#watch.tell(change);
    return differences;
  }

  async listPetitions(query: ListQuery): Promise<StoredPetition[]> {
    const {clauses, parameters} = selectionOf(query);
    return this.#database.all(`${selectPetitions} ${clauses}`, parameters).map(storedPetition);
  }

  async hadConsentText(petition: string, consent: string, textId: string): Promise<boolean> {
    const row = this.#database.first(
      `SELECT text_id FROM consent_text
       WHERE petition_id = :petition AND consent = :consent AND text_id = :textId LIMIT 1`,
      {petition, consent, textId},
    );
    return row !== undefined;
  }

  async findAnswer(petition: string, key: string): Promise<KeptAnswer | undefined> {
    return this.#keptAnswer(petition, key);
  }

  async sign(signing: Signing, answer: (total: number) => Omit<KeptAnswer, 'digest'>): Promise<KeptAnswer> {
    const {given, change} = await this.#database.transact((): {given: KeptAnswer; change?: CountRevision} => {
      const kept = this.#keptAnswer(signing.petition, signing.key);
      if (kept) return {given: kept};
      const {petition, signature, confirmation, limits, at} = signing;
      this.#rateLimits.use(limits, at);
      if (signature.challenge) this.#challengeUses.use(signature.challenge);
      const {id, isCounted, isNewlyCounted} = this.#putSignature(signing);
      const moved = moveTotal(this.#database, petition, isNewlyCounted ? 1 : 0, at);
      if (confirmation === 'email') this.mails.enqueue(id, isCounted ? 'already-signed' : 'confirmation', at);
      const made = {...answer(moved.count.total), digest: signing.digest};
      this.#keepAnswer(signing, made);
      return isNewlyCounted ? {given: made, change: moved} : {given: made};
    });
    if (change) this.#watch.tell(change);
    return given;
  }

  async forgetAnswers(before: Date, limit: number): Promise<number> {
    return this.#database.transact(() =>
      this.#database.run(
        `DELETE FROM kept_answer WHERE (petition_id, key) IN
           (SELECT petition_id, key FROM kept_answer WHERE kept_at < :before ORDER BY kept_at LIMIT :limit)`,
        {before: before.toISOString(), limit},
      ),
    );
  }

  async isChallengeUsed(challenge: SolvedChallenge): Promise<boolean> {
    return this.#challengeUses.has(challenge);
  }

  async forgetChallenges(at: Date, limit: number): Promise<number> {
    return this.#challengeUses.forget(at, limit);
  }

  async forgetRateUses(at: Date, limit: number): Promise<number> {
    return this.#rateLimits.forget(at, limit);
  }

  async secret(name: string): Promise<string> {
    return secretIn(this.#database, name);
  }

  async overwriteErased(): Promise<void> {
    this.#database.checkpoint();
  }

  async checkWritable(at: Date): Promise<void> {
    await this.#database.transact(() =>
      this.#database.run(
        `INSERT INTO write_check (id, checked_at) VALUES (1, :at)
         ON CONFLICT (id) DO UPDATE SET checked_at = excluded.checked_at`,
        {at: at.toISOString()},
      ),
    );
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #putOrganization(organization: Organization): void {
    this.#database.run(
      `INSERT INTO organization (id, definition) VALUES (:id, :definition)
       ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`,
      {id: organization.id, definition: JSON.stringify(organization)},
    );
  }

  #putPetition(petition: PetitionDefinition, organization: string, at: Date): void {
    this.#database.run(
      `INSERT INTO petition
         (id, organization_id, status, published_at, closes_at, goal, brought_in, total, counted_at, definition)
       VALUES (:id, :organization, :status, :publishedAt, :closesAt, :goal, :broughtIn, :broughtIn, :at, :definition)
       ON CONFLICT (id) DO UPDATE SET
         organization_id = excluded.organization_id, status = excluded.status, published_at = excluded.published_at,
         closes_at = excluded.closes_at, goal = excluded.goal, definition = excluded.definition,
         brought_in = excluded.brought_in,
         total = petition.total + excluded.brought_in - petition.brought_in,
         revision = CASE WHEN excluded.brought_in = petition.brought_in AND excluded.goal IS NOT DISTINCT FROM petition.goal
           THEN petition.revision ELSE petition.revision + 1 END,
         counted_at = CASE WHEN excluded.brought_in = petition.brought_in
           THEN petition.counted_at ELSE excluded.counted_at END`,
      {
        id: petition.id,
        organization,
        status: petition.status,
        publishedAt: sortableTime(petition.publishedAt),
        closesAt: petition.closesAt === undefined ? null : sortableTime(petition.closesAt),
        goal: petition.goal ?? null,
        broughtIn: petition.broughtIn,
        at: at.toISOString(),
        definition: JSON.stringify(petition),
      },
    );
  }

  #putConsentTexts(petition: PetitionDefinition, at: Date): void {
    for (const consent of petition.form.consents) {
      this.#database.run(
        `INSERT INTO consent_text (petition_id, consent, text_id, texts, since)
         VALUES (:petition, :consent, :textId, :texts, :since) ON CONFLICT DO NOTHING`,
        {
          petition: petition.id,
          consent: consent.name,
          textId: consent.textId,
          texts: JSON.stringify(consent.text),
          since: at.toISOString(),
        },
      );
    }
  }

  /**
   * A mailbox that has signed already costs the same statements and a write of the same size, so that
   * neither tells by its time; what it signed stays as it was. What waited for a mail counts once its
   * petition asks for none any more.
   * @returns the signature that is stored of this mailbox
   */
  #putSignature({petition, signature, confirmation, at}: Signing): StoredSignature {
    const id = randomUUID();
    const wasCounted = this.#isCounted(petition, signature.mailbox);
    const row = this.#database.first(
      `INSERT INTO signature
         (id, petition_id, mailbox, fields, consents, listed, lang, source, signed_at, counted_at)
       VALUES (:id, :petition, :mailbox, :fields, :consents, :listed, :lang, :source, :at, :countedAt)
       ON CONFLICT (petition_id, mailbox) DO UPDATE SET
         mailbox = excluded.mailbox, counted_at = coalesce(counted_at, excluded.counted_at)
       RETURNING id, counted_at`,
      {
        id,
        petition,
        mailbox: signature.mailbox ?? null,
        fields: JSON.stringify(signature.fields),
        consents: JSON.stringify(signature.consents),
        listed: signature.listed,
        lang: signature.lang,
        source: JSON.stringify(signature.source),
        at: at.toISOString(),
        countedAt: confirmation === 'none' ? at.toISOString() : null,
      },
    );
    const stored = z.parse(signedRowSchema, row);
    const isCounted = stored.counted_at !== null;
    return {id: stored.id, isCounted, isNewlyCounted: isCounted && !wasCounted};
  }

  #isCounted(petition: string, mailbox: string | undefined): boolean {
    const row = this.#database.first(
      'SELECT id FROM signature WHERE petition_id = :petition AND mailbox = :mailbox AND counted_at IS NOT NULL',
      {petition, mailbox: mailbox ?? null},
    );
    return row !== undefined;
  }

  #keptAnswer(petition: string, key: string): KeptAnswer | undefined {
    const row = this.#database.first(
      'SELECT digest, status, body FROM kept_answer WHERE petition_id = :petition AND key = :key',
      {petition, key},
    );
    return row && z.parse(answerRowSchema, row);
  }

  #keepAnswer({petition, key, at}: Signing, {digest, status, body}: KeptAnswer): void {
    this.#database.run(
      `INSERT INTO kept_answer (petition_id, key, digest, status, body, kept_at)
       VALUES (:petition, :key, :digest, :status, :body, :at)`,
      {petition, key, digest, status, body, at: at.toISOString()},
    );
  }
}
