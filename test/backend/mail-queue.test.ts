import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {testBackend, type TestBackend} from './support/backend.ts';
import {confirmedRiver, river, signature} from './support/fixtures.ts';
import {folderOf, seedFolder} from './support/folders.ts';
import {linksIn, mailServer, tokenIn, type MailServer} from './support/mail-server.ts';
import {backendProcess} from './support/process.ts';

const amina = 'amina@water.example';
const start = new Date('2026-11-01T12:00:00Z').getTime();
const minutes = (number: number): number => number * 60 * 1000;
const petitions = [confirmedRiver];

/** Nothing is under way and nothing waits. */
const isQuiet = (backend: TestBackend) =>
  expect.poll(() => backend.rows('SELECT due_at FROM mail WHERE due_at IS NOT NULL'), {timeout: 10_000}).toEqual([]);

const addressesOf = ({received}: MailServer): string[] => received.flatMap(({to}) => to).toSorted();

const headersOf = (answer: Response): Record<string, string> => {
  const {date: _date, ...headers} = Object.fromEntries(answer.headers);
  return headers;
};

function confirm(backend: TestBackend, link: string | undefined): Promise<Response> {
  return fetch(`${backend.url}/v1/confirmations`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({token: tokenIn(link)}),
  });
}

/** A server that takes no mail before it is told to. */
async function slowServer() {
  const {promise: told, resolve: release} = Promise.withResolvers<void>();
  const {promise: asked, resolve: ask} = Promise.withResolvers<void>();
  const mails = await mailServer({
    take: async () => {
      ask();
      await told;
    },
  });
  return {mails, asked, release};
}

describe('a signature and its mail', () => {
  it('are stored together, or neither is', async () => {
    const backend = await testBackend({petitions});
    await backend.alter('ALTER TABLE mail RENAME COLUMN queued_at TO gone');
    expect((await backend.sign(signature(amina))).status).toBe(500);
    expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
    expect(await backend.rows('SELECT * FROM kept_answer')).toEqual([]);
  });

  it('do not wait for the mail server', async () => {
    const {mails, asked, release} = await slowServer();
    const backend = await testBackend({petitions, smtpUrl: mails.url});
    expect((await backend.sign(signature(amina))).status).toBe(202);
    await asked;
    expect((await backend.sign(signature(amina))).status).toBe(202);
    expect(mails.received).toEqual([]);
    release();
    await mails.until(1);
  });

  it('tell the queue no more than whom it is about', async () => {
    const backend = await testBackend({petitions, now: () => new Date(start)});
    await backend.sign(signature(amina));
    const [{id} = {}] = await backend.rows('SELECT id FROM signature');
    expect(await backend.rows('SELECT * FROM mail')).toEqual([
      {
        signature_id: id,
        kind: 'confirmation',
        queued_at: '2026-11-01T12:00:00.000Z',
        due_at: '2026-11-01T12:00:00.000Z',
        attempts: 0,
        sent_at: null,
      },
    ]);
  });

  it('stay in the queue where there is no mail server, which is said once', async () => {
    const backend = await testBackend({petitions});
    for (const email of [amina, 'b@water.example']) await backend.sign(signature(email));
    await backend.close();
    expect(backend.lines.filter((line) => line.includes('"warning"'))).toHaveLength(1);
    expect(await backend.rows('SELECT due_at FROM mail WHERE due_at IS NOT NULL')).toHaveLength(2);

    const mails = await mailServer();
    const second = await testBackend({petitions, dataDir: backend.dataDir, smtpUrl: mails.url});
    await mails.until(2);
    await isQuiet(second);
    expect(second.lines.filter((line) => line.includes('"warning"'))).toEqual([]);
  });
});

