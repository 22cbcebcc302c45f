import * as v from 'valibot';
import {integer} from '../../../src/backend/wire-values.ts';
import {StatementFailed, StorageMismatch, type Database, type Reader, type Transaction} from './database.ts';

const versionSchema = v.object({version: integer});
const selectVersion = 'SELECT coalesce(max(version), 0) AS version FROM migration';

/** Processes that start at once take turns. */
const turn = 'migration';

/** Brings the schema up to date: each migration once, in order, in a transaction of its own. */
export async function migrate(database: Database, migrations: readonly string[]): Promise<void> {
  const scripts = migrations.map((script) => database.translate(script));
  const table = database.translate(
    'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  );
  await database.transactAlone(turn, (transaction) => transaction.runScript(table));
  // Another process may be starting too: the version is read inside each transaction.
  while (await database.transactAlone(turn, (transaction) => applyNext(transaction, scripts)));
}

/**
 * Leaves everything as it is.
 * @throws {StorageMismatch} where the schema is another than the migrations make
 */
export async function expectMigrated(reader: Reader, migrations: readonly string[]): Promise<void> {
  const version = await versionIn(reader).catch((error: unknown) => {
    if (!(error instanceof StatementFailed)) throw error;
    throw new StorageMismatch(`The database has no schema that a backend has made (${error.message})`);
  });
  if (version !== migrations.length) throw anotherVersion(version, migrations.length);
}

const anotherVersion = (version: number, known: number): StorageMismatch =>
  new StorageMismatch(`The database has schema version ${version}, this backend knows ${known}`);

async function versionIn(reader: Reader): Promise<number> {
  return v.parse(versionSchema, await reader.first(selectVersion)).version;
}

/** @returns whether there was one to apply */
async function applyNext(transaction: Transaction, scripts: readonly string[]): Promise<boolean> {
  const version = await versionIn(transaction);
  if (version > scripts.length) throw anotherVersion(version, scripts.length);
  const script = scripts[version];
  if (script === undefined) return false;
  await transaction.runScript(script);
  await transaction.run('INSERT INTO migration (version, applied_at) VALUES (:version, :appliedAt)', {
    version: version + 1,
    appliedAt: new Date().toISOString(),
  });
  return true;
}
