import {setImmediate as turn} from 'node:timers/promises';
import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import type {CountRevision, TotalDifference} from './counts.ts';
import type {Database, Reader, Transaction} from './database.ts';
import {moveTotal} from './totals.ts';

/** How many signatures are counted at a time, so that requests are answered in between. */
const slice = 20_000;

const idRowSchema = v.object({id: v.string()});
const totalRowSchema = v.object({id: v.string(), total: integer, brought_in: integer});
const countRowSchema = v.object({counted: integer});
const timeRowSchema = v.object({counted_at: v.string()});

const counting = 'SELECT count(*) AS counted FROM signature WHERE petition_id = :petition';

const countAll = `${counting} AND counted_at IS NOT NULL`;
const countFrom = `${counting} AND counted_at >= :from`;
const countSlice = `${counting} AND counted_at >= :from AND counted_at < :to`;
const sliceEnd = `SELECT counted_at FROM signature WHERE petition_id = :petition AND counted_at >= :from
  ORDER BY counted_at LIMIT 1 OFFSET ${slice}`;

interface Mended {
  readonly difference: TotalDifference;
  readonly change: CountRevision;
}

/**
 * Compares a petition's total with a full count, and mends it. Counting disturbs nobody; only where something
 * differs it is counted once more while nobody else moves the total.
 */
export async function checkTotal(database: Database, petition: string, at: Date): Promise<Mended | undefined> {
  const isTrue = await database.snapshot(async (reader) => {
    const {stored, others} = await storedTotal(reader, petition, selectTotal);
    return stored === others + (await countInSlices(reader, petition));
  });
  return isTrue ? undefined : database.transact((transaction) => mend(transaction, petition, at));
}

export async function petitionsIn(reader: Reader): Promise<string[]> {
  const rows = await reader.all('SELECT id FROM petition ORDER BY id');
  return rows.map((row) => v.parse(idRowSchema, row).id);
}

const selectTotal = 'SELECT id, total, brought_in FROM petition WHERE id = :petition';
/** The write is for its hold: nobody else moves the total before the end of the transaction. */
const holdTotal = 'UPDATE petition SET total = total WHERE id = :petition RETURNING id, total, brought_in';

async function storedTotal(reader: Reader, petition: string, sql: string): Promise<{stored: number; others: number}> {
  const {total, brought_in} = v.parse(totalRowSchema, await reader.first(sql, {petition}));
  return {stored: total, others: brought_in};
}

async function mend(transaction: Transaction, petition: string, at: Date): Promise<Mended | undefined> {
  const {stored, others} = await storedTotal(transaction, petition, holdTotal);
  const counted = others + (await countWith(transaction, countAll, {petition}));
  if (counted === stored) return undefined;
  const change = await moveTotal(transaction, {petition, by: counted - stored, at});
  return {difference: {petition, stored, counted}, change};
}

async function countInSlices(reader: Reader, petition: string): Promise<number> {
  let counted = 0;
  let from = '';
  for (let to = await endAfter(reader, petition, from); to !== undefined; to = await endAfter(reader, petition, from)) {
    counted += await countWith(reader, countSlice, {petition, from, to});
    from = to;
    await turn();
  }
  return counted + (await countWith(reader, countFrom, {petition, from}));
}

/** The time at which the next slice begins; undefined where there is none, or it would begin where this one does. */
async function endAfter(reader: Reader, petition: string, from: string): Promise<string | undefined> {
  const row = await reader.first(sliceEnd, {petition, from});
  const end = row && v.parse(timeRowSchema, row).counted_at;
  return end === from ? undefined : end;
}

async function countWith(reader: Reader, sql: string, parameters: Readonly<Record<string, string>>): Promise<number> {
  return v.parse(countRowSchema, await reader.first(sql, parameters)).counted;
}
