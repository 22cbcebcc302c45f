import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {Agent} from 'node:http';
import {connect} from 'node:net';
import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {startBackend} from '../../demo/backend/start-backend.ts';
import {countSchema} from '../../src/backend/wire.ts';
import {testBackend} from './support/backend.ts';
import {databaseOf} from './support/databases.ts';
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
  return v.parse(countSchema, await answer.json()).total;
};

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
    const [dataDir, seed] = [folderOf(), seedFolder([river])];
    const {postgres, clients} = await databaseOf(dataDir);
    await expect(startBackend({port, dataDir, seed, postgres})).rejects.toThrow('EADDRINUSE');
    await expect.poll(clients).toBe(0);
  });

  it('keeps what was signed over a restart', async () => {
    const first = await testBackend();
    await first.sign(signature('amina@water.example'));
    await first.close();
    const second = await testBackend({dataDir: first.dataDir});
    expect((await second.count()).total).toBe(101);
    expect(await second.rows('SELECT mailbox FROM signature')).toEqual([{mailbox: 'amina@water.example'}]);
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
    const {rows, clients} = await databaseOf(dataDir);
    await expect.poll(clients).toBe(0);
    expect(await rows('SELECT mailbox FROM signature')).toEqual([{mailbox: 'amina@water.example'}]);
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
