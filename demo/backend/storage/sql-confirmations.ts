import * as v from 'valibot';
import type {Count} from '../../../src/model/count.ts';
import type {Confirmations, TokenPurpose, TokenTarget, TokenUse} from './confirmations.ts';
import type {CountWatch} from './count-watch.ts';
import type {Database, Reader} from './database.ts';
import {moveTotal} from './totals.ts';

/** How long a link is good. */
const tokenLife = 30 * 24 * 60 * 60 * 1000;

const tokenRowSchema = v.object({
  petition_id: v.string(),
  signature_id: v.nullable(v.string()),
  lang: v.nullable(v.string()),
  counted_at: v.nullable(v.string()),
});
const withdrawnRowSchema = v.object({counted_at: v.nullable(v.string())});
const idRowSchema = v.object({id: v.string()});
/** Asked again of what is held: a mail may have been queued in between. */
const hasNoLaterMail = 'NOT EXISTS (SELECT 1 FROM mail WHERE mail.signature_id = :id AND mail.queued_at > :before)';
type TokenRow = v.InferOutput<typeof tokenRowSchema>;

const oldestGood = (at: Date): string => new Date(at.getTime() - tokenLife).toISOString();

function targetOf({petition_id, lang, counted_at}: TokenRow): TokenTarget {
  return {petition: petition_id, signature: lang === null ? undefined : {lang, isCounted: counted_at !== null}};
}

export class SqlConfirmations implements Confirmations {
  readonly #database: Database;

  readonly #watch: CountWatch;

  constructor(database: Database, watch: CountWatch) {
    this.#database = database;
    this.#watch = watch;
  }

  async findTarget(purpose: TokenPurpose, use: TokenUse): Promise<TokenTarget | undefined> {
    const row = await findToken(this.#database, purpose, use);
    return row && targetOf(row);
  }

  async confirm(use: TokenUse): Promise<Count | undefined> {
    const change = await this.#database.transact(async (transaction) => {
      const token = await findToken(transaction, 'confirm', use);
      if (!token) return undefined;
      const {signature_id: signature, petition_id: petition} = token;
      const added = await transaction.run(
        'UPDATE signature SET counted_at = :at WHERE id = :signature AND counted_at IS NULL',
        {signature, at: use.at.toISOString()},
      );
      transaction.write(`UPDATE mail SET due_at = NULL WHERE signature_id = :signature AND kind = 'confirmation'`, [
        {signature},
      ]);
      return moveTotal(transaction, {petition, by: added, at: use.at});
    });
    if (change) this.#watch.tell([change]);
    return change?.count;
  }

  async withdraw(use: TokenUse): Promise<boolean> {
    const change = await this.#database.transact(async (transaction) => {
      const token = await findToken(transaction, 'withdraw', use);
      if (!token) return undefined;
      const {signature_id: signature, petition_id: petition} = token;
      transaction.write(`DELETE FROM token WHERE signature_id = :signature AND purpose = 'confirm'`, [{signature}]);
      // Its own row tells whether it counted, and no other withdrawal gets the same.
      const row = await transaction.first('DELETE FROM signature WHERE id = :signature RETURNING counted_at', {
        signature,
      });
      const by = row && v.parse(withdrawnRowSchema, row).counted_at !== null ? -1 : 0;
      return moveTotal(transaction, {petition, by, at: use.at});
    });
    if (!change) return false;
    this.#watch.tell([change]);
    // What was erased is in the log of the database until that is written back.
    await this.#database.clearLog();
    return true;
  }

  async eraseUnconfirmed(before: Date, limit: number): Promise<number> {
    const time = before.toISOString();
    return this.#database.transact(async (transaction) => {
      // Who has signed again since has a younger mail, sent or not, which promises them its time. The write
      // is for its hold: who confirms or signs from now on waits until it is erased.
      const rows = await transaction.all(
        `UPDATE signature SET mailbox = mailbox WHERE counted_at IS NULL AND id IN
           (SELECT id FROM signature AS old WHERE counted_at IS NULL AND signed_at <= :before
              AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.signature_id = old.id AND mail.queued_at > :before)
            ORDER BY signed_at, id LIMIT :limit ${this.#database.untaken})
         RETURNING id`,
        {before: time, limit},
      );
      const held = rows.map((row) => ({id: v.parse(idRowSchema, row).id, before: time}));
      transaction.write(`DELETE FROM token WHERE signature_id = :id AND ${hasNoLaterMail}`, held);
      const erased = await transaction.each(
        `DELETE FROM signature WHERE id = :id AND ${hasNoLaterMail} RETURNING id`,
        held,
      );
      return erased.flat().length;
    });
  }

  async forgetTokens(at: Date, limit: number): Promise<number> {
    return this.#database.transact((transaction) =>
      transaction.run(
        `DELETE FROM token WHERE hash IN
           (SELECT hash FROM token WHERE made_at <= :oldest ORDER BY made_at LIMIT :limit)`,
        {oldest: oldestGood(at), limit},
      ),
    );
  }
}

async function findToken(reader: Reader, purpose: TokenPurpose, {hash, at}: TokenUse): Promise<TokenRow | undefined> {
  const row = await reader.first(
    `SELECT token.petition_id, token.signature_id, signature.lang, signature.counted_at
     FROM token LEFT JOIN signature ON signature.id = token.signature_id
     WHERE token.hash = :hash AND token.purpose = :purpose AND token.made_at > :oldest`,
    {hash, purpose, oldest: oldestGood(at)},
  );
  return row && v.parse(tokenRowSchema, row);
}
