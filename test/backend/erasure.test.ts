import {describe, expect, it} from 'vitest';
import {testBackend, type TestBackend} from './support/backend.ts';
import {confirmedRiver, signature} from './support/fixtures.ts';
import {linksIn, mailServer, tokenIn, type MailLinks, type MailServer, type Received} from './support/mail-server.ts';

const start = new Date('2026-11-01T12:00:00Z').getTime();
const days = (number: number): number => number * 24 * 60 * 60 * 1000;
const petitions = [confirmedRiver];

/** Enough to fill pages that are split and merged again. */
const people = Array.from({length: 300}, (_, index) => `amina-${index}@vanished.example`);
const confirmed = 'bahar@kept.example';
const {fields} = signature('');

const sign = (backend: TestBackend, email: string): Promise<Response> =>
  backend.sign(signature(email, {fields: {...fields, givenName: email === confirmed ? 'Bahar' : 'Vanisha', email}}));

const post = (backend: TestBackend, path: string, link: string | undefined): Promise<Response> =>
  fetch(backend.url + path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({token: tokenIn(link)}),
  });

/** How often the backend has a text; in a file of its own, also where it is not yet in its place. */
async function timesStored(backend: TestBackend, text: RegExp): Promise<number> {
  const contents = await backend.contents();
  return contents.match(text)?.length ?? 0;
}

const oneById = async (mails: MailServer, email: string) => linksIn(await mails.mailTo(email));

function linksInLatest(received: readonly Received[]): MailLinks {
  const latest = received.at(-1);
  if (!latest) throw new Error('There is no mail');
  return linksIn(latest);
}

describe('what was never confirmed', () => {
  it('is erased after 30 days, and leaves no trace in the files', {timeout: 30_000}, async () => {
    const mails = await mailServer();
    const at = (time: number) => ({petitions, smtpUrl: mails.url, now: () => new Date(time)});
    const first = await testBackend(at(start));
    await Promise.all([...people, confirmed].map((email) => sign(first, email)));
    expect((await post(first, '/v1/confirmations', (await oneById(mails, confirmed)).confirm)).status).toBe(200);
    await mails.until(people.length + 1);
    expect(await timesStored(first, /amina-\d+@vanished/g)).toBeGreaterThan(people.length);
    await first.close();

    const earlier = await testBackend({...at(start + days(30) - 1), dataDir: first.dataDir});
    await earlier.close();
    expect(await earlier.rows('SELECT hash FROM token')).not.toEqual([]);
    expect(await earlier.rows('SELECT id FROM signature')).toHaveLength(people.length + 1);

    const later = await testBackend({...at(start + days(30)), dataDir: first.dataDir});
    await expect.poll(() => timesStored(later, /vanished|amina/gi), {timeout: 10_000}).toBe(0);
    expect(await timesStored(later, /bahar@kept/g)).toBeGreaterThan(0);
    expect(await later.rows('SELECT mailbox FROM signature')).toEqual([{mailbox: confirmed}]);
    expect(await later.rows('SELECT * FROM token')).toEqual([]);
    expect(await later.rows('SELECT signature_id FROM mail')).toHaveLength(1);
    expect((await later.count()).total).toBe(101);
  });
});

describe('what was signed again before its time was up', () => {
  it('waits as long as the latest mail says', async () => {
    const mails = await mailServer();
    const at = (time: number) => ({petitions, smtpUrl: mails.url, now: () => new Date(time)});
    const first = await testBackend(at(start));
    await sign(first, confirmed);
    await mails.until(1);
    await first.close();

    const again = await testBackend({...at(start + days(29)), dataDir: first.dataDir});
    await sign(again, confirmed);
    const {confirm} = linksInLatest(await mails.until(2));
    await again.close();

    const later = await testBackend({...at(start + days(31)), dataDir: first.dataDir});
    await expect.poll(() => later.rows('SELECT hash FROM token')).toHaveLength(2);
    expect((await post(later, '/v1/confirmations', confirm)).status).toBe(200);
    expect((await later.count()).total).toBe(101);
  });
});

describe('what was withdrawn', () => {
  it('leaves no trace in the files', async () => {
    const mails = await mailServer();
    const backend = await testBackend({petitions, smtpUrl: mails.url});
    await Promise.all(people.slice(0, 50).map((email) => sign(backend, email)));
    for (const email of people.slice(0, 50)) {
      const {confirm, withdraw} = await oneById(mails, email);
      await post(backend, '/v1/confirmations', confirm);
      expect((await post(backend, '/v1/withdrawals', withdraw)).status).toBe(200);
    }
    expect((await backend.count()).total).toBe(100);
    expect(await timesStored(backend, /vanish|amina/gi)).toBe(0);
  });
});

describe('the log', () => {
  it('holds neither addresses nor tokens, whatever happens to a mail', async () => {
    let isRefusing = true;
    const mails = await mailServer({
      take: async ([to]) => {
        if (isRefusing) throw new Error(`<${to}> is not known here`);
      },
    });
    const backend = await testBackend({petitions, smtpUrl: mails.url});
    const [email = ''] = people;
    await sign(backend, email);
    await expect.poll(() => backend.lines.join('\n')).toContain('A mail was not sent: EMESSAGE');
    isRefusing = false;
    const links = await oneById(mails, email);
    for (const link of [links.confirm, links.withdraw]) {
      await fetch(link ?? '');
      await fetch(new URL(link ?? '').href.replace(/\?.*/, ''), {
        method: 'POST',
        body: new URLSearchParams({token: tokenIn(link)}),
      });
    }
    for (const path of ['/v1/confirmations', '/v1/withdrawals']) {
      await post(backend, path, links.withdraw);
      await post(backend, path, links.confirm);
    }
    await backend.close();
    const log = backend.lines.join('\n');
    expect(log).toContain('"path":"/withdraw"');
    expect(log).not.toMatch(/vanish|amina|token=|\?/i);
    for (const link of [links.confirm, links.withdraw]) expect(log).not.toContain(tokenIn(link));
  });
});
