import {randomUUID} from 'node:crypto';
import {describe, expect, inject, it, onTestFinished, vi} from 'vitest';
import {CountBoard} from '../../demo/backend/live/count-board.ts';
import type {CountRevision} from '../../demo/backend/storage/storage.ts';
import {PostgresDatabase} from '../../demo/backend/storage/postgres-database.ts';
import {openStorage} from '../../demo/backend/storage/open-storage.ts';
import {SettingError, postgresOptions} from '../../demo/environment.ts';
import {startPostgres} from '../support/postgres.ts';
import {expectProblem, testBackend} from './support/backend.ts';
import {databaseOf, newDatabaseOn, postgresDatabase} from './support/databases.ts';
import {organization, river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {heldLine} from './support/held-line.ts';
import {backendProcess} from './support/process.ts';
import {counted, sign, signing, start, testStorage} from './support/storage.ts';

/** A database that the test may do anything to. */
const newUrl = (): Promise<string> => newDatabaseOn(inject('postgresUrl') ?? '');

describe('the connection that listens', () => {
  it('is taken up again when it is lost, and what was missed is read again', async () => {
    const dataDir = folderOf();
    const [one, other] = [await testStorage(dataDir), await testStorage(dataDir)];
    const heard: (CountRevision | undefined)[] = [];
    one.watchCounts((change) => heard.push(change));
    const totals = () => heard.map((change) => change?.count.total);
    await expect.poll(totals).toContain(undefined);
    const {rows} = await databaseOf(dataDir);
    heard.length = 0;
    const lost = await rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`);
    expect(lost).toHaveLength(1);
    await sign(other, signing('a@water.example'));
    await expect.poll(totals).toContain(undefined);
    const listening = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`;
    await expect.poll(() => rows(listening)).toHaveLength(1);
    await sign(other, signing('b@water.example'));
    await expect.poll(totals).toContain(2);
  });

  it('is not heard any more once it is given up, whatever is still on its way', async () => {
    const url = await newUrl();
    const line = await heldLine(url);
    const database = new PostgresDatabase({url, listenUrl: line.url});
    onTestFinished(() => database.close());
    const {rows} = postgresDatabase(url);
    const [before, after]: [unknown[], unknown[]] = [[], []];
    const end = database.listen((message) => before.push(message));
    await expect.poll(() => before).toEqual([undefined]);
    line.hold();
    await rows(`SELECT pg_notify('petition_count', 'long past')`);
    await expect.poll(() => line.held).toContain('long past');
    end();
    database.listen((message) => after.push(message));
    line.release();
    await expect.poll(() => after).toContain(undefined);
    await rows(`SELECT pg_notify('petition_count', 'new')`);
    await expect.poll(() => after).toContain('new');
    expect(before).toEqual([undefined]);
    expect(after).toEqual([undefined, 'new']);
  });

  it('may tell of a change after a newer one, which the count in memory stays at', async () => {
    const url = await newUrl();
    const line = await heldLine(url);
    const storage = await openStorage({dataDir: '', postgres: {url, listenUrl: line.url}});
    onTestFinished(() => storage.close());
    await storage.seed({organization, petitions: [counted]}, start);
    const board = new CountBoard({storage, log: () => undefined});
    onTestFinished(() => board.close());
    const heard: (number | undefined)[] = [];
    storage.watchCounts((change) => heard.push(change?.count.total));
    await expect.poll(() => heard).toEqual([undefined]);
    const found = await board.find(counted.id);
    const shown: number[] = [];
    if (found) board.watch(found, ({count}) => shown.push(count.total));
    line.hold();
    await sign(storage, signing('a@water.example'));
    await sign(storage, signing('b@water.example'));
    line.release();
    await expect.poll(() => heard).toEqual([undefined, 1, 2, 1, 2]);
    expect(shown).toEqual([1, 2]);
    expect((await board.find(counted.id))?.count.total).toBe(2);
  });
});

describe('a server that goes away', () => {
  it('has signatures refused, and taken again once it is back', {timeout: 60_000}, async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    const url = server.urlOf('postgres');
    const backend = await testBackend({postgres: {url}});
    const keys = [randomUUID(), randomUUID()];
    const [first = '', second = ''] = keys;
    const text = await (await backend.sign(signature('amina@water.example'), {key: first})).text();

    await server.stop();
    const refused = await backend.sign(signature('bahar@water.example'), {key: second});
    await expectProblem(refused, 503, 'unavailable');
    expect(refused.headers.get('Retry-After')).not.toBe(null);
    await expectProblem(await backend.get('/readyz'), 503, 'unavailable');

    await server.start();
    await expect.poll(async () => (await backend.get('/readyz')).status, {timeout: 10_000}).toBe(200);
    expect((await backend.sign(signature('bahar@water.example'), {key: second})).status).toBe(201);
    const again = await backend.sign(signature('amina@water.example'), {key: first});
    expect(await again.text()).toBe(text);
    await expect.poll(async () => (await backend.count()).total).toBe(102);
    expect(await postgresDatabase(url).rows('SELECT mailbox FROM signature')).toHaveLength(2);
    const log = backend.lines.join('\n');
    expect(log).not.toMatch(/amina|bahar|postgres:\/\//);
    await backend.close();
  });
});

describe('what others say on the channel', () => {
  it('has everything read again where it is no count', async () => {
    const dataDir = folderOf();
    const storage = await testStorage(dataDir);
    const heard: (CountRevision | undefined)[] = [];
    storage.watchCounts((change) => heard.push(change));
    await expect.poll(() => heard).toHaveLength(1);
    const {rows} = await databaseOf(dataDir);
    for (const message of ['', 'nonsense', 'other {"petition": 1}']) {
      await rows(`SELECT pg_notify('petition_count', '${message}')`);
    }
    await expect.poll(() => heard).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a text with a NUL in it', () => {
  it('is nobody’s, and is no mistake of the backend’s', async () => {
    const backend = await testBackend();
    for (const path of ['petitions/a%00b', 'petitions/a%00b/count']) {
      await expectProblem(await backend.get(`/v1/${path}`), 404, 'not-found');
    }
    const consents = [{name: 'processing', given: true, textId: 'a\0b'}];
    await expectProblem(await backend.sign(signature('amina@water.example', {consents})), 422, 'invalid');
    const source = {code: 'a\0b'};
    expect((await backend.sign(signature('amina@water.example', {source}))).status).toBe(201);
  });
});

describe('backends on one database', () => {
  it('start at once, each with a schema and petitions', {timeout: 30_000}, async () => {
    const [DATABASE_URL, seed] = [await newUrl(), seedFolder([river])];
    const starting = Array.from({length: 4}, () => backendProcess(folderOf(), seed, {DATABASE_URL}));
    const backends = await Promise.all(starting);
    for (const {url} of backends) {
      const answer = await fetch(`${url}/v1/petitions/${river.id}/count`);
      expect(await answer.json()).toMatchObject({total: 100});
    }
    for (const backend of backends) backend.kill('SIGTERM');
    expect(await Promise.all(backends.map(({ended}) => ended))).toEqual([0, 0, 0, 0]);
    expect(await postgresDatabase(DATABASE_URL).rows('SELECT count(*) AS petitions FROM petition')).toEqual([
      {petitions: 1},
    ]);
  });
});

describe('a signature that is in conflict time and again', () => {
  it('may be sent again, and holds up nobody else’s', async () => {
    const backend = await testBackend();
    await backend.alter(`CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'in conflict' USING ERRCODE = '40001'; END $$;
      CREATE TRIGGER conflict BEFORE INSERT ON signature FOR EACH ROW
        WHEN (NEW.fields LIKE '%amina@%') EXECUTE FUNCTION conflict()`);
    const key = randomUUID();
    const [refused, stored] = await Promise.all([
      backend.sign(signature('amina@water.example'), {key}),
      backend.sign(signature('bahar@water.example')),
    ]);
    expect(refused.headers.get('Retry-After')).not.toBe(null);
    await expectProblem(refused, 503, 'unavailable');
    expect(stored.status).toBe(201);
    await backend.alter('DROP TRIGGER conflict ON signature');
    expect((await backend.sign(signature('amina@water.example'), {key})).status).toBe(201);
    expect((await backend.count()).total).toBe(102);
  });
});

describe('the address of a database', () => {
  it('says how many connections to open, and that nothing is prepared for a pooler', async () => {
    const url = new URL(await newUrl());
    url.searchParams.set('pool_size', '2');
    url.searchParams.set('prepared_statements', 'false');
    const backend = await testBackend({postgres: {url: url.href, listenUrl: url.href}});
    const people = Array.from({length: 30}, (_, index) => backend.sign(signature(`person-${index}@water.example`)));
    for (const {status} of await Promise.all(people)) expect(status).toBe(201);
    expect((await backend.count()).total).toBe(130);
    const {clients} = postgresDatabase(url.href);
    // The two, and the one that listens, once those that set the database up are gone from the server's list.
    await vi.waitFor(async () => expect(await clients()).toBeLessThanOrEqual(3));
    await backend.close();
  });

  it.each(['1', '0', '-5', '2.5', '1e3', 'many', ''])('is refused where it asks for %j connections', (size) => {
    const url = 'postgres://database.example/petitions';
    const pooled = `${url}?pool_size=${size}`;
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('DATABASE_URL', pooled);
    expect(postgresOptions).toThrow('pool_size of a database has to be a whole number from 2 on');
    vi.stubEnv('DATABASE_URL', url);
    expect(postgresOptions()).toEqual({url});
    vi.stubEnv('DATABASE_LISTEN_URL', pooled);
    expect(postgresOptions).toThrow(SettingError);
  });
});

describe('what takes long', () => {
  it('keeps no connection from those who read', async () => {
    const url = await newUrl();
    // One to read, one to write.
    const storage = await openStorage({dataDir: '', postgres: {url: `${url}?pool_size=2`}});
    onTestFinished(() => storage.close());
    const database = new PostgresDatabase({url: `${url}?pool_size=2`});
    onTestFinished(() => database.close());
    const {rows, hold} = postgresDatabase(url);

    await database.snapshot(async (reader) => {
      expect(await reader.first('SELECT 1 AS one')).toEqual({one: '1'});
      expect(await database.first('SELECT 2 AS two')).toEqual({two: '2'});
    });

    const release = await hold();
    const overwriting = storage.overwriteErased();
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'VACUUM%' AND wait_event_type = 'Lock'
      AND datname = current_database()`;
    await expect.poll(() => rows(waiting)).toHaveLength(1);
    expect(await storage.findCount(counted.id)).toBe(undefined);
    await release();
    await overwriting;
  });

  it('leaves no connection behind', async () => {
    const url = await newUrl();
    const database = new PostgresDatabase({url});
    onTestFinished(() => database.close());
    const {clients} = postgresDatabase(url);
    await database.snapshot((reader) => reader.first('SELECT 1'));
    await expect(database.snapshot((reader) => reader.first('SELECT x FROM nowhere'))).rejects.toThrow('42P01');
    await expect(database.snapshot(() => Promise.reject(new RangeError('ours')))).rejects.toThrow('ours');
    // There are no tables to be rewritten.
    await expect(database.overwriteDeleted()).rejects.toThrow('42P01');
    await expect.poll(clients).toBe(0);
  });
});

describe('a transaction', () => {
  it('is durable, whatever the database is set to', async () => {
    const url = await newUrl();
    const name = new URL(url).pathname.slice(1);
    await postgresDatabase(url).run(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    const database = new PostgresDatabase({url});
    onTestFinished(() => database.close());
    const show = 'SHOW synchronous_commit';
    expect(await database.first(show)).toEqual({synchronous_commit: 'off'});
    expect(await database.transact((transaction) => transaction.first(show))).toEqual({synchronous_commit: 'on'});
  });

  it('is run again when it is in a deadlock', async () => {
    const database = new PostgresDatabase({url: await newUrl()});
    onTestFinished(() => database.close());
    await database.transact((transaction) => transaction.runScript('CREATE TABLE a (id TEXT, x BIGINT)'));
    await database.transact(async (transaction) => {
      for (const id of ['one', 'two']) await transaction.run('INSERT INTO a (id, x) VALUES (:id, 0)', {id});
    });
    const {promise: bothHold, resolve} = Promise.withResolvers<void>();
    let holding = 0;
    const addTo = (...ids: readonly string[]) =>
      database.transact(async (transaction) => {
        for (const id of ids) {
          await transaction.run('UPDATE a SET x = x + 1 WHERE id = :id', {id});
          holding += 1;
          if (holding >= 2) resolve();
          await bothHold;
        }
      });
    await Promise.all([addTo('one', 'two'), addTo('two', 'one')]);
    expect(await database.all('SELECT id, x FROM a ORDER BY id')).toEqual([
      {id: 'one', x: 2},
      {id: 'two', x: 2},
    ]);
  });
});
