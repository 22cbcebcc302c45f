import {chromium, type Page} from 'playwright-core';
import {launch} from 'puppeteer-core';
import {describe, expect, onTestFinished} from 'vitest';
import {ensureWindowedChromium} from '../support/browsers.ts';
import {expectCalm, it, openHeld, signThrough} from './support/partners.ts';
import {dna} from './support/petitions.ts';
import {quiet, visit as openIn} from './support/visit.ts';

const goTo = (page: Page, route: string): Promise<void> => page.locator(`[data-route="${route}"]`).click();

const givenName = (page: Page) => page.locator('petition-sign-form [name="givenName"]');

describe('a router of a single-page app', () => {
  it('takes the element out and puts it back: what was typed is still there', async ({demo, partner, open}) => {
    const visit = await open(partner.page('router'));
    const {page} = visit;
    await goTo(page, 'kept');
    await givenName(page).fill('Typed before');
    await goTo(page, 'about');
    expect(await page.locator('petition-campaign').count()).toBe(0);
    await goTo(page, 'kept');
    expect(await givenName(page).inputValue()).toBe('Typed before');
    await signThrough(demo, page);
    expectCalm(visit);
  });

  it('makes the tag anew on each visit: one petition each time', async ({demo, partner, open}) => {
    const visit = await open(partner.page('router'));
    const {page} = visit;
    for (let times = 0; times < 3; times += 1) {
      await goTo(page, 'tag');
      await givenName(page).waitFor();
      expect(await page.locator('petition-campaign').count()).toBe(1);
      await goTo(page, 'about');
      expect(await page.locator('petition-campaign').count()).toBe(0);
    }
    await goTo(page, 'tag');
    await signThrough(demo, page);
    expectCalm(visit);
  });

  it('brings back what it kept of a visit, with the tag: one petition', async ({demo, partner, open}) => {
    const visit = await open(partner.page('router'));
    const {page} = visit;
    await goTo(page, 'tag');
    await givenName(page).waitFor();
    await goTo(page, 'about');
    await goTo(page, 'snapshot');
    await givenName(page).waitFor();
    await quiet(page);
    expect(await page.locator('petition-campaign').count()).toBe(1);
    await signThrough(demo, page);
    expectCalm(visit);
  });

  it.for([
    ['without a draft: the form is empty', 'element', ''],
    ['with a draft: what was typed is there again', 'draft', 'Typed before'],
  ] as const)('makes the element anew, %s', async ([, route, kept], {demo, partner, open}) => {
    const visit = await open(partner.page('router'));
    const {page} = visit;
    await goTo(page, route);
    await givenName(page).fill('Typed before');
    await givenName(page).press('Tab');
    await goTo(page, 'about');
    await goTo(page, route);
    // What is kept is looked for once somebody comes to fill the form in, if not before.
    await page.locator('petition-sign-form [name="email"]').focus();
    await quiet(page);
    expect(await givenName(page).inputValue()).toBe(kept);
    await signThrough(demo, page);
    expectCalm(visit);
  });

  it.for(['kept', 'tag', 'element'] as const)(
    'leaves and comes back while the script is still loading: %s',
    async (route, {demo, partner, scripts, open}) => {
      const release = scripts.hold();
      const visit = await openHeld(open, partner.page('router'));
      const {page} = visit;
      for (const each of [route, 'about', route, 'about']) await goTo(page, each);
      release();
      await quiet(page);
      expect(await page.locator('petition-campaign').count()).toBe(0);
      await goTo(page, route);
      await signThrough(demo, page);
      expect(await page.locator('petition-campaign').count()).toBe(1);
      expectCalm(visit);
    },
  );

  it('leaves and comes back between the first frame and the form: what was typed stays', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('router'));
    const {page} = visit;
    await goTo(page, 'tag');
    await page.locator('main').getByLabel('First name').fill('Typed early');
    await page.evaluate(() => {
      const main = document.querySelector('main');
      const nodes = Array.from(main?.childNodes ?? []);
      main?.replaceChildren();
      main?.append(...nodes);
    });
    release();
    await givenName(page).waitFor();
    expect(await givenName(page).inputValue()).toBe('Typed early');
    await signThrough(demo, page);
    expectCalm(visit);
  });
});

declare global {
  /** How the page was shown each time: true where it came out of the cache as it had been. */
  var shownFromCache: boolean[];
}

function noteShows(): void {
  globalThis.shownFromCache = [];
  addEventListener('pageshow', ({persisted}) => globalThis.shownFromCache.push(persisted));
}

describe('a page that was left and comes back as it was', () => {
  it('has what was typed, and is signed', async ({demo, partner}) => {
    const browser = await chromium.launch({
      executablePath: ensureWindowedChromium(),
      args: ['--no-sandbox'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    onTestFinished(() => browser.close());
    const visit = await openIn(browser, partner.page('async'), {before: noteShows});
    const {page} = visit;
    await givenName(page).fill('Typed before');
    await page.locator('petition-counter').scrollIntoViewIfNeeded();
    await quiet(page);
    await page.goto(partner.page('several'));
    await page.goBack({waitUntil: 'commit'});
    expect(await page.evaluate(() => globalThis.shownFromCache)).toEqual([false, true]);
    expect(await givenName(page).inputValue()).toBe('Typed before');
    await signThrough(demo, page);
    expectCalm(visit);
  });
});

describe('a page that is rendered before it is asked for', () => {
  it('asks for the petition then, and is signed once it is shown', async ({demo, partner, scripts, executable}) => {
    // The other driver forbids pages to be rendered ahead.
    const ahead = await launch({executablePath: executable, args: ['--no-sandbox']});
    onTestFinished(() => ahead.close());
    const first = await ahead.newPage();
    await first.goto(partner.page('prerender'));
    await expect.poll(() => scripts.sent).toContain('/embed.js');
    await Promise.all([first.waitForNavigation(), first.click('a')]);
    const browser = await chromium.connectOverCDP(ahead.wsEndpoint());
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url() === partner.page('async'));
    if (!page) throw new Error('There is no such page');
    const wasAhead = await page.evaluate(() =>
      performance.getEntriesByType('navigation').some((entry) => Reflect.get(entry, 'activationStart') > 0),
    );
    expect(wasAhead).toBe(true);
    await page.getByRole('heading', {name: dna.title}).waitFor();
    await signThrough(demo, page);
  });
});
