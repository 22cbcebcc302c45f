import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {Count} from '../../../src/model/count.ts';
import type {CountRevision} from './counts.ts';
import type {Reader, Transaction} from './database.ts';

export const countRowSchema = v.object({total: integer, goal: v.nullable(integer), counted_at: v.string()});
const revisionRowSchema = v.object({...countRowSchema.entries, id: v.string(), revision: integer});

export function countOf({total, goal, counted_at}: v.InferOutput<typeof countRowSchema>): Count {
  return {total, goal: goal ?? undefined, asOf: counted_at};
}

export function revisionOf(row: unknown): CountRevision {
  const {id, revision, ...count} = v.parse(revisionRowSchema, row);
  return {petition: id, count: countOf(count), revision};
}

export async function countIn(reader: Reader, petition: string): Promise<CountRevision | undefined> {
  const sql = 'SELECT id, total, goal, counted_at, revision FROM petition WHERE id = :petition';
  const row = await reader.first(sql, {petition});
  return row && revisionOf(row);
}

/** Tells the other processes, once it is durable. */
export function announceCounts(transaction: Transaction, counts: readonly CountRevision[]): void {
  for (const count of counts) transaction.announce(JSON.stringify(count));
}

/** By how much a petition's total moves. */
export interface Move {
  readonly petition: string;
  readonly by: number;
  readonly at: Date;
}

/**
 * Moves totals within a transaction, which holds their petitions from here to its end; the same write where one
 * stays as it is.
 */
export async function moveTotals(transaction: Transaction, moves: readonly Move[]): Promise<CountRevision[]> {
  // In one order, so that no two transactions wait for each other.
  const list = moves.toSorted((a, b) => (a.petition < b.petition ? -1 : 1));
  const rows = await transaction.each(
    `UPDATE petition SET total = total + :by,
       revision = CASE WHEN :by <> 0 THEN revision + 1 ELSE revision END,
       counted_at = CASE WHEN :by <> 0 THEN :at ELSE counted_at END
     WHERE id = :petition RETURNING id, total, goal, counted_at, revision`,
    list.map(({petition, by, at}) => ({petition, by, at: at.toISOString()})),
  );
  const changes = rows.map(([row]) => revisionOf(row));
  announceCounts(transaction, changes);
  return changes;
}

export async function moveTotal(transaction: Transaction, move: Move): Promise<CountRevision> {
  const [change] = await moveTotals(transaction, [move]);
  if (!change) throw new Error('There is no such petition');
  return change;
}
