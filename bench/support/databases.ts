import type {BenchDatabase} from './database.ts';
import {postgresDatabase} from './postgres.ts';
import {sqliteDatabase} from './sqlite.ts';

/** A database by the name that `--database` gives it. */
export async function openDatabase(name: string, folder: string): Promise<BenchDatabase> {
  if (name === 'sqlite') return sqliteDatabase(folder);
  if (name !== 'postgres') throw new Error(`--database is "${name}", but has to be sqlite or postgres.`);
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL has to say which PostgreSQL to measure.');
  return postgresDatabase(server);
}
