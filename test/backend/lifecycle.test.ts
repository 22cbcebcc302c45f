import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {Agent} from 'node:http';
import {connect} from 'node:net';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {describe, expect, it} from 'vitest';
import * as z from 'zod/mini';
import {startBackend} from '../../demo/backend/start-backend.ts';
import {SqliteDatabase} from '../../demo/backend/storage/sqlite-database.ts';
import {migrate} from '../../demo/backend/storage/sqlite-migrate.ts';
import {countSchema} from '../../src/backend/wire.ts';
import {testBackend} from './support/backend.ts';
import {river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {backendProcess} from './support/process.ts';
import {answerTo, rawRequest, textOf} from './support/raw-http.ts';

const path = `/v1/petitions/${river.id}/signatures`;

async function isRefused(url: string): Promise<boolean> {
  const {hostname, port} = new URL(url);
  const socket = connect({host: hostname, port: Number(port)});
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

const totalAt = async (url: string): Promise<number> => {
  const answer = await fetch(`${url}/v1/petitions/${river.id}/count`);
  return z.parse(countSchema, await answer.json()).total;
};

const newDatabase = (): SqliteDatabase => new SqliteDatabase(join(folderOf(), 'petitions.sqlite'));
const versionsIn = (database: SqliteDatabase) => database.all('SELECT version FROM migration ORDER BY version');

describe('a backend', () => {
  it('is found under every name of this machine, and under no other', async () => {
    const backend = await testBackend();
    const {port} = new URL(backend.url);
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
    }
    const open = await testBackend({host: '0.0.0.0'});
    expect((await fetch(`${open.url}/healthz`)).status).toBe(200);
  });

  it('says that its port is taken, and lets go of the database', async () => {
    const first = await testBackend();
    const port = Number(new URL(first.url).port);
    const dataDir = folderOf();
    const seed = seedFolder([river]);
    await expect(startBackend({port, dataDir, seed})).rejects.toThrow('EADDRINUSE');
    expect(readdirSync(dataDir)).toEqual(['petitions.sqlite']);
  });

  it('keeps what was signed over a restart, in one file that is for its user only', async () => {
    const first = await testBackend({dataDir: join(folderOf(), 'a/new/folder')});
    await first.sign(signature('amina@water.example'));
    await first.close();
    expect(readdirSync(first.dataDir)).toEqual(['petitions.sqlite']);
    expect(statSync(join(first.dataDir, 'petitions.sqlite')).mode & 0o777).toBe(0o600);
    const second = await testBackend({dataDir: first.dataDir});
    expect((await second.count()).total).toBe(101);
    expect(second.rows('SELECT mailbox FROM signature')).toEqual([{mailbox: 'amina@water.example'}]);
  });

  it('writes through to the disk before it answers', async () => {
    const database = newDatabase();
    expect(database.first('PRAGMA journal_mode')).toEqual({journal_mode: 'wal'});
    const full = 2;
    expect(database.first('PRAGMA synchronous')).toEqual({synchronous: full});
    database.close();
  });

  it('finishes what is under way when it is asked to end', {timeout: 20_000}, async () => {
    const dataDir = folderOf();
    const backend = await backendProcess(dataDir, seedFolder([river]));
    const body = JSON.stringify(signature('amina@water.example'));
    const sending = rawRequest(backend.url, {
      path,
      method: 'POST',
      agent: new Agent({keepAlive: true}),
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'Idempotency-Key': randomUUID(),
        Expect: '100-continue',
      },
    });
    const answer = answerTo(sending);
    sending.flushHeaders();
    await once(sending, 'continue');
    sending.write(body.slice(0, 20));

    backend.kill('SIGTERM');
    await expect.poll(() => isRefused(backend.url), {timeout: 10_000}).toBe(true);
    sending.end(body.slice(20));
    const answered = await answer;
    expect(answered.statusCode).toBe(201);
    expect(answered.headers.connection).toBe('close');
    expect(JSON.parse(await textOf(answered))).toMatchObject({count: {total: 101}});

    expect(await backend.ended).toBe(0);
    expect(existsSync(join(dataDir, 'petitions.sqlite-wal'))).toBe(false);
    const database = new DatabaseSync(join(dataDir, 'petitions.sqlite'));
    expect(database.prepare('SELECT mailbox FROM signature').all()).toEqual([{mailbox: 'amina@water.example'}]);
    database.close();
  });

  it('does not wait for connections that only might be used again', {timeout: 20_000}, async () => {
    const backend = await testBackend();
    const {hostname, port} = new URL(backend.url);
    const socket = connect({host: hostname, port: Number(port)});
    socket.write(`GET /healthz HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`);
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await backend.close();
    await closed;
  });

  it('has lost nothing when it is killed right after it answered', {timeout: 20_000}, async () => {
    const [dataDir, seed] = [folderOf(), seedFolder([river])];
    const first = await backendProcess(dataDir, seed);
    const request = {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': randomUUID()},
      body: JSON.stringify(signature('amina@water.example')),
    };
    const answer = await fetch(first.url + path, request);
    first.kill('SIGKILL');
    expect(answer.status).toBe(201);
    const text = await answer.text();
    expect(await first.ended).toBe('SIGKILL');

    const second = await backendProcess(dataDir, seed);
    expect(await totalAt(second.url)).toBe(101);
    const again = await fetch(second.url + path, request);
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(text);
    expect(await totalAt(second.url)).toBe(101);
  });
});

describe('the migrations', () => {
  it('run once each, in order', async () => {
    const database = newDatabase();
    const scripts = ['CREATE TABLE a (x INTEGER) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT'];
    await migrate(database, scripts.slice(0, 1));
    await migrate(database, scripts);
    await migrate(database, scripts);
    expect(versionsIn(database)).toEqual([{version: 1}, {version: 2}]);
    database.run(`INSERT INTO a (x, y) VALUES (1, 'one')`);
    database.close();
  });

  it('leave nothing of one that fails', async () => {
    const database = newDatabase();
    const failing = 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)';
    await expect(migrate(database, ['CREATE TABLE a (x INTEGER) STRICT', failing])).rejects.toThrow('nowhere');
    expect(versionsIn(database)).toEqual([{version: 1}]);
    expect(database.all(`SELECT name FROM sqlite_master WHERE name = 'b'`)).toEqual([]);
    database.close();
  });

  it('refuse a database of a later backend', async () => {
    const database = newDatabase();
    await migrate(database, ['SELECT 1', 'SELECT 1']);
    await expect(migrate(database, ['SELECT 1'])).rejects.toThrow('schema version 2');
    database.close();
  });
});
