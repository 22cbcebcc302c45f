import {join} from 'node:path';
import {PostgresDatabase} from './postgres-database.ts';
import type {PostgresOptions} from './postgres-options.ts';
import {SqlStorage} from './sql-storage.ts';
import {SqliteDatabase} from './sqlite-database.ts';

/** Where everything is kept. */
export interface StorageOptions {
  /** The folder of the one file, which is made if it is missing. */
  readonly dataDir: string;
  /** Instead of the file: PostgreSQL, which several processes share. */
  readonly postgres?: PostgresOptions | undefined;
}

export function openStorage({dataDir, postgres}: StorageOptions): Promise<SqlStorage> {
  return SqlStorage.open(
    postgres ? new PostgresDatabase(postgres) : new SqliteDatabase(join(dataDir, 'petitions.sqlite')),
  );
}
