import * as z from 'zod/mini';
import type {Database, Transaction} from './database.ts';

const versionSchema = z.object({version: z.int()});

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

/** @returns whether there was one to apply */
async function applyNext(transaction: Transaction, scripts: readonly string[]): Promise<boolean> {
  const row = await transaction.first('SELECT coalesce(max(version), 0) AS version FROM migration');
  const {version} = z.parse(versionSchema, row);
  if (version > scripts.length) {
    throw new Error(`The database has schema version ${version}, this backend knows ${scripts.length}`);
  }
  const script = scripts[version];
  if (script === undefined) return false;
  await transaction.runScript(script);
  await transaction.run('INSERT INTO migration (version, applied_at) VALUES (:version, :appliedAt)', {
    version: version + 1,
    appliedAt: new Date().toISOString(),
  });
  return true;
}
