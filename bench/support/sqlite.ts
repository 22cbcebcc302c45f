import {randomUUID} from 'node:crypto';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import * as v from 'valibot';
import {now} from './clock.ts';
import {plainRow, plainSeconds, type BenchDatabase, type PlainRate} from './database.ts';

const msPerSecond = 1000;

/** The backend's own database file in a folder of the benchmark's. */
export function sqliteDatabase(folder: string): BenchDatabase {
  return {
    name: 'SQLite',
    // Whoever measures may have set another database for the shell.
    env: {DATABASE_URL: ''},
    countSignatures: async (petition) => countIn(join(folder, 'data/petitions.sqlite'), petition),
    plainRates: async () => [plainRate(join(folder, 'plain.sqlite'))],
    close: async () => undefined,
  };
}

function countIn(file: string, petition: string): number {
  const database = new DatabaseSync(file, {readOnly: true});
  try {
    const row = database
      .prepare('SELECT count(*) AS count FROM signature WHERE petition_id = ? AND counted_at IS NOT NULL')
      .get(petition);
    return v.parse(v.object({count: v.number()}), row).count;
  } finally {
    database.close();
  }
}

function plainRate(file: string): PlainRate {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('CREATE TABLE IF NOT EXISTS plain (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT');
    const insert = database.prepare('INSERT INTO plain (id, content) VALUES (?, ?)');
    const start = now();
    const end = start + plainSeconds * msPerSecond;
    let rows = 0;
    // Without a BEGIN each statement is a transaction.
    for (; now() < end; rows += 1) insert.run(randomUUID(), plainRow);
    return {what: 'plain inserts, a transaction each', perSecond: (rows * msPerSecond) / (now() - start)};
  } finally {
    database.close();
  }
}
