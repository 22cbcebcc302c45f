import {join} from 'node:path';
import {describe, expect, inject, it, onTestFinished} from 'vitest';
import type {Database} from '../../demo/backend/storage/database.ts';
import {migrate} from '../../demo/backend/storage/migrate.ts';
import {PostgresDatabase} from '../../demo/backend/storage/postgres-database.ts';
import {SqliteDatabase} from '../../demo/backend/storage/sqlite-database.ts';
import {newDatabaseOn} from './support/databases.ts';
import {folderOf} from './support/folders.ts';

/** Gives connections to one empty database. */
async function emptyDatabase(): Promise<() => Database> {
  const server = inject('postgresUrl');
  const url = server === undefined ? undefined : await newDatabaseOn(server);
  const file = join(folderOf(), 'petitions.sqlite');
  return () => {
    const database = url === undefined ? new SqliteDatabase(file) : new PostgresDatabase({url});
    onTestFinished(() => database.close());
    return database;
  };
}

const newDatabase = async (): Promise<Database> => {
  const connect = await emptyDatabase();
  return connect();
};

const versionsIn = (database: Database) => database.all('SELECT version FROM migration ORDER BY version');

describe('the migrations', () => {
  it('run once each, in order', async () => {
    const database = await newDatabase();
    const scripts = ['CREATE TABLE a (x INTEGER) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT'];
    await migrate(database, scripts.slice(0, 1));
    await migrate(database, scripts);
    await migrate(database, scripts);
    expect(await versionsIn(database)).toEqual([{version: 1}, {version: 2}]);
    await database.transact((transaction) => transaction.run(`INSERT INTO a (x, y) VALUES (1, 'one')`));
    expect(await database.all('SELECT x, y FROM a')).toEqual([{x: 1, y: 'one'}]);
  });

  it('run once each where several begin at a time', async () => {
    const connect = await emptyDatabase();
    const databases = Array.from({length: 4}, connect);
    const scripts = [
      'CREATE TABLE a (x INTEGER) STRICT',
      'INSERT INTO a (x) VALUES (1)',
      'CREATE INDEX a_by_x ON a (x)',
    ];
    await Promise.all(databases.map((database) => migrate(database, scripts)));
    for (const database of databases) {
      expect(await versionsIn(database)).toEqual([{version: 1}, {version: 2}, {version: 3}]);
      expect(await database.all('SELECT x FROM a')).toEqual([{x: 1}]);
    }
  });

  it('leave nothing of one that fails', async () => {
    const database = await newDatabase();
    const failing = 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)';
    await expect(migrate(database, ['CREATE TABLE a (x INTEGER) STRICT', failing])).rejects.toThrow();
    expect(await versionsIn(database)).toEqual([{version: 1}]);
    await expect(database.all('SELECT x FROM b')).rejects.toThrow();
  });

  it('refuse a database of a later backend', async () => {
    const database = await newDatabase();
    await migrate(database, ['SELECT 1', 'SELECT 1']);
    await expect(migrate(database, ['SELECT 1'])).rejects.toThrow('schema version 2');
  });
});
