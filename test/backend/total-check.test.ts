import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {describe, expect, inject, it, onTestFinished, vi} from 'vitest';
import {startPruning} from '../../demo/backend/pruning.ts';
import {openStorage} from '../../demo/backend/storage/open-storage.ts';
import {StorageUnavailable, type CountRevision} from '../../demo/backend/storage/storage.ts';
import {testBackend} from './support/backend.ts';
import {databaseOf, newDatabaseOn, postgresDatabase, type TestDatabase} from './support/databases.ts';
import {river, signature} from './support/fixtures.ts';
import {folderOf} from './support/folders.ts';
import {counted, sign, signing, start, testStorage, totalOf} from './support/storage.ts';

const command = join(import.meta.dirname, '../../demo/backend/check.ts');

/** Has a total be another than it should be. */
const falsify = (id: string, by: number): string => `UPDATE petition SET total = total + ${by} WHERE id = '${id}'`;

const days = (number: number): number => number * 24 * 60 * 60 * 1000;

/** A time at which a backend checks the totals by itself, and one at which it doesn't, on whichever machine. */
const night = new Date(2026, 10, 3, 3, 30).getTime();
const day = night - days(0.5);

/** One that no backend has ever opened, with a table that isn't ours. */
async function foreignDatabase(dataDir: string): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const database = server === undefined ? await databaseOf(dataDir) : postgresDatabase(await newDatabaseOn(server));
  await database.run('CREATE TABLE another (x INTEGER)');
  return database;
}

/** What the command prints, and how it ends. */
async function check(dataDir: string, env: Readonly<Record<string, string>> = {}) {
  const {postgres} = await databaseOf(dataDir);
  const child = spawn(process.execPath, [command], {
    env: {DATA_DIR: dataDir, DATABASE_URL: postgres?.url ?? '', ...env},
  });
  const ended = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  return {out, err, code};
}

describe('a check of the totals', () => {
  it('finds what differs and mends it, and whoever watches hears of it', async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    await sign(storage, signing('a@water.example'));
    await sign(storage, signing('b@water.example', {confirmation: 'email'}));
    expect(await storage.checkTotals(start)).toEqual([]);
    const {run} = await databaseOf(dataDir);
    await run(falsify(counted.id, 7));
    const changes: (CountRevision | undefined)[] = [];
    storage.watchCounts((change) => changes.push(change));
    expect(await storage.checkTotals(start)).toEqual([{petition: counted.id, stored: 8, counted: 1}]);
    expect(changes).toContainEqual(
      expect.objectContaining({petition: counted.id, count: expect.objectContaining({total: 1})}),
    );
    expect(await totalOf(storage)).toBe(1);
    expect(await storage.checkTotals(start)).toEqual([]);
  });

  it('counts those brought in from elsewhere too', async () => {
    const backend = await testBackend({now: () => new Date(day)});
    await backend.sign(signature('amina@water.example'));
    await backend.alter(falsify(river.id, -50));
    const {out, code} = await check(backend.dataDir);
    expect([out, code]).toEqual([`The total of ${river.id} was 51, but a full count says 101: it is 101 now\n`, 1]);
    await expect.poll(async () => (await backend.count()).total).toBe(101);
  });

  it('counts more than it takes at a time', {timeout: 30_000}, async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    const {run, hold} = await databaseOf(dataDir);
    // Some at times of their own, and many at one and the same time.
    await run(`INSERT INTO signature (id, petition_id, fields, consents, listed, lang, source, signed_at, counted_at)
      SELECT 's' || n, '${counted.id}', '{}', '[]', 'unlisted', 'en', '{}', '2026', substr('2026' || (n / 25000) || n, 1, CASE WHEN n < 50000 THEN 20 ELSE 5 END)
      FROM (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 90000) SELECT n FROM numbers) AS list`);
    expect(await storage.checkTotals(start)).toEqual([{petition: counted.id, stored: 0, counted: 90_000}]);
    // Where nothing differs nothing is written, so nobody has to wait.
    const release = await hold();
    expect(await storage.checkTotals(start)).toEqual([]);
    await release();
  });

  it('finds nothing wrong while signatures come in', async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    const other = await testStorage(dataDir);
    let left = 2000;
    const signed = Promise.all(
      Array.from({length: left}, async (_, index) => {
        await sign(storage, signing(`person-${index}@water.example`));
        left -= 1;
      }),
    );
    const isDone = (): boolean => left === 0;
    while (!isDone()) {
      expect(await storage.checkTotals(start)).toEqual([]);
      expect(await other.checkTotals(start)).toEqual([]);
    }
    await signed;
    expect(await totalOf(storage)).toBe(2000);
  });
});

