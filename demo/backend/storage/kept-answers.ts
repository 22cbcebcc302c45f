import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {Database, Reader, Transaction} from './database.ts';
import type {KeptAnswer} from './storage.ts';

/** What an answer is kept under: an idempotency key belongs to one petition. */
export interface AnswerKey {
  readonly petition: string;
  readonly key: string;
}

const answerRowSchema = v.object({digest: v.string(), status: integer, body: v.string()});

const select = 'SELECT digest, status, body FROM kept_answer WHERE petition_id = :petition AND key = :key';

export async function findKept(reader: Reader, {petition, key}: AnswerKey): Promise<KeptAnswer | undefined> {
  const row = await reader.first(select, {petition, key});
  return row && v.parse(answerRowSchema, row);
}

export async function findAllKept(
  transaction: Transaction,
  keys: readonly AnswerKey[],
): Promise<(KeptAnswer | undefined)[]> {
  const rows = await transaction.each(
    select,
    keys.map(({petition, key}) => ({petition, key})),
  );
  return rows.map(([row]) => row && v.parse(answerRowSchema, row));
}

/** One that another process has put in first is in the way of the whole transaction. */
export function keep(
  transaction: Transaction,
  list: readonly {readonly under: AnswerKey; readonly answer: KeptAnswer; readonly at: Date}[],
): void {
  transaction.write(
    `INSERT INTO kept_answer (petition_id, key, digest, status, body, kept_at)
     VALUES (:petition, :key, :digest, :status, :body, :at)`,
    list.map(({under: {petition, key}, answer: {digest, status, body}, at}) => ({
      petition,
      key,
      digest,
      status,
      body,
      at: at.toISOString(),
    })),
  );
}

/** Forgets up to `limit` answers kept before a time; says how many. */
export function forgetKept(database: Database, before: Date, limit: number): Promise<number> {
  return database.transact((transaction) =>
    transaction.run(
      `DELETE FROM kept_answer WHERE (petition_id, key) IN
         (SELECT petition_id, key FROM kept_answer WHERE kept_at < :before ORDER BY kept_at LIMIT :limit)`,
      {before: before.toISOString(), limit},
    ),
  );
}
