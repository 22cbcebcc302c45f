import {join} from 'node:path';
import type {BrowserContext, Page} from 'playwright-core';
import {describe, expect, onTestFinished} from 'vitest';
import {type TestBackend, testBackend} from '../backend/support/backend.ts';
import {river, signature} from '../backend/support/fixtures.ts';
import {it} from './support.ts';

const dist = join(import.meta.dirname, '../../dist');

/** Milliseconds: a lost stream is taken up again within 60 s. */
const patience = 90_000;

const pages = 50;

/** Each page has an address of its own to ask: a browser keeps only six connections to one. */
const addressFor = (backend: TestBackend, page: number): string =>
  `http://127.0.0.${page + 1}:${new URL(backend.url).port}`;

/** When streams were asked for, from now on. */
function connectionsOf(context: BrowserContext): number[] {
  const times: number[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/live')) times.push(Date.now());
  });
  return times;
}

const showing = (page: Page, total: number): Promise<void> =>
  page
    .locator('petition-counter [part=sentence]')
    .getByText(`${total} people have signed`)
    .waitFor({timeout: patience});

async function signs(backend: TestBackend, name: string): Promise<void> {
  const {status} = await backend.sign(signature(`${name}@example.org`));
  expect(status).toBe(201);
}

describe('a live count', () => {
  it('moves on one page when somebody signs on another', async ({site, open}) => {
    const backend = await testBackend({petitions: [river], dist});
    const url = site.serve({
      body: `<script src="${backend.url}/embed.js" data-backend="${backend.url}"></script>
        <petition-counter petition="${river.id}"></petition-counter>`,
    });
    const {page, requests, errors} = await open(url);
    await showing(page, 100);
    await signs(backend, 'ada');
    await showing(page, 101);
    expect(requests.filter((each) => each.endsWith('/live'))).toHaveLength(1);
    expect(requests.filter((each) => each.endsWith('/count'))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('comes back by itself on fifty open pages, one after the other, when the backend restarts', async ({
    site,
    browser,
  }) => {
    const host = '0.0.0.0';
    const first = await testBackend({petitions: [river], dist, host});
    const context = await browser.newContext({locale: 'en-US', viewport: {width: 320, height: 240}});
    onTestFinished(() => context.close());
    await context.clock.install();
    const connections = connectionsOf(context);
    const open = await Promise.all(
      Array.from({length: pages}, async (_, number) => {
        const address = addressFor(first, number);
        const page = await context.newPage();
        await page.goto(
          site.serve({
            body: `<script src="${address}/embed.js" data-backend="${address}"></script>
              <petition-counter petition="${river.id}"></petition-counter>`,
          }),
        );
        await showing(page, 100);
        return page;
      }),
    );
    await expect.poll(() => connections.length, {timeout: patience}).toBe(pages);
    await signs(first, 'ada');
    await Promise.all(open.map((page) => showing(page, 101)));
    // A stream that had only just begun would count as one that doesn't work.
    await context.clock.fastForward(30_000);

    const {port} = new URL(first.url);
    await first.close();
    const closedAt = Date.now();
    const second = await testBackend({petitions: [river], dist, host, port: Number(port), dataDir: first.dataDir});
    await signs(second, 'grace');
    await Promise.all(open.map((page) => showing(page, 102)));

    const returns = connections.slice(pages).map((time) => Math.floor((time - closedAt) / 1000));
    expect(Math.max(...returns), 'the last to come back, in seconds').toBeGreaterThan(20);
    const perSecond = Object.values(Object.groupBy(returns, (at) => at)).map((each) => each?.length ?? 0);
    expect(Math.max(...perSecond), 'connections in one second').toBeLessThanOrEqual(12);
  }, 240_000);
});