describe('who signs again', () => {
  interface Signer {
    readonly backend: TestBackend;
    readonly mails: MailServer;
    readonly sign: () => Promise<Response>;
    readonly later: (milliseconds: number) => void;
  }

  async function signer(): Promise<Signer> {
    const mails = await mailServer();
    let time = start;
    const backend = await testBackend({petitions, smtpUrl: mails.url, now: () => new Date(time)});
    const sign = async (): Promise<Response> => {
      const answer = await backend.sign(signature(amina));
      await isQuiet(backend);
      return answer;
    };
    return {backend, mails, sign, later: (milliseconds) => void (time += milliseconds)};
  }

  it('gets the very same answer, and changes nothing', async () => {
    const {backend, sign, later} = await signer();
    const first = await sign();
    const before = await backend.rows('SELECT * FROM signature');
    later(minutes(90));
    const again = await sign();
    const {fields} = signature(amina);
    await backend.sign(signature('', {fields: {...fields, givenName: 'Mallory'}, lang: 'ar'}));
    expect(again.status).toBe(first.status);
    expect(headersOf(again)).toEqual(headersOf(first));
    expect(await again.text()).toBe(await first.text());
    expect(await backend.rows('SELECT * FROM signature')).toEqual(before);
  });

  it('gets one more mail an hour, whose links work as well as those before', async () => {
    const {backend, mails, sign, later} = await signer();
    for (const pause of [0, 20, 20, 19]) {
      later(minutes(pause));
      await sign();
    }
    expect(mails.received).toHaveLength(1);
    later(minutes(1));
    await sign();
    await sign();
    later(minutes(59));
    await sign();
    expect(mails.received).toHaveLength(2);

    const [first, second] = mails.received.map(linksIn);
    expect(tokenIn(first?.confirm)).not.toBe(tokenIn(second?.confirm));
    for (const link of [second?.confirm, first?.confirm]) {
      const answer = await confirm(backend, link);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({count: {total: 101}});
    }
  });

  it('is told that they have signed already, once they have confirmed', async () => {
    const {backend, mails, sign, later} = await signer();
    const first = await (await sign()).text();
    await confirm(backend, linksIn(await mails.mailTo(amina)).confirm);
    expect(await (await sign()).text()).toBe(first);
    expect(mails.received).toHaveLength(1);

    later(minutes(60));
    const again = await sign();
    expect([again.status, await again.text()]).toEqual([202, first]);
    await sign();
    const [, second] = mails.received;
    if (!second) throw new Error('There is no second mail');
    expect(mails.received).toHaveLength(2);
    expect(second.mail.subject).toBe('Vous avez déjà signé\u00A0: Sauvez la rivière');
    expect(second.mail.text).toContain('vous n’avez rien à faire');
    expect(linksIn(second).confirm).toBe(undefined);
    expect((await backend.count()).total).toBe(101);

    const answer = await fetch(`${backend.url}/v1/withdrawals`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({token: tokenIn(linksIn(second).withdraw)}),
    });
    expect(answer.status).toBe(200);
    expect((await backend.count()).total).toBe(100);
  });

  it('gets no second mail by a second process', async () => {
    const {backend, mails, sign} = await signer();
    await sign();
    const now = (): Date => new Date(start);
    const other = await testBackend({petitions, dataDir: backend.dataDir, smtpUrl: mails.url, now});
    const answers = await Promise.all([backend, other, backend, other].map((each) => each.sign(signature(amina))));
    expect(answers.map(({status}) => status)).toEqual([202, 202, 202, 202]);
    await isQuiet(backend);
    expect(mails.received).toHaveLength(1);
  });

  it('gets one mail for one request that is sent several times', async () => {
    const {backend, mails, later} = await signer();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({length: 10}, () => backend.sign(signature(amina), {key})));
    await isQuiet(backend);
    later(minutes(120));
    answers.push(await backend.sign(signature(amina), {key}));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    await isQuiet(backend);
    expect(mails.received).toHaveLength(1);
  });
});

