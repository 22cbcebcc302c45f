import type {Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {roundsUntil} from '../../bench/size/rounds.ts';
import {type Probed, probePage, type Seen} from '../../bench/support/page-probe.ts';
import {it as base} from './support.ts';
import {startSite} from './support/site.ts';

const it = base
  // What a page asks, so that the page itself is not held back.
  .extend('asked', {scope: 'file'}, async ({host}, {onCleanup}) => {
    const asked = await startSite(host);
    onCleanup(() => asked.close());
    for (let pages = 0; pages < 4; pages += 1) asked.serve({headers: {'Access-Control-Allow-Origin': '*'}});
    return asked;
  })
  .extend('page', async ({browser}, {onCleanup}) => {
    const page = await browser.newPage();
    onCleanup(async () => {
      await page.unrouteAll({behavior: 'ignoreErrors'});
      await page.close();
    });
    return page;
  });

const asking = (origin: string): string => `<script type="module">
  const ask = (path) => fetch('${origin}/' + path);
  ask('0?stream/live').catch(() => undefined);
  await Promise.all([ask('0'), ask('1')]);
  await ask('2');
  document.title = 'There';
  await ask('3');
</script>`;

describe('the rounds of what a page asks for', () => {
  it('end with the last answer that was needed, and have together what was asked for at once', async ({
    site,
    asked,
    page,
  }) => {
    const url = site.serve({body: asking(asked.origin)});
    const rounds = await roundsUntil(page, url, asked.origin, async () => (await page.title()) === 'There');
    expect(rounds.map((round) => round.toSorted())).toEqual([['0', '1'], ['2']]);
  });

  it('are told where a page does not get there with all of them', async ({site, asked, page}) => {
    const url = site.serve({body: asking(asked.origin)});
    const never = roundsUntil(page, url, asked.origin, () => Promise.resolve(false));
    await expect(never).rejects.toThrow('[["0","1"],["2"],["3"]]');
  });
});

const seenOn = (page: Page): Promise<Seen | undefined> =>
  page.evaluate(() => {
    const {petitionProbe}: Probed = window;
    return petitionProbe;
  });

/** A form in a closed shadow root, whose button can't be pressed as yet, and a total that is not shown. */
const early = `
<p id="count" hidden><b>12,345</b> have signed</p>
<div id="host"></div>
<script>
  const root = host.attachShadow({mode: 'closed'});
  root.innerHTML = '<form><input type="email"><button type="submit" aria-disabled="true">Sign</button></form>';
  window.finish = () => {
    root.querySelector('button').removeAttribute('aria-disabled');
    count.hidden = false;
  };
</script>`;

describe('the probe of a page', () => {
  it('sees a form, its button and the count once each is there to be seen and used', async ({site, page}) => {
    await page.addInitScript(probePage, '12345');
    await page.goto(site.serve({body: early}));
    await expect.poll(async () => (await seenOn(page))?.form).toBeGreaterThan(0);
    const first = await seenOn(page);
    expect([first?.signable, first?.count]).toEqual([undefined, undefined]);
    await page.evaluate('finish()');
    await expect.poll(async () => (await seenOn(page))?.signable).toBeGreaterThan(first?.form ?? NaN);
    await expect.poll(async () => (await seenOn(page))?.count).toBeGreaterThan(first?.form ?? NaN);
  });

  it('notes each shift of what stands in the window', async ({site, page}) => {
    await page.addInitScript(probePage, '12345');
    const moved = '<div id="space"></div><p>Lines that somebody reads</p>';
    await page.goto(site.serve({body: moved}));
    await page.evaluate(() => new Promise((resolve) => void requestAnimationFrame(resolve)));
    expect((await seenOn(page))?.shifts).toEqual([]);
    await page.evaluate("space.style.height = '200px'");
    await expect.poll(async () => (await seenOn(page))?.shifts.length).toBe(1);
  });
});
