import * as z from 'zod/mini';
import type {Count} from '../../../src/model/count.ts';
import type {CountRevision} from './counts.ts';
import type {SqliteDatabase} from './sqlite-database.ts';

export const countRowSchema = z.object({total: z.int(), goal: z.nullable(z.int()), counted_at: z.string()});
const revisionRowSchema = z.extend(countRowSchema, {id: z.string(), revision: z.int()});

export function countOf({total, goal, counted_at}: z.infer<typeof countRowSchema>): Count {
  return {total, goal: goal ?? undefined, asOf: counted_at};
}

export function revisionOf(row: unknown): CountRevision {
  const {id, revision, ...count} = z.parse(revisionRowSchema, row);
  return {petition: id, count: countOf(count), revision};
}

export function countIn(database: SqliteDatabase, petition: string): CountRevision | undefined {
  const row = database.first('SELECT id, total, goal, counted_at, revision FROM petition WHERE id = :petition', {
    petition,
  });
  return row && revisionOf(row);
}

/** Moves a petition's total, within a transaction; the same write where it stays as it is. */
export function moveTotal(database: SqliteDatabase, petition: string, by: number, at: Date): CountRevision {
  const row = database.first(
    `UPDATE petition SET total = total + :by,
       revision = CASE WHEN :by <> 0 THEN revision + 1 ELSE revision END,
       counted_at = CASE WHEN :by <> 0 THEN :at ELSE counted_at END
     WHERE id = :petition RETURNING id, total, goal, counted_at, revision`,
    {petition, by, at: at.toISOString()},
  );
  return revisionOf(row);
}