describe('a mail that cannot be sent', () => {
  it('is not queued anew by another signing', async () => {
    let time = start;
    const backend = await testBackend({petitions, now: () => new Date(time)});
    await backend.sign(signature(amina));
    const before = await backend.rows('SELECT * FROM mail');
    time += minutes(120);
    expect((await backend.sign(signature(amina))).status).toBe(202);
    expect(await backend.rows('SELECT * FROM mail')).toEqual(before);
  });

  it('is not sent any more once its signature is confirmed by an earlier one', async () => {
    let isUp = true;
    const mails = await mailServer({take: () => (isUp ? Promise.resolve() : Promise.reject(new Error('down')))});
    let time = start;
    const backend = await testBackend({petitions, smtpUrl: mails.url, now: () => new Date(time)});
    await backend.sign(signature(amina));
    const {confirm: link} = linksIn(await mails.mailTo(amina));
    await isQuiet(backend);

    isUp = false;
    time += minutes(60);
    await backend.sign(signature(amina));
    await expect.poll(() => backend.lines.join('\n')).toContain('A mail was not sent');
    expect((await confirm(backend, link)).status).toBe(200);
    await isQuiet(backend);
    await backend.close();
    expect(mails.received).toHaveLength(1);
  });

  it('is sent once the server is back', async () => {
    const down = await mailServer();
    await down.close();
    const backend = await testBackend({petitions, smtpUrl: down.url});
    expect((await backend.sign(signature(amina))).status).toBe(202);
    const attempts = () => backend.rows('SELECT attempts FROM mail WHERE attempts > 0');
    await expect.poll(attempts).toHaveLength(1);
    const up = await mailServer({port: down.port});
    await up.until(1);
    await isQuiet(backend);
    expect(addressesOf(up)).toEqual([amina]);
  });

  it('is sent after a restart, exactly once', async () => {
    const down = await mailServer();
    await down.close();
    const first = await testBackend({petitions, smtpUrl: down.url, now: () => new Date(start)});
    await first.sign(signature(amina));
    await expect.poll(() => first.lines.join('\n')).toContain('A mail was not sent: ESOCKET');
    await first.close();

    const mails = await mailServer();
    const now = (): Date => new Date(start + minutes(60));
    const second = await testBackend({petitions, dataDir: first.dataDir, smtpUrl: mails.url, now});
    await mails.until(1);
    await second.close();
    const third = await testBackend({petitions, dataDir: first.dataDir, smtpUrl: mails.url, now});
    await isQuiet(third);
    await third.close();
    expect(addressesOf(mails)).toEqual([amina]);
  });

  it('is tried after pauses that grow', async () => {
    const mails = await mailServer({take: () => Promise.reject(new Error('come back later'))});
    let time = start;
    const dataDir = folderOf();
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      const now = (): Date => new Date(time);
      const backend = await testBackend({petitions, dataDir, smtpUrl: mails.url, now});
      if (attempt === 1) await backend.sign(signature(amina));
      await expect.poll(() => backend.lines.filter((line) => line.includes('"error"')).length).toBe(1);
      await backend.close();
      const [mail] = await backend.rows(`SELECT due_at FROM mail WHERE attempts = ${attempt}`);
      const due = new Date(String(mail?.['due_at'])).getTime();
      pauses.push((due - time) / 1000);
      time = due;
    }
    expect(pauses).toEqual([1, 4, 16, 64, 256, 1024, 3600, 3600]);
  });

  it('is given up once its signature would be erased', async () => {
    const first = await testBackend({petitions, now: () => new Date(start)});
    await first.sign(signature(amina));
    await first.close();
    const mails = await mailServer();
    const now = (): Date => new Date(start + minutes(30 * 24 * 60));
    const second = await testBackend({petitions, dataDir: first.dataDir, now});
    await isQuiet(second);
    await second.close();
    const third = await testBackend({petitions, dataDir: first.dataDir, smtpUrl: mails.url, now});
    expect((await third.sign(signature(amina))).status).toBe(202);
    await mails.until(1);
  });

  it('holds up no other', async () => {
    const mails = await mailServer({
      take: ([to]) => (to === amina ? Promise.reject(new Error('no such mailbox')) : Promise.resolve()),
    });
    const backend = await testBackend({petitions, smtpUrl: mails.url});
    const others = Array.from({length: 20}, (_, index) => `person-${index}@water.example`);
    await Promise.all([amina, ...others].map((email) => backend.sign(signature(email))));
    await mails.until(20);
    expect(addressesOf(mails)).toEqual(others.toSorted());
  });
});

describe('a mail that takes long', () => {
  it('holds up none that waits with it', async () => {
    const first = await testBackend({petitions});
    for (const email of [amina, 'b@water.example', 'c@water.example']) await first.sign(signature(email));
    await first.close();
    const {promise: told, resolve: release} = Promise.withResolvers<void>();
    const mails = await mailServer({take: ([to]) => (to === amina ? told : Promise.resolve())});
    const second = await testBackend({petitions, dataDir: first.dataDir, smtpUrl: mails.url});
    await mails.until(2);
    expect(addressesOf(mails)).toEqual(['b@water.example', 'c@water.example']);
    release();
    await second.close();
    expect(addressesOf(mails)).toHaveLength(3);
  });
});

describe('closing', () => {
  it('waits for the mail under way, and begins no other', async () => {
    const {mails, asked, release} = await slowServer();
    const backend = await testBackend({petitions, smtpUrl: mails.url});
    await backend.sign(signature(amina));
    await asked;
    let isClosed = false;
    const closing = backend.close().then(() => (isClosed = true));
    await expect
      .poll(() =>
        backend.get('/healthz').then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
    expect(isClosed).toBe(false);
    release();
    await closing;
    expect(addressesOf(mails)).toEqual([amina]);
    expect(await backend.rows('SELECT due_at FROM mail')).toEqual([{due_at: null}]);
  });
});

describe('two processes on one file', () => {
  it('send each mail once', {timeout: 30_000}, async () => {
    const first = await testBackend({petitions});
    const people = Array.from({length: 60}, (_, index) => `person-${index}@water.example`);
    await Promise.all(people.map((email) => first.sign(signature(email))));
    await first.close();

    const mails = await mailServer();
    const env = {SMTP_URL: mails.url};
    const seed = seedFolder(petitions);
    const running = await Promise.all([1, 2].map(() => backendProcess(first.dataDir, seed, env)));
    const more = ['c@water.example', 'd@water.example'];
    await Promise.all(
      running.map(({url}, index) =>
        fetch(`${url}/v1/petitions/${river.id}/signatures`, {
          method: 'POST',
          headers: {'Content-Type': 'application/json', 'Idempotency-Key': randomUUID()},
          body: JSON.stringify(signature(more[index] ?? '')),
        }),
      ),
    );
    await isQuiet(first);
    for (const each of running) each.kill('SIGTERM');
    expect(await Promise.all(running.map(({ended}) => ended))).toEqual([0, 0]);
    expect(addressesOf(mails)).toEqual([...people, ...more].toSorted());
    const links = mails.received.map((mail) => tokenIn(linksIn(mail).confirm));
    expect(new Set(links).size).toBe(62);
  });
});
