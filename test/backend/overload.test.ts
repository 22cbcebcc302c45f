import {writeFileSync} from 'node:fs';
import type {Socket} from 'node:net';
import {join} from 'node:path';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Marks} from '../../demo/backend/http/gate.ts';
import {LoopLag} from '../../demo/backend/http/loop-lag.ts';
import {streamLimit} from '../../demo/backend/live/stream-limit.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {livePath, openStream} from './support/event-stream.ts';
import {river, signature} from './support/fixtures.ts';
import {folderOf} from './support/folders.ts';
import {liveServer} from './support/live-server.ts';
import {connectRaw} from './support/raw-socket.ts';

const petitionPath = `/v1/petitions/${river.id}`;
const signaturesPath = `${petitionPath}/signatures`;
const few = {lag: Infinity, underWay: 2};
const many = {lag: Infinity, underWay: 100};
const marks = {reads: few, counts: many, writes: many};

/** More than the system keeps for a connection whose other end doesn't read. */
const largeFile = 32 * 1024 * 1024;

const unfinished = [
  `POST ${signaturesPath} HTTP/1.1`,
  'Host: localhost',
  'Content-Type: application/json',
  'Idempotency-Key: 0196c1f0-0000-4000-8000-000000000000',
  'Content-Length: 65536',
  '',
  '',
].join('\r\n');

const statusOf = async (backend: TestBackend, path: string): Promise<number> => (await backend.get(path)).status;

/** A backend that has a large file to give. */
async function backendWith(limits: Partial<Marks>): Promise<TestBackend> {
  const dist = folderOf();
  writeFileSync(join(dist, 'large.bin'), Buffer.alloc(largeFile));
  return testBackend({marks: limits, dist});
}

