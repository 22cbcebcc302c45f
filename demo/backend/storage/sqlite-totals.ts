import * as z from 'zod/mini';
import type {Count} from '../../../src/model/count.ts';
import type {SqliteDatabase} from './sqlite-database.ts';

export const countRowSchema = z.object({total: z.int(), goal: z.nullable(z.int()), counted_at: z.string()});

export function countOf({total, goal, counted_at}: z.infer<typeof countRowSchema>): Count {
  return {total, goal: goal ?? undefined, asOf: counted_at};
}

export function countIn(database: SqliteDatabase, petition: string): Count | undefined {
  const row = database.first('SELECT total, goal, counted_at FROM petition WHERE id = :petition', {petition});
  return row && countOf(z.parse(countRowSchema, row));
}

/** Moves a petition's total, within a transaction; the same write where it stays as it is. */
export function moveTotal(database: SqliteDatabase, petition: string, by: number, at: Date): Count {
  const row = database.first(
    `UPDATE petition SET total = total + :by, counted_at = CASE WHEN :by <> 0 THEN :at ELSE counted_at END
     WHERE id = :petition RETURNING total, goal, counted_at`,
    {petition, by, at: at.toISOString()},
  );
  return countOf(z.parse(countRowSchema, row));
}
