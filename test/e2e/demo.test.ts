import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {Agent} from 'node:http';
import {connect} from 'node:net';
import {join} from 'node:path';
import {describe, expect, onTestFinished} from 'vitest';
import {answerTo, rawRequest, textOf} from '../backend/support/raw-http.ts';
import {it} from './support.ts';
import {type Demo, type DemoOptions, nodeStart, rowsIn, startDemo} from './support/demo.ts';
import {countAt, dna, fillIn, post, signatureOf, somebody} from './support/petitions.ts';

/** A demo of the test's own, which may end and start again. */
const ownDemo = (options: DemoOptions = {}): Promise<Demo> => startDemo(options, onTestFinished);
const again = (after: Demo): Promise<Demo> => ownDemo({after});

const signaturesIn = ({dataDir}: Demo): Record<string, unknown>[] =>
  rowsIn(dataDir, 'SELECT petition_id, mailbox, fields FROM signature');

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

/** A tag of the page's own script would be one as well: the partner has none. */
const tagsIn = (html: string): string[] =>
  html.match(/<(?:script|petition-[\w-]+|link[^>]*modulepreload)[^>]*>/g) ?? [];

describe('npm start', () => {
  it('ends when npm alone is asked to, and frees its ports', async () => {
    const demo = await ownDemo();
    const {backend, pages} = demo;
    demo.signalFirst('SIGTERM');
    await demo.ended;
    expect(await Promise.all([isRefused(backend), isRefused(pages)])).toEqual([true, true]);
    expect(existsSync(join(demo.dataDir, 'petitions.sqlite-wal'))).toBe(false);
  });

  it('serves a page with one tag, on which a person signs; it counts, and still does after a restart', async ({
    open,
  }) => {
    const demo = await ownDemo();
    const article = `${demo.pages}/article.html`;
    expect(new URL(demo.pages).origin).not.toBe(new URL(demo.backend).origin);
    const html = await (await fetch(article)).text();
    expect(tagsIn(html)).toHaveLength(1);
    expect(html.split(demo.backend)).toHaveLength(3);
    expect(html).toContain(`src="${demo.backend}/embed.js"`);
    expect(html).toContain(`data-backend="${demo.backend}"`);

    const {page, errors} = await open(article);
    const petition = page.locator('petition-campaign');
    await petition.getByRole('heading', {name: dna.title}).waitFor();
    await petition.getByText('5,136 people have signed').first().waitFor();

    const amina = somebody();
    await petition.getByLabel('First name').fill(amina.givenName);
    await petition.getByLabel('Last name').fill(amina.familyName);
    await petition.getByLabel('Email address').fill(amina.email);
    await petition.getByLabel('Country').selectOption('Germany');
    await petition.getByLabel('stores my details').check();
    await petition.getByRole('button', {name: 'Sign this petition'}).click();

    await petition.getByRole('heading', {name: 'Thank you, Amina'}).waitFor();
    await petition.getByText('Your signature has been counted.').waitFor();
    await petition.getByText('5,137 people have signed').first().waitFor();
    expect(await countAt(demo.backend)).toMatchObject({total: dna.total + 1});
    expect(errors).toEqual([]);

    const signatures = signaturesIn(demo);
    expect(signatures).toMatchObject([{petition_id: dna.id, mailbox: amina.email}]);
    expect(JSON.parse(String(signatures[0]?.['fields']))).toEqual({...amina});

    demo.signal('SIGTERM');
    await demo.ended;
    // SQLite removes its log where the database was closed in good order.
    expect(existsSync(join(demo.dataDir, 'petitions.sqlite-wal'))).toBe(false);

    const restarted = await again(demo);
    expect(restarted.backend).toBe(demo.backend);
    expect(await countAt(restarted.backend)).toMatchObject({total: dna.total + 1});
    const later = await open(article);
    await later.page.getByText('5,137 people have signed').first().waitFor();
    expect(signaturesIn(restarted)).toEqual(signatures);
  });

  it('keeps a signature that it has answered, even if it is killed at once, and gives the same answer again', async () => {
    const demo = await ownDemo();
    const [key, body] = [randomUUID(), await signatureOf(demo.backend, somebody())];
    const answer = await post(demo.backend, body, key);
    demo.signal('SIGKILL');
    expect(answer.status).toBe(201);
    const first = await answer.text();
    expect(JSON.parse(first)).toMatchObject({status: 'counted', count: {total: dna.total + 1}});
    await demo.ended;

    const restarted = await again(demo);
    expect(signaturesIn(restarted)).toHaveLength(1);
    expect(await countAt(restarted.backend)).toMatchObject({total: dna.total + 1});
    const repeated = await post(restarted.backend, body, key);
    expect(repeated.status).toBe(201);
    expect(await repeated.text()).toBe(first);
    expect(signaturesIn(restarted)).toHaveLength(1);
    expect(await countAt(restarted.backend)).toMatchObject({total: dna.total + 1});
  });

  it('finishes the request under way when it is asked to end, and ends well', async () => {
    const demo = await ownDemo({command: nodeStart});
    const body = await signatureOf(demo.backend, somebody());
    const sending = rawRequest(demo.backend, {
      path: `/v1/petitions/${dna.id}/signatures`,
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

    demo.signal('SIGTERM');
    for (const url of [demo.backend, demo.pages]) {
      await expect.poll(() => isRefused(url), {timeout: 60_000}).toBe(true);
    }
    sending.end(body.slice(20));
    const answered = await answer;
    expect(answered.statusCode).toBe(201);
    expect(JSON.parse(await textOf(answered))).toMatchObject({count: {total: dna.total + 1}});
    expect(await demo.ended).toBe(0);
    expect(signaturesIn(demo)).toHaveLength(1);
  });
});

describe('a signature', () => {
  it('of an address that has signed is answered like a new one, and counts nothing', async ({demo}) => {
    const person = somebody();
    const before = (await countAt(demo.backend)).total;
    const first = await post(demo.backend, await signatureOf(demo.backend, person), randomUUID());
    const others = {...person, givenName: 'Somebody', familyName: 'Else', email: person.email.toUpperCase()};
    const second = await post(demo.backend, await signatureOf(demo.backend, others), randomUUID());
    expect(second.status).toBe(first.status);
    const [{count, ...rest}, answered] = [JSON.parse(await first.text()), JSON.parse(await second.text())];
    expect(answered).toEqual({...rest, count: {...count, asOf: expect.any(String)}});
    expect((await countAt(demo.backend)).total).toBe(before + 1);
    const kept = signaturesIn(demo).filter(({mailbox}) => mailbox === person.email);
    expect(kept).toHaveLength(1);
    expect(String(kept[0]?.['fields'])).toContain(person.familyName);
  });

  it('that is sent twice under the same key counts once, also at the same time', async ({demo}) => {
    const before = await countAt(demo.backend);
    const [key, body] = [randomUUID(), await signatureOf(demo.backend, somebody())];
    const answers = await Promise.all([post(demo.backend, body, key), post(demo.backend, body, key)]);
    const later = await post(demo.backend, body, key);
    expect([...answers, later].map(({status}) => status)).toEqual([201, 201, 201]);
    expect(new Set(await Promise.all([...answers, later].map((answer) => answer.text()))).size).toBe(1);
    expect((await countAt(demo.backend)).total).toBe(before.total + 1);
  });

  it('from the page, of an address that has signed, is thanked for and leaves the total as it is', async ({
    demo,
    open,
  }) => {
    const person = somebody();
    await post(demo.backend, await signatureOf(demo.backend, person), randomUUID());
    const {total} = await countAt(demo.backend);
    const {page, errors} = await open(`${demo.pages}/article.html`);
    await fillIn(page, person);
    await page.getByRole('button', {name: 'Sign this petition'}).click();
    await page.getByRole('heading', {name: 'Thank you, Amina'}).waitFor();
    await page
      .getByText(`${total.toLocaleString('en')} people have signed`)
      .first()
      .waitFor();
    expect((await countAt(demo.backend)).total).toBe(total);
    expect(errors).toEqual([]);
  });
});
