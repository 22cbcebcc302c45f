import * as z from 'zod/mini';
import type {Count} from '../../../src/model/count.ts';
import type {Confirmations, TokenPurpose, TokenTarget, TokenUse} from './confirmations.ts';
import type {CountWatch} from './count-watch.ts';
import type {SqliteDatabase} from './sqlite-database.ts';
import {moveTotal} from './sqlite-totals.ts';

/** How long a link is good. */
const tokenLife = 30 * 24 * 60 * 60 * 1000;

const tokenRowSchema = z.object({
  petition_id: z.string(),
  signature_id: z.nullable(z.string()),
  lang: z.nullable(z.string()),
  counted_at: z.nullable(z.string()),
});
type TokenRow = z.infer<typeof tokenRowSchema>;

const oldestGood = (at: Date): string => new Date(at.getTime() - tokenLife).toISOString();

function targetOf({petition_id, lang, counted_at}: TokenRow): TokenTarget {
  return {petition: petition_id, signature: lang === null ? undefined : {lang, isCounted: counted_at !== null}};
}

export class SqliteConfirmations implements Confirmations {
  readonly #database: SqliteDatabase;

  readonly #watch: CountWatch;

  constructor(database: SqliteDatabase, watch: CountWatch) {
    this.#database = database;
    this.#watch = watch;
  }

  async findTarget(purpose: TokenPurpose, use: TokenUse): Promise<TokenTarget | undefined> {
    const row = this.#find(purpose, use);
    return row && targetOf(row);
  }

  async confirm(use: TokenUse): Promise<Count | undefined> {
    const change = await this.#database.transact(() => {
      const token = this.#find('confirm', use);
      if (!token) return undefined;
      const {signature_id: signature, petition_id: petition} = token;
      const added = this.#database.run(
        'UPDATE signature SET counted_at = :at WHERE id = :signature AND counted_at IS NULL',
        {signature, at: use.at.toISOString()},
      );
      this.#database.run(`UPDATE mail SET due_at = NULL WHERE signature_id = :signature AND kind = 'confirmation'`, {
        signature,
      });
      return moveTotal(this.#database, petition, added, use.at);
    });
    if (change) this.#watch.tell(change);
    return change?.count;
  }

  async withdraw(use: TokenUse): Promise<boolean> {
    const change = await this.#database.transact(() => {
      const token = this.#find('withdraw', use);
      if (!token) return undefined;
      const {signature_id: signature, petition_id: petition, counted_at} = token;
      this.#database.run(`DELETE FROM token WHERE signature_id = :signature AND purpose = 'confirm'`, {signature});
      this.#database.run('DELETE FROM signature WHERE id = :signature', {signature});
      return moveTotal(this.#database, petition, counted_at === null ? 0 : -1, use.at);
    });
    if (!change) return false;
    this.#watch.tell(change);
    // What was erased is in the log of the database until that is written back.
    this.#database.checkpoint();
    return true;
  }

  async eraseUnconfirmed(before: Date, limit: number): Promise<number> {
    // Who has signed again since has a younger mail, sent or not, which promises them its time.
    const oldest = `SELECT id FROM signature WHERE counted_at IS NULL AND signed_at <= :before
      AND NOT EXISTS (SELECT 1 FROM mail WHERE mail.signature_id = signature.id AND mail.queued_at > :before)
      ORDER BY signed_at, id LIMIT :limit`;
    const parameters = {before: before.toISOString(), limit};
    return this.#database.transact(() => {
      this.#database.run(`DELETE FROM token WHERE signature_id IN (${oldest})`, parameters);
      return this.#database.run(`DELETE FROM signature WHERE id IN (${oldest})`, parameters);
    });
  }

  async forgetTokens(at: Date, limit: number): Promise<number> {
    return this.#database.transact(() =>
      this.#database.run(
        `DELETE FROM token WHERE hash IN
           (SELECT hash FROM token WHERE made_at <= :oldest ORDER BY made_at LIMIT :limit)`,
        {oldest: oldestGood(at), limit},
      ),
    );
  }

  #find(purpose: TokenPurpose, {hash, at}: TokenUse): TokenRow | undefined {
    const row = this.#database.first(
      `SELECT token.petition_id, token.signature_id, signature.lang, signature.counted_at
       FROM token LEFT JOIN signature ON signature.id = token.signature_id
       WHERE token.hash = :hash AND token.purpose = :purpose AND token.made_at > :oldest`,
      {hash, purpose, oldest: oldestGood(at)},
    );
    return row && z.parse(tokenRowSchema, row);
  }
}
