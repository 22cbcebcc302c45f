import * as z from 'zod/mini';
import {mailKinds, type ClaimedMail, type MailKind, type MailQueue, type TokenHashes} from './mail-queue.ts';
import type {SqliteDatabase} from './sqlite-database.ts';

/** A person gets no more than one mail about one petition in this time, however often they sign it. */
const mailPause = 60 * 60 * 1000;

const mailRowSchema = z.object({
  kind: z.enum(mailKinds),
  queued_at: z.string(),
  due_at: z.nullable(z.string()),
  attempts: z.int(),
  sent_at: z.nullable(z.string()),
});
type MailRow = z.infer<typeof mailRowSchema>;

const signatureRowSchema = z.object({signature_id: z.string()});
const claimedRowSchema = z.extend(signatureRowSchema, {
  kind: z.enum(mailKinds),
  attempts: z.int(),
  petition_id: z.string(),
  fields: z.string(),
  lang: z.string(),
});
const fieldsSchema = z.record(z.string(), z.string());
const dueRowSchema = z.object({due_at: z.nullable(z.string())});

/** Whether the one before is still to be sent, or was too lately. */
function holdsBack({queued_at, due_at, sent_at}: MailRow, at: Date): boolean {
  const earliest = new Date(at.getTime() - mailPause).toISOString();
  return due_at !== null || queued_at > earliest || (sent_at ?? '') > earliest;
}

export class SqliteMailQueue implements MailQueue {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  /**
   * Queues a mail within the transaction of a signing, at most one an hour for a signature. The write is
   * the same where nothing is queued, so that its time doesn't tell.
   */
  enqueue(signature: string, kind: MailKind, at: Date): void {
    const row = this.#database.first(
      'SELECT kind, queued_at, due_at, attempts, sent_at FROM mail WHERE signature_id = :signature',
      {signature},
    );
    const before = row && z.parse(mailRowSchema, row);
    const time = at.toISOString();
    const fresh: MailRow = {kind, queued_at: time, due_at: time, attempts: 0, sent_at: before?.sent_at ?? null};
    this.#database.run(
      `INSERT INTO mail (signature_id, kind, queued_at, due_at, attempts, sent_at)
       VALUES (:signature, :kind, :queued_at, :due_at, :attempts, :sent_at)
       ON CONFLICT (signature_id) DO UPDATE SET kind = excluded.kind, queued_at = excluded.queued_at,
         due_at = excluded.due_at, attempts = excluded.attempts, sent_at = excluded.sent_at`,
      {signature, ...(before && holdsBack(before, at) ? before : fresh)},
    );
  }

  async nextDue(): Promise<Date | undefined> {
    const row = this.#database.first('SELECT min(due_at) AS due_at FROM mail WHERE due_at IS NOT NULL');
    const {due_at} = z.parse(dueRowSchema, row);
    return due_at === null ? undefined : new Date(due_at);
  }

  async claim(at: Date, until: Date, hashes: TokenHashes): Promise<ClaimedMail | undefined> {
    const due = await this.nextDue();
    // A look disturbs no other process, as a transaction would.
    if (!due || due > at) return undefined;
    return this.#database.transact(() => {
      const row = this.#database.first(
        `UPDATE mail SET due_at = :until, attempts = attempts + 1
         WHERE signature_id = (SELECT signature_id FROM mail WHERE due_at <= :at ORDER BY due_at LIMIT 1)
         RETURNING signature_id`,
        {at: at.toISOString(), until: until.toISOString()},
      );
      if (!row) return undefined;
      const mail = this.#claimed(z.parse(signatureRowSchema, row).signature_id);
      if (mail.kind === 'confirmation') this.#putToken(hashes.confirm, 'confirm', mail, at);
      this.#putToken(hashes.withdraw, 'withdraw', mail, at);
      return mail;
    });
  }

  async settle({signature, attempt}: ClaimedMail, at: Date): Promise<void> {
    await this.#database.transact(() =>
      this.#database.run(
        `UPDATE mail SET sent_at = :at, due_at = CASE WHEN attempts = :attempt THEN NULL ELSE due_at END
         WHERE signature_id = :signature`,
        {signature, attempt, at: at.toISOString()},
      ),
    );
  }

  async postpone({signature, attempt}: ClaimedMail, until: Date): Promise<void> {
    await this.#database.transact(() =>
      this.#database.run(
        `UPDATE mail SET due_at = :until
         WHERE signature_id = :signature AND attempts = :attempt AND due_at IS NOT NULL`,
        {signature, attempt, until: until.toISOString()},
      ),
    );
  }

  async giveUp(before: Date): Promise<void> {
    await this.#database.transact(() =>
      this.#database.run('UPDATE mail SET due_at = NULL WHERE due_at IS NOT NULL AND queued_at <= :before', {
        before: before.toISOString(),
      }),
    );
  }

  #claimed(id: string): ClaimedMail {
    const row = this.#database.first(
      `SELECT mail.signature_id, mail.kind, mail.attempts, signature.petition_id, signature.fields, signature.lang
       FROM mail JOIN signature ON signature.id = mail.signature_id WHERE mail.signature_id = :id`,
      {id},
    );
    const {signature_id, kind, attempts, petition_id, fields, lang} = z.parse(claimedRowSchema, row);
    return {
      signature: signature_id,
      attempt: attempts,
      kind,
      petition: petition_id,
      fields: z.parse(fieldsSchema, JSON.parse(fields)),
      lang,
    };
  }

  #putToken(hash: string, purpose: 'confirm' | 'withdraw', {signature, petition}: ClaimedMail, at: Date): void {
    this.#database.run(
      `INSERT INTO token (hash, purpose, petition_id, signature_id, made_at)
       VALUES (:hash, :purpose, :petition, :signature, :at)`,
      {hash, purpose, petition, signature, at: at.toISOString()},
    );
  }
}