describe('the command', () => {
  it('says when every total is true', async () => {
    const backend = await testBackend();
    await backend.close();
    expect(await check(backend.dataDir)).toEqual({out: 'Every total is what a full count says.\n', err: '', code: 0});
  });

  it('says when it can’t tell, and no password', async () => {
    const DATABASE_URL = 'postgres://petition:secret@127.0.0.1:1/nowhere';
    const {out, err, code} = await check(folderOf(), {DATABASE_URL});
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain('ECONNREFUSED');
    expect(err).not.toContain('secret');
  });

  it('can’t tell where no backend has been, and makes nothing there', async () => {
    const mistyped = join(folderOf(), 'nowhere');
    const said = {out: '', err: 'The totals could not be checked: There is no database in the data folder\n', code: 2};
    expect(await check(mistyped, {DATABASE_URL: ''})).toEqual(said);
    expect(existsSync(mistyped)).toBe(false);

    const emptyFile = folderOf({'petitions.sqlite': ''});
    expect(await check(emptyFile, {DATABASE_URL: ''})).toEqual(said);
    expect(readdirSync(emptyFile)).toEqual(['petitions.sqlite']);
  });

  it('can’t tell in a database that is not ours, and makes nothing in it', async () => {
    const dataDir = folderOf();
    const {postgres, rows} = await foreignDatabase(dataDir);
    const {out, err, code} = await check(dataDir, {DATABASE_URL: postgres?.url ?? ''});
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain('The database has no schema that a backend has made');
    await expect(rows('SELECT version FROM migration')).rejects.toThrow('migration');
  });

  it('can’t tell where there is no petition', async () => {
    const dataDir = folderOf();
    const {postgres} = await databaseOf(dataDir);
    const storage = await openStorage({dataDir, postgres});
    await storage.close();
    const err = 'The totals could not be checked: There is no petition in the database\n';
    expect(await check(dataDir)).toEqual({out: '', err, code: 2});
  });

  it.each(['later', 'earlier'])('can’t tell in a database of a backend that is %s', async (age) => {
    const dataDir = folderOf();
    await testStorage(dataDir);
    const {run, rows} = await databaseOf(dataDir);
    const newest = 'SELECT max(version) AS version FROM migration';
    await run(
      age === 'later'
        ? `INSERT INTO migration (version, applied_at) VALUES (99, '')`
        : `DELETE FROM migration WHERE version = (${newest})`,
    );
    const before = await rows(newest);
    const {out, err, code} = await check(dataDir);
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(`The database has schema version ${String(before[0]?.['version'])}, this backend knows`);
    expect(await rows(newest)).toEqual(before);
  });

  it.each([
    ['petitions.sqlite', 'file is not a database'],
    ['petitions.sqlite/in-a-folder', 'Error EISDIR'],
  ])('says in a line what is wrong with %s, and nothing of what is in it', async (name, reason) => {
    const dataDir = folderOf({[name]: 'amina@water.example '.repeat(100)});
    const err = `The totals could not be checked: ${reason}\n`;
    expect(await check(dataDir, {DATABASE_URL: ''})).toEqual({out: '', err, code: 2});
  });

  it('says what a database’s address has to be like', async () => {
    const DATABASE_URL = 'postgres://petition:secret@127.0.0.1:1/nowhere?pool_size=1';
    const sentence = 'The pool_size of a database has to be a whole number from 2 on.';
    const said = {out: '', err: `The totals could not be checked: ${sentence}\n`, code: 2};
    expect(await check(folderOf(), {DATABASE_URL})).toEqual(said);
  });

  it.each(['mysql://petition:secret@127.0.0.1/nowhere', 'secret'])(
    'takes no other database: %s',
    async (DATABASE_URL) => {
      const {err, code} = await check(folderOf(), {DATABASE_URL});
      expect(code).toBe(2);
      expect(err).toContain('DATABASE_URL has to be like postgres://');
      expect(err).not.toContain('secret');
    },
  );
});

describe('at night', () => {
  const warnings = (...backends: readonly {lines: readonly string[]}[]): string[] =>
    backends.flatMap(({lines}) => lines.filter((line) => line.includes('a full count says')));

  it('one of the processes checks the totals, and logs what differed', async () => {
    const dataDir = folderOf();
    const at = (time: number) => ({dataDir, now: () => new Date(time)});
    const first = await testBackend(at(day));
    await first.alter(falsify(river.id, 7));
    await first.close();
    expect(warnings(first)).toEqual([]);

    const processes = [await testBackend(at(night)), await testBackend(at(night + 1))];
    await expect.poll(() => warnings(...processes)).toHaveLength(1);
    for (const process of processes) expect((await process.count()).total).toBe(100);
    await processes[0]?.alter(falsify(river.id, 7));
    for (const process of processes) await process.close();
    expect(warnings(...processes)).toHaveLength(1);

    const next = await testBackend(at(night + days(1)));
    await expect.poll(() => warnings(next)).toHaveLength(1);
  });

  it('is checked again in an hour where it could not be', async () => {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    onTestFinished(() => void vi.useRealTimers());
    const storage = await testStorage();
    const checks = vi.spyOn(storage, 'checkTotals').mockRejectedValueOnce(new StorageUnavailable('gone'));
    const lines: string[] = [];
    // By the second time the night is over.
    const times = [night, night + days(0.2), night + days(0.25)];
    const end = startPruning(
      storage,
      () => new Date(times.shift() ?? 0),
      (line) => lines.push(line),
    );
    const anHourLater = () => vi.advanceTimersByTime(60 * 60 * 1000);
    await vi.waitFor(() => expect(lines.join()).toContain('StorageUnavailable'), {timeout: 10_000});
    anHourLater();
    await vi.waitFor(() => expect(checks.mock.calls).toHaveLength(2), {timeout: 10_000});
    anHourLater();
    await end();
    expect(times).toEqual([]);
    expect(checks.mock.calls).toHaveLength(2);
  });
});
