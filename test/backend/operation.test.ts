import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {integer, time} from '../../src/backend/wire-values.ts';
import {backendProblems} from '../../src/model/outcome.ts';
import {expectProblem, testBackend} from './support/backend.ts';
import {river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {backendProcess} from './support/process.ts';

const requestEntry = v.strictObject({
  time: v.pipe(time, v.endsWith('Z')),
  method: v.string(),
  path: v.string(),
  status: integer,
  ms: v.number(),
  bytes: integer,
});

describe('health', () => {
  it('is alive and ready', async () => {
    const backend = await testBackend();
    for (const path of ['/healthz', '/readyz']) {
      const answer = await backend.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
    }
  });

  it('is alive, but not ready while it cannot store', async () => {
    const backend = await testBackend();
    const release = await backend.hold();
    expect((await backend.get('/healthz')).status).toBe(200);
    const answer = await backend.get('/readyz');
    await expectProblem(answer, 503, 'unavailable');
    await release();
    await expect.poll(async () => (await backend.get('/readyz')).status, {timeout: 5000}).toBe(200);
  });
});

describe('while the storage is held by another', () => {
  it('stores nothing and says when to try again, but goes on reading', async () => {
    const backend = await testBackend();
    const release = await backend.hold();
    const key = randomUUID();
    const signing = backend.sign(signature('amina@water.example'), {key});
    expect((await backend.count()).total).toBe(100);
    const refused = await signing;
    expect(refused.headers.get('Retry-After')).toMatch(/^([2-9]|10)$/);
    await expectProblem(refused, 503, 'unavailable');
    await release();

    expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
    expect((await backend.sign(signature('amina@water.example'), {key})).status).toBe(201);
    expect((await backend.count()).total).toBe(101);
  });

  it('waits a little', async () => {
    const backend = await testBackend();
    const release = await backend.hold();
    const signing = backend.sign(signature('amina@water.example'));
    await backend.get('/healthz');
    await release();
    expect((await signing).status).toBe(201);
  });
});

describe('while much is forgotten', () => {
  it('goes on answering', async () => {
    const before = await testBackend();
    await before.close();
    await before.alter(`INSERT INTO rate_use (subject, used_at)
      SELECT 'subject-' || n, '2020-01-01T00:00:00.000Z'
      FROM (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 50000) SELECT n FROM numbers) AS list`);
    const backend = await testBackend({dataDir: before.dataDir});
    const left = async (): Promise<number> => (await backend.rows('SELECT subject FROM rate_use')).length;
    expect((await backend.get('/healthz')).status).toBe(200);
    expect(await left()).toBeGreaterThan(0);
    await expect.poll(left, {timeout: 20_000}).toBe(0);
  });
});

describe('a mistake of the backend’s own', () => {
  it('is a problem too, stores nothing, and is logged without what was sent', async () => {
    const backend = await testBackend();
    await backend.alter('ALTER TABLE kept_answer RENAME COLUMN body TO gone');
    const answer = await backend.sign(signature('amina@water.example'));
    await expectProblem(answer, 500, 'failed');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect((await backend.count()).total).toBe(100);
    expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
    const lines = backend.lines.filter((line) => line.includes('"error"'));
    expect(lines.length).toBe(1);
    expect(lines[0]).toContain('/storage/');
    expect(lines[0]).not.toMatch(/amina|water\.example/i);
  });
});

describe('the log', () => {
  it('has one line of JSON a request', async () => {
    const backend = await testBackend();
    await backend.get(`/v1/petitions/${river.id}?lang=fr`);
    await backend.get('/nothing?x=y');
    await backend.close();
    expect(backend.lines.map((line) => v.parse(requestEntry, JSON.parse(line)))).toMatchObject([
      {method: 'GET', path: `/v1/petitions/${river.id}`, status: 200},
      {method: 'GET', path: '/nothing', status: 404},
    ]);
  });

  it('may be left unread', async () => {
    const running = await backendProcess(folderOf(), seedFolder([river]));
    running.closeOutput();
    const until = performance.now() + 300;
    // Long enough for several lines to be written.
    for (let asked = 0; asked < 20 || performance.now() < until; asked += 1) {
      expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    }
  });

  it('has no personal data', async () => {
    const backend = await testBackend();
    const headers = {
      'User-Agent': 'Secret-Agent',
      Referer: 'https://secret.example/',
      'X-Forwarded-For': '203.0.113.9',
    };
    const key = randomUUID();
    for (const body of [signature('amina@water.example'), signature('amina'), '{"amina', {amina: 'Turdi'}]) {
      await backend.sign(body, {headers, key});
    }
    await fetch(`${backend.url}/v1/petitions/${river.id}/signatures`, {
      method: 'POST',
      body: new URLSearchParams({email: 'amina@water.example', lang: 'secret'}),
    });
    await backend.get(`/v1/petitions/${river.id}?email=amina@water.example`, headers);
    await backend.close();
    // The form leads on to its page, which is a request too.
    expect(backend.lines.length).toBe(7);
    expect(backend.lines.join('\n')).not.toMatch(/amina|turdi|water\.example|secret|203\.0|127\.0|::1|\?/i);
    expect(backend.lines.join('\n')).not.toContain(key);
  });
});

describe('the address of a problem', () => {
  it.each(backendProblems)('explains it: %s', async (slug) => {
    const backend = await testBackend();
    const answer = await backend.get(`/problems/${slug}`);
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(40);
  });

  it.each(['nonsense', 'constructor', '__proto__'])('explains no other: %s', async (slug) => {
    const backend = await testBackend();
    await expectProblem(await backend.get(`/problems/${slug}`), 404, 'not-found');
  });
});
