import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {TokenPurpose} from './confirmations.ts';
import {mailKinds, type ClaimedMail, type MailKind, type MailQueue, type TokenHashes} from './mail-queue.ts';
import type {Database, Transaction} from './database.ts';

/** A person gets no more than one mail about one petition in this time, however often they sign it. */
const mailPause = 60 * 60 * 1000;

const signatureRowSchema = v.object({signature_id: v.string()});
const claimedRowSchema = v.object({
  ...signatureRowSchema.entries,
  kind: v.picklist(mailKinds),
  attempts: integer,
  petition_id: v.string(),
  fields: v.string(),
  lang: v.string(),
});
const fieldsSchema = v.record(v.string(), v.string());
const dueRowSchema = v.object({due_at: v.nullable(v.string())});

/** A mail that a signing asks for. */
export interface QueuedMail {
  readonly signature: string;
  readonly kind: MailKind;
  readonly at: Date;
}

/** The one before is still to be sent, or was too lately. */
const isHeldBack = `(mail.due_at IS NOT NULL OR mail.queued_at > :earliest OR coalesce(mail.sent_at, '') > :earliest)`;

const put = `INSERT INTO mail (signature_id, kind, queued_at, due_at, attempts)
  VALUES (:signature, :kind, :at, :at, 0)
  ON CONFLICT (signature_id) DO UPDATE SET
    kind = CASE WHEN ${isHeldBack} THEN mail.kind ELSE excluded.kind END,
    queued_at = CASE WHEN ${isHeldBack} THEN mail.queued_at ELSE excluded.queued_at END,
    due_at = CASE WHEN ${isHeldBack} THEN mail.due_at ELSE excluded.due_at END,
    attempts = CASE WHEN ${isHeldBack} THEN mail.attempts ELSE excluded.attempts END`;

export class SqlMailQueue implements MailQueue {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Queues mails within the transaction of their signing, at most one an hour for a signature. The write is
   * the same where nothing is queued, so that its time doesn't tell.
   */
  enqueue(transaction: Transaction, mails: readonly QueuedMail[]): void {
    transaction.write(
      put,
      mails.map(({signature, kind, at}) => ({
        signature,
        kind,
        at: at.toISOString(),
        earliest: new Date(at.getTime() - mailPause).toISOString(),
      })),
    );
  }

  async nextDue(): Promise<Date | undefined> {
    const row = await this.#database.first('SELECT min(due_at) AS due_at FROM mail WHERE due_at IS NOT NULL');
    const {due_at} = v.parse(dueRowSchema, row);
    return due_at === null ? undefined : new Date(due_at);
  }

  async claim(at: Date, until: Date, hashes: TokenHashes): Promise<ClaimedMail | undefined> {
    const due = await this.nextDue();
    // A look disturbs no other process, as a transaction would.
    if (!due || due > at) return undefined;
    return this.#database.transact(async (transaction) => {
      const row = await transaction.first(
        `UPDATE mail SET due_at = :until, attempts = attempts + 1
         WHERE signature_id =
           (SELECT signature_id FROM mail WHERE due_at <= :at ORDER BY due_at LIMIT 1 ${this.#database.untaken})
         RETURNING signature_id`,
        {at: at.toISOString(), until: until.toISOString()},
      );
      if (!row) return undefined;
      const mail = await claimed(transaction, v.parse(signatureRowSchema, row).signature_id);
      if (mail.kind === 'confirmation') putToken(transaction, hashes.confirm, 'confirm', mail, at);
      putToken(transaction, hashes.withdraw, 'withdraw', mail, at);
      return mail;
    });
  }

  async settle({signature, attempt}: ClaimedMail, at: Date): Promise<void> {
    await this.#database.transact((transaction) =>
      transaction.run(
        `UPDATE mail SET sent_at = :at, due_at = CASE WHEN attempts = :attempt THEN NULL ELSE due_at END
         WHERE signature_id = :signature`,
        {signature, attempt, at: at.toISOString()},
      ),
    );
  }

  async postpone({signature, attempt}: ClaimedMail, until: Date): Promise<void> {
    await this.#database.transact((transaction) =>
      transaction.run(
        `UPDATE mail SET due_at = :until
         WHERE signature_id = :signature AND attempts = :attempt AND due_at IS NOT NULL`,
        {signature, attempt, until: until.toISOString()},
      ),
    );
  }

  async giveUp(before: Date): Promise<void> {
    await this.#database.transact((transaction) =>
      transaction.run('UPDATE mail SET due_at = NULL WHERE due_at IS NOT NULL AND queued_at <= :before', {
        before: before.toISOString(),
      }),
    );
  }
}

async function claimed(transaction: Transaction, id: string): Promise<ClaimedMail> {
  const row = await transaction.first(
    `SELECT mail.signature_id, mail.kind, mail.attempts, signature.petition_id, signature.fields, signature.lang
     FROM mail JOIN signature ON signature.id = mail.signature_id WHERE mail.signature_id = :id`,
    {id},
  );
  const {signature_id, kind, attempts, petition_id, fields, lang} = v.parse(claimedRowSchema, row);
  return {
    signature: signature_id,
    attempt: attempts,
    kind,
    petition: petition_id,
    fields: v.parse(fieldsSchema, JSON.parse(fields)),
    lang,
  };
}

function putToken(
  transaction: Transaction,
  hash: string,
  purpose: TokenPurpose,
  {signature, petition}: ClaimedMail,
  at: Date,
): void {
  transaction.write(
    `INSERT INTO token (hash, purpose, petition_id, signature_id, made_at)
     VALUES (:hash, :purpose, :petition, :signature, :at)`,
    [{hash, purpose, petition, signature, at: at.toISOString()}],
  );
}