/** Requests whose answers nobody reads: they stay under way. */
async function beginRequests(backend: TestBackend, howMany: number): Promise<Socket[]> {
  const asking = Array.from({length: howMany}, () =>
    connectRaw(backend.url, 'GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  );
  const sockets = (await Promise.all(asking)).map(({socket}) => socket.pause());
  await expect.poll(() => statusOf(backend, petitionPath)).toBe(503);
  return sockets;
}

/** Signatures whose body doesn't end. */
const beginToSign = (backend: TestBackend, howMany: number, body = '{') =>
  Promise.all(Array.from({length: howMany}, () => connectRaw(backend.url, unfinished + body)));

async function expectTurnedAway(answer: Response): Promise<void> {
  expect(answer.headers.get('Retry-After')).toMatch(/^([2-9]|10)$/);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
  await expectProblem(answer, 503, 'unavailable');
}

describe('a backend with too much to do', () => {
  it('turns readers away before those who only want the count, and those before signers', async () => {
    const backend = await backendWith({reads: few, counts: many, writes: many});
    const sockets = await beginRequests(backend, 2);
    for (const path of [petitionPath, '/v1/petitions', livePath(), '/embed.js']) {
      await expectTurnedAway(await backend.get(path, {Origin: 'https://partner.example'}));
    }
    expect((await backend.count()).total).toBe(100);
    expect((await backend.sign(signature('amina@water.example'))).status).toBe(201);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => statusOf(backend, petitionPath)).toBe(200);
  });

  it('turns those away who want the count, once it is too much, and takes signatures on', async () => {
    const backend = await backendWith({reads: few, counts: few, writes: many});
    await beginRequests(backend, 2);
    await expectTurnedAway(await backend.get(`${petitionPath}/count`));
    expect((await backend.sign(signature('bahar@water.example'))).status).toBe(201);
    expect((await fetch(backend.url + signaturesPath, {method: 'OPTIONS'})).status).toBe(204);
    for (const path of ['/v1/challenges', '/readyz', '/signed/save-the-river?outcome=counted&lang=en']) {
      expect(await statusOf(backend, path), path).toBe(200);
    }
  });

  it('turns signers away last of all, and says that it lives', async () => {
    const backend = await backendWith({reads: few, counts: few, writes: few});
    const sockets = await beginRequests(backend, 2);
    await expectTurnedAway(await backend.sign(signature('chimen@water.example')));
    expect(await statusOf(backend, '/healthz')).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => statusOf(backend, petitionPath)).toBe(200);
    expect((await backend.count()).total).toBe(100);
  });

  it('does not take those who have yet to send for work', async () => {
    const backend = await testBackend({marks: {reads: few, counts: few, writes: few}});
    await beginToSign(backend, 10);
    expect(await statusOf(backend, petitionPath)).toBe(200);
    expect((await backend.sign(signature('dilnur@water.example'))).status).toBe(201);
  });

  it('has those make room who send slowly, however many', async () => {
    const backend = await testBackend();
    const half = `{"fields": {"comment": "${'x'.repeat(64_000)}`;
    const isRefused = ({text}: {text: string}): boolean => text.startsWith('HTTP/1.1 503');
    // All together they are more than may be held.
    const early = await beginToSign(backend, 900, half);
    const late = await beginToSign(backend, 200, half);
    await expect.poll(() => early.some(isRefused)).toBe(true);
    expect(late.filter(isRefused)).toEqual([]);
    expect((await backend.sign(signature('erkin@water.example'))).status).toBe(201);
  });

  it('takes streams for what they are: hardly any work', async () => {
    const backend = await testBackend({marks});
    const opened = [];
    for (let index = 0; index < 10; index += 1) opened.push(await openStream(backend.url + livePath()));
    expect(opened.map(({status}) => status)).toEqual(Array.from({length: 10}, () => 200));
    expect(await statusOf(backend, petitionPath)).toBe(200);
  });

  it('does so too when all wait for their turn', async () => {
    const {url, lag} = await liveServer({}, 'a');
    const statuses = async (): Promise<number[]> => {
      const answers = [];
      for (const path of ['/v1/petitions/a', '/v1/petitions/a/count', '/healthz']) {
        answers.push((await fetch(url + path)).status);
      }
      answers.push((await fetch(url, {method: 'POST'})).status);
      return answers;
    };
    // There is nothing here but the count.
    expect(await statuses()).toEqual([404, 200, 404, 404]);
    lag.milliseconds = 400;
    expect(await statuses()).toEqual([503, 200, 404, 404]);
    lag.milliseconds = 800;
    expect(await statuses()).toEqual([503, 503, 404, 404]);
    lag.milliseconds = 1500;
    expect(await statuses()).toEqual([503, 503, 404, 503]);
    lag.milliseconds = 0;
    expect(await statuses()).toEqual([404, 200, 404, 404]);
  });

  it('forgets those who go away without waiting for their answers', async () => {
    const backend = await testBackend({marks: {reads: {lag: Infinity, underWay: 20}}});
    const paths = [livePath(), ...Array.from({length: 15}, () => petitionPath)];
    for (let round = 1; round <= 3; round += 1) {
      const asking = paths.map((path) => connectRaw(backend.url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
      for (const {socket} of await Promise.all(asking)) socket.destroy();
      await expect.poll(() => backend.lines.length).toBe(round * paths.length);
    }
    expect(await statusOf(backend, petitionPath)).toBe(200);
  });

  it('takes no request of somebody who does not wait for the answer before: behind a stream they would pile up', async () => {
    const backend = await testBackend({marks: {reads: {lag: Infinity, underWay: 20}}});
    for (const first of [livePath(), petitionPath]) {
      const paths = [first, ...Array.from({length: 30}, () => petitionPath)];
      const text = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`).join('');
      const {socket} = await connectRaw(backend.url, text);
      await expect.poll(() => socket.destroyed).toBe(true);
    }
    expect(await statusOf(backend, petitionPath)).toBe(200);
  });

  it('knows its own address behind a proxy', async () => {
    const backend = await testBackend({
      marks: {reads: {lag: Infinity, underWay: 0}},
      publicUrl: 'https://petitions.example.org/backend/',
    });
    expect(await (await backend.get(petitionPath)).json()).toMatchObject({
      type: 'https://petitions.example.org/backend/problems/unavailable',
      status: 503,
    });
  });
});

describe('the lag of a process', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** Lets turns come about, each this much too late. */
  function takeTurns(...late: readonly number[]): number[] {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    const lag = new LoopLag();
    const seen = late.map((delay) => {
      time += 100 + delay;
      vi.advanceTimersByTime(100);
      return lag.forRequest();
    });
    lag.close();
    expect(vi.getTimerCount()).toBe(0);
    return seen;
  }

  it('is none while it keeps up', () => {
    expect(takeTurns(0, 1, 0, 0, 0)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is not that of one long turn', () => {
    expect(takeTurns(0, 5000, 0, 0, 0, 0)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is what stays for a while', () => {
    expect(takeTurns(700, 900, 800, 600, 0)).toEqual([0, 0, 700, 600, 0]);
  });

  it('is that of one long turn that has a rush of requests in it', () => {
    vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => time);
    const lag = new LoopLag();
    const seen = Array.from({length: 2000}, () => {
      time += 1;
      return lag.forRequest();
    });
    // What a turn has otherwise is let in, however long something else took.
    expect(seen.slice(0, 500).every((milliseconds) => milliseconds === 0)).toBe(true);
    expect(seen.at(-1)).toBe(1900);
    vi.advanceTimersByTime(100);
    time += 300;
    expect(lag.forRequest()).toBe(0);
    lag.close();
  });
});

describe('the limit of streams', () => {
  const limitOf = (wanted: number | undefined, openFiles: number | undefined) => {
    const lines: string[] = [];
    return {limit: streamLimit({wanted, openFiles, log: (line) => lines.push(line)}), warnings: lines};
  };

  it.each([
    [undefined, undefined, 30_000],
    [undefined, 100_000, 30_000],
    [undefined, 20_000, 19_000],
    [500, 2000, 500],
    [0, 100, 0],
  ])('leaves room for others: %s wanted, %s files', (wanted, openFiles, limit) => {
    expect(limitOf(wanted, openFiles)).toEqual({limit, warnings: []});
  });

  it.each([
    [undefined, 1024, 24],
    [undefined, 100, 0],
    [2000, 1500, 500],
  ])('is warned of where it is too low: %s wanted, %s files', (wanted, openFiles, limit) => {
    const found = limitOf(wanted, openFiles);
    expect(found.limit).toBe(limit);
    expect(found.warnings).toMatchObject([expect.stringContaining(`Only ${openFiles} files`)]);
  });
});
