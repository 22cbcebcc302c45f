import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {SqliteDatabase} from '../../demo/backend/storage/sqlite-database.ts';
import {testBackend} from './support/backend.ts';
import {signature} from './support/fixtures.ts';
import {folderOf} from './support/folders.ts';

const name = 'petitions.sqlite';

it('is one, in a new folder, for its user only', async () => {
  const backend = await testBackend({dataDir: join(folderOf(), 'a/new/folder')});
  await backend.sign(signature('amina@water.example'));
  expect(readdirSync(backend.dataDir)).toContain(`${name}-wal`);
  for (const file of readdirSync(backend.dataDir)) {
    expect(statSync(join(backend.dataDir, file)).mode & 0o777).toBe(0o600);
  }
  await backend.close();
  expect(readdirSync(backend.dataDir)).toEqual([name]);
});

it('is written through to the disk before a signature is answered', async () => {
  const file = join(folderOf(), name);
  const database = new SqliteDatabase(file);
  const read = (sql: string) => database.transact((transaction) => transaction.first(sql));
  expect(await read('PRAGMA journal_mode')).toEqual({journal_mode: 'wal'});
  const full = 2;
  expect(await read('PRAGMA synchronous')).toEqual({synchronous: full});
  await database.close();
});

it('is read as it was committed, also while a transaction is under way', async () => {
  const database = new SqliteDatabase(join(folderOf(), name));
  const {promise: told, resolve: tell} = Promise.withResolvers<void>();
  const {promise: written, resolve: noteWritten} = Promise.withResolvers<void>();
  await database.transact((transaction) => transaction.runScript('CREATE TABLE a (x INTEGER) STRICT'));
  const writing = database.transact(async (transaction) => {
    await transaction.run('INSERT INTO a (x) VALUES (1)');
    noteWritten();
    await told;
  });
  await written;
  expect(await database.all('SELECT x FROM a')).toEqual([]);
  expect(await database.first('SELECT x FROM a')).toBe(undefined);
  tell();
  await writing;
  expect(await database.all('SELECT x FROM a')).toEqual([{x: 1}]);
  await database.close();
});
