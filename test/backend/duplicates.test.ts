import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {countedSchema, testBackend} from './support/backend.ts';
import {petition, river, signature} from './support/fixtures.ts';

const headersOf = (answer: Response): Record<string, string> => {
  const {date: _date, ...headers} = Object.fromEntries(answer.headers);
  return headers;
};

describe('an address that has signed already', () => {
  it('is answered like a new one, and adds nothing', async () => {
    let now = new Date('2026-11-01T12:00:00Z');
    const backend = await testBackend({now: () => now});
    const first = await backend.sign(signature('amina@water.example'));
    now = new Date('2026-11-02T12:00:00Z');
    const repeated = await backend.sign(signature('amina@water.example'));
    const other = await backend.sign(signature('other@water.example'));

    expect(repeated.status).toBe(first.status);
    expect(headersOf(repeated)).toEqual(headersOf(first));
    expect(headersOf(repeated)).toEqual(headersOf(other));
    const [repeatedText, otherText] = [await repeated.text(), await other.text()];
    expect(repeatedText.replace('101', '…')).toBe(otherText.replace('102', '…'));
    // The time of the first signature would tell.
    expect(v.parse(countedSchema, JSON.parse(repeatedText)).count).toEqual({
      total: 101,
      goal: 500,
      asOf: '2026-11-02T12:00:00.000Z',
    });
    expect((await backend.count()).total).toBe(102);
  });

  it('keeps what it signed first', async () => {
    const backend = await testBackend();
    await backend.sign(signature('amina@water.example', {listed: 'name'}));
    const before = await backend.rows('SELECT * FROM signature');
    const {fields} = signature('amina@water.example');
    await backend.sign(signature('', {fields: {...fields, givenName: 'Mallory'}, listed: 'initials', lang: 'en'}));
    expect(await backend.rows('SELECT * FROM signature')).toEqual(before);
  });

  it.each(['AMINA@WATER.EXAMPLE', ' amina@water.example ', 'ａmina@water.example'])(
    'is known in another spelling: %s',
    async (spelling) => {
      const backend = await testBackend();
      await backend.sign(signature('amina@water.example'));
      expect((await backend.sign(signature(spelling))).status).toBe(201);
      expect((await backend.count()).total).toBe(101);
    },
  );

  it('may sign another petition', async () => {
    const backend = await testBackend({petitions: [river, petition('other')]});
    await backend.sign(signature('amina@water.example'));
    await backend.sign(signature('amina@water.example'), {petition: 'other'});
    expect((await backend.count('other')).total).toBe(101);
  });

  it('counts once of 50 that come at once', async () => {
    const backend = await testBackend();
    const answers = await Promise.all(Array.from({length: 50}, () => backend.sign(signature('amina@water.example'))));
    const totals = await Promise.all(
      answers.map(async (answer) => v.parse(countedSchema, await answer.json()).count.total),
    );
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([201]));
    expect(new Set(totals)).toEqual(new Set([101]));
    expect((await backend.count()).total).toBe(101);
    expect(await backend.rows('SELECT mailbox FROM signature')).toHaveLength(1);
  });
});
