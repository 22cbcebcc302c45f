import {startPostgres} from '../../test/support/postgres.ts';
import type {BenchDatabase} from './database.ts';
import {postgresDatabase} from './postgres.ts';
import {sqliteDatabase} from './sqlite.ts';

/** A database by the name that `--database` gives it. */
export async function openDatabase(name: string, folder: string): Promise<BenchDatabase> {
  if (name === 'sqlite') return sqliteDatabase(folder);
  if (name === 'postgres') return openPostgres();
  throw new Error(`--database is "${name}", but has to be sqlite or postgres.`);
}

/** On the server that `DATABASE_URL` names, or else on one of this machine's own for as long as it takes. */
async function openPostgres(): Promise<BenchDatabase> {
  const told = process.env['DATABASE_URL'];
  if (told) return postgresDatabase(told);
  const server = await startPostgres({isDurable: true});
  const database = await postgresDatabase(server.urlOf('postgres'));
  return {...database, close: () => server.remove()};
}
