import {statSync} from 'node:fs';
import {join} from 'node:path';
import {StorageMismatch, type Database} from './database.ts';
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

/** Makes what is missing, and brings the schema up to date. */
export async function openStorage(options: StorageOptions): Promise<SqlStorage> {
  return SqlStorage.open(databaseOf(options));
}

/**
 * Makes nothing, and leaves the schema as it is.
 * @throws {StorageMismatch} where there is no petition, or the schema is another than this code's
 */
export async function openExistingStorage(options: StorageOptions): Promise<SqlStorage> {
  if (!options.postgres && !isThere(fileIn(options))) {
    throw new StorageMismatch('There is no database in the data folder');
  }
  return SqlStorage.openExisting(databaseOf(options));
}

const fileIn = ({dataDir}: StorageOptions): string => join(dataDir, 'petitions.sqlite');

const isThere = (file: string): boolean => (statSync(file, {throwIfNoEntry: false})?.size ?? 0) > 0;

const databaseOf = (options: StorageOptions): Database =>
  options.postgres ? new PostgresDatabase(options.postgres) : new SqliteDatabase(fileIn(options));
