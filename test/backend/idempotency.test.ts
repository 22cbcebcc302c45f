import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';
import {seedFolder} from './support/folders.ts';

const hours = (number: number): number => number * 60 * 60 * 1000;

describe('the Idempotency-Key', () => {
  it('is required', async () => {
    const backend = await testBackend();
    const answer = await fetch(`${backend.url}/v1/petitions/${river.id}/signatures`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(signature('a@water.example')),
    });
    expect((await expectProblem(answer, 400, 'malformed')).detail).toContain('missing');
    expect((await backend.count()).total).toBe(100);
  });

  it.each(['', 'x', '123', `${randomUUID()}0`, `{${randomUUID()}}`, randomUUID().replaceAll('-', '')])(
    'is a UUID, not "%s"',
    async (key) => {
      const backend = await testBackend();
      const answer = await backend.sign(signature('a@water.example'), {key});
      expect((await expectProblem(answer, 400, 'malformed')).detail).toContain('no UUID');
    },
  );

  it('gives the first answer again, to the byte', async () => {
    const backend = await testBackend();
    const key = randomUUID();
    const first = await backend.sign(signature('a@water.example'), {key});
    const text = await first.text();
    await backend.sign(signature('b@water.example'));
    for (const sameKey of [key, key.toUpperCase()]) {
      const again = await backend.sign(signature('a@water.example'), {key: sameKey});
      expect(again.status).toBe(201);
      expect(await again.text()).toBe(text);
      expect([...again.headers.keys()]).toEqual([...first.headers.keys()]);
    }
    expect((await backend.count()).total).toBe(102);
  });

  // Without an address nothing but the key tells that it is the same person.
  const anonymous = petition('anonymous', {form: {...river.form, fields: [], consents: []}});
  const sent = {fields: {}, consents: [], lang: 'en'};

  async function expectOneOf(answers: readonly Response[], backend: TestBackend): Promise<void> {
    const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([201]));
    expect(texts.size).toBe(1);
    expect((await backend.count('anonymous')).total).toBe(101);
    expect(await backend.rows('SELECT count(*) AS kept FROM kept_answer')).toEqual([{kept: 1}]);
  }

  it('counts once of 50 that come at once', async () => {
    const backend = await testBackend({petitions: [anonymous]});
    const key = randomUUID();
    const signing = Array.from({length: 50}, () => backend.sign(sent, {petition: 'anonymous', key}));
    await expectOneOf(await Promise.all(signing), backend);
  });

  it('counts once of those that are under way before any is stored', async () => {
    let timesAsked = 0;
    const now = (): Date => {
      timesAsked += 1;
      return new Date();
    };
    const backend = await testBackend({petitions: [anonymous], now});
    const release = await backend.hold();
    const key = randomUUID();
    const before = timesAsked;
    const signing = Array.from({length: 10}, () => backend.sign(sent, {petition: 'anonymous', key}));
    // Each looks at the clock once it has found no answer under the key.
    await expect.poll(() => timesAsked - before, {interval: 5}).toBe(10);
    await release();
    await expectOneOf(await Promise.all(signing), backend);
  });

  it('holds after a restart, and after the petition was closed', async () => {
    const first = await testBackend();
    const key = randomUUID();
    const text = await (await first.sign(signature('a@water.example'), {key})).text();
    await first.close();

    const seed = seedFolder([{...river, status: 'closed'}]);
    const second = await testBackend({dataDir: first.dataDir, seed});
    const again = await second.sign(signature('a@water.example'), {key});
    expect(again.status).toBe(201);
    expect(await again.text()).toBe(text);
    expect((await second.count()).total).toBe(101);
    await expectProblem(await second.sign(signature('b@water.example')), 409, 'closed');
  });

  it('belongs to one body', async () => {
    const backend = await testBackend();
    const key = randomUUID();
    await backend.sign(signature('a@water.example'), {key});
    for (const other of [signature('b@water.example'), {}, 'no JSON']) {
      await expectProblem(await backend.sign(other, {key}), 422, 'idempotency-mismatch');
    }
    expect((await backend.count()).total).toBe(101);
  });

  it('belongs to one body of those that come at once', async () => {
    const backend = await testBackend();
    const key = randomUUID();
    const people = Array.from({length: 10}, (_, index) => signature(`person-${index}@water.example`));
    const answers = await Promise.all(people.map((person) => backend.sign(person, {key})));
    expect(answers.map(({status}) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array.from({length: 9}, () => 422),
    ]);
    expect((await backend.count()).total).toBe(101);
  });

  it('belongs to one petition', async () => {
    const backend = await testBackend({petitions: [river, petition('other')]});
    const key = randomUUID();
    for (const id of [river.id, 'other']) {
      expect((await backend.sign(signature('a@water.example'), {key, petition: id})).status).toBe(201);
      expect((await backend.count(id)).total).toBe(101);
    }
  });

  it('is not used up by a refusal', async () => {
    const backend = await testBackend();
    const key = randomUUID();
    await expectProblem(await backend.sign(signature('amina'), {key}), 422, 'invalid');
    await expectProblem(await backend.sign('no JSON', {key}), 400, 'malformed');
    expect((await backend.sign(signature('amina@water.example'), {key})).status).toBe(201);
  });

  it('is kept for a day at least, and not for ever', async () => {
    const start = new Date('2026-11-01T12:00:00Z').getTime();
    const keys = Array.from({length: 3}, () => randomUUID());
    const first = await testBackend({now: () => new Date(start)});
    for (const key of keys) await first.sign(signature(`${key}@water.example`), {key});
    await first.close();

    const nextDay = await testBackend({dataDir: first.dataDir, now: () => new Date(start + hours(25))});
    await nextDay.close();
    expect(await nextDay.rows('SELECT key FROM kept_answer')).toHaveLength(3);

    const later = await testBackend({dataDir: first.dataDir, now: () => new Date(start + hours(49))});
    await later.close();
    expect(await later.rows('SELECT key FROM kept_answer')).toEqual([]);
    expect(await later.rows('SELECT id FROM signature')).toHaveLength(3);
  });

  it('is kept with nothing that tells who signed', async () => {
    const backend = await testBackend();
    const keys = [randomUUID(), randomUUID()];
    for (const key of keys) await backend.sign(signature('amina@water.example'), {key});
    const rows = await backend.rows('SELECT digest, body FROM kept_answer');
    expect(JSON.stringify(rows)).not.toMatch(/amina|turdi/i);
    expect(new Set(rows.map(({digest}) => digest)).size).toBe(2);
  });
});
