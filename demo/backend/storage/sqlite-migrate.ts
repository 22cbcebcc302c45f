import * as z from 'zod/mini';
import type {SqliteDatabase} from './sqlite-database.ts';

const versionSchema = z.object({version: z.int()});

/** Brings the schema up to date: each migration once, in order, in a transaction of its own. */
export async function migrate(database: SqliteDatabase, migrations: readonly string[]): Promise<void> {
  await database.transact(() => {
    database.runScript(
      'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
    );
  });
  // Another process may be starting on the same file: the version is read inside each transaction.
  while (await database.transact(() => applyNext(database, migrations)));
}

/** @returns whether there was one to apply */
function applyNext(database: SqliteDatabase, migrations: readonly string[]): boolean {
  const row = database.first('SELECT coalesce(max(version), 0) AS version FROM migration');
  const {version} = z.parse(versionSchema, row);
  if (version > migrations.length) {
    throw new Error(`The database has schema version ${version}, this backend knows ${migrations.length}`);
  }
  const script = migrations[version];
  if (script === undefined) return false;
  database.runScript(script);
  database.run('INSERT INTO migration (version, applied_at) VALUES (:version, :appliedAt)', {
    version: version + 1,
    appliedAt: new Date().toISOString(),
  });
  return true;
}
