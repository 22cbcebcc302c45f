import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {keepBooks, listenersOn} from './support/books.ts';
import type {Demo} from './support/demo.ts';
import {expectCalm, it, openHeld, signThrough} from './support/partners.ts';
import type {ScriptHost} from './support/script-host.ts';
import {dna} from './support/petitions.ts';
import {quiet, type Visit, type Visiting} from './support/visit.ts';

const arabicTitle = 'الصين: أوقفوا جمع الحمض النووي من جميع السكان الأويغور';

const petitionUrl = new RegExp(`/v1/petitions/${dna.id}\\?`);

const campaign = (page: Page): Locator => page.locator('petition-campaign');

/** Puts the tag into the page's frame for it, as a tag manager does, and takes note of the requests that it leaves open. */
async function addTag({page}: Visit, scripts: ScriptHost, demo: Demo): Promise<void> {
  await page.evaluate(
    ([src, backend, petition]) => {
      const script = Object.assign(document.createElement('script'), {src});
      Object.assign(script.dataset, {backend, petition});
      document.querySelector('#frame')?.append(script);
    },
    [`${scripts.origin}/embed.js`, demo.backend, dna.id] as const,
  );
}

const removeTag = ({page}: Visit): Promise<void> =>
  page.evaluate(() => document.querySelector('#frame')?.replaceChildren());

async function loaded({page}: Visit): Promise<void> {
  await page.getByRole('heading', {name: dna.title}).waitFor();
  await campaign(page).locator('petition-sign-form [part="submit"]').waitFor();
  await quiet(page);
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('petition-language-switcher [part="button"]').click();
  await page.getByRole('option', {name: 'العربية'}).waitFor();
}

async function chooseArabic(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole('option', {name: 'العربية'}).click();
  await page.getByRole('heading', {name: arabicTitle}).waitFor();
}

/** Everything that a visitor does. */
async function visitWhole(visit: Visit, demo: Demo): Promise<void> {
  await loaded(visit);
  await visit.page.locator('petition-counter').first().scrollIntoViewIfNeeded();
  await chooseArabic(visit.page);
  await signThrough(demo, campaign(visit.page));
  await quiet(visit.page);
}

/** What a page is like to those who read it and to its own scripts. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const own = Array.from(document.querySelectorAll('*')).filter((each) => !each.closest('#frame > *'));
    const styleOf = (element: Element): string => {
      const style = getComputedStyle(element);
      return Array.from(style, (name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    };
    const attributesOf = (element: Element): string =>
      Array.from(element.attributes, ({name, value}) => ` ${name}="${value}"`).join('');
    const input = document.querySelector<HTMLInputElement>('#own');
    return {
      elements: own.map((each) => `${each.localName}${attributesOf(each)}`),
      styles: own.map(styleOf),
      sheets: [
        document.styleSheets.length,
        document.adoptedStyleSheets.length,
        document.fonts.size,
        CSS.highlights.size,
      ],
      history: [history.length, history.scrollRestoration, JSON.stringify(history.state)],
      url: location.href,
      title: document.title,
      focus: document.activeElement?.id,
      selection: [input?.selectionStart, input?.selectionEnd, getSelection()?.toString()],
      scroll: [scrollX, scrollY, document.querySelector('#frame')?.scrollTop],
      handlers: Object.keys(window).filter((name) => name.startsWith('on') && Reflect.get(window, name) !== null),
    };
  });

/** Opens the page, reads on it a little, and types. */
async function openPage(open: Visiting, url: string): Promise<Visit> {
  const visit = await open(url, {before: keepBooks});
  // From here on, what drives the browser listens on the page, too.
  await visit.page.locator('#own').evaluate((input) => {
    if (!(input instanceof HTMLInputElement)) return;
    input.focus({preventScroll: true});
    input.setSelectionRange(2, 5);
    scrollTo({top: 150, behavior: 'instant'});
  });
  return visit;
}

const booksOf = (page: Page) => page.evaluate(() => globalThis.readBooks());

/** The page's markup, and what goes on in it. */
async function lastingOn(page: Page) {
  const {timers, observers, queries, urls} = await booksOf(page);
  return {
    html: await page.evaluate(() => document.documentElement.outerHTML),
    listeners: await listenersOn(page),
    workers: page.workers().length,
    timers,
    observers,
    queries,
    urls,
  };
}

/** Keeps account of the requests that have not come to an end, streams among them. */
function openRequests(page: Page): ReadonlySet<string> {
  const open = new Set<string>();
  page.on('request', (request) => open.add(request.url()));
  page.on('requestfinished', (request) => open.delete(request.url()));
  page.on('requestfailed', (request) => open.delete(request.url()));
  return open;
}

describe('a page with the tag', () => {
  it('is what it was, once the petition is there: styles, focus, scroll position, history', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openPage(open, partner.page('harmless'));
    const before = await stateOf(visit.page);
    const {used} = await booksOf(visit.page);
    await addTag(visit, scripts, demo);
    await loaded(visit);
    expect(await stateOf(visit.page)).toEqual(before);
    expect((await booksOf(visit.page)).used).toEqual(used);
    expectCalm(visit);
  });

  it('has no new global, and nothing of its own is changed, after a whole visit', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openPage(open, partner.page('harmless'));
    const {page} = visit;
    // It will be in the form, where it shows.
    await page.locator('#own').blur();
    const {focus: _focus, selection: _selection, scroll: _scroll, ...before} = await stateOf(page);
    await addTag(visit, scripts, demo);
    await visitWhole(visit, demo);
    const {changes, used} = await booksOf(page);
    expect(changes).toEqual([]);
    const [focusing, scrolling] = [/^(focus|blur)$/, /^scroll/];
    expect(used.filter((name) => !focusing.test(name) && !scrolling.test(name))).toEqual([]);
    expect(await stateOf(page)).toMatchObject(before);
    expectCalm(visit);
  });

  it('has nothing kept on the device', async ({demo, partner, scripts, open}) => {
    const visit = await openPage(open, partner.page('harmless'));
    const {page} = visit;
    await addTag(visit, scripts, demo);
    await visitWhole(visit, demo);
    expect(await page.context().storageState({indexedDB: true})).toEqual({cookies: [], origins: []});
    const kept = await page.evaluate(async () => [
      sessionStorage.length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ]);
    expect(kept).toEqual([0, 0, 0]);
  });
});

describe('a page whose petition is taken away', () => {
  const moments: readonly (readonly [name: string, until: (visit: Visit, demo: Demo) => Promise<void>])[] = [
    ['as soon as it is loaded', loaded],
    ['after a whole visit', visitWhole],
    [
      'while its menu is open',
      async (visit) => {
        await loaded(visit);
        await openMenu(visit.page);
      },
    ],
    [
      'while somebody types',
      async (visit) => {
        await loaded(visit);
        const form = campaign(visit.page).locator('petition-sign-form');
        await form.locator('[name="email"]').pressSequentially('amina@exampel.org');
        await form.locator('[name="givenName"]').fill('Amina');
      },
    ],
  ];

  it.for(moments)('%s: nothing is left of it', async ([, until], {demo, partner, scripts, open}) => {
    const visit = await openPage(open, partner.page('harmless'));
    const {page} = visit;
    const underWay = openRequests(page);
    const before = await lastingOn(page);
    await addTag(visit, scripts, demo);
    await until(visit, demo);
    await removeTag(visit);
    await expect.poll(() => lastingOn(page), {timeout: 20_000}).toEqual(before);
    expect([...underWay]).toEqual([]);
    const asked = visit.requests.length;
    await quiet(page);
    expect(visit.requests.slice(asked)).toEqual([]);
    expectCalm(visit);
  });

  it('while its code is still on its way: nothing is left of it, and nothing comes of it', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openPage(open, partner.page('harmless'));
    const {page} = visit;
    const underWay = openRequests(page);
    const before = await lastingOn(page);
    const release = scripts.hold();
    await addTag(visit, scripts, demo);
    await campaign(page).waitFor({state: 'attached'});
    await expect.poll(() => scripts.asked.length).toBeGreaterThan(1);
    await removeTag(visit);
    release();
    await quiet(page);
    await expect.poll(() => lastingOn(page), {timeout: 20_000}).toEqual(before);
    expect([...underWay]).toEqual([]);
    expectCalm(visit);
  });
});

describe('a whole visit', () => {
  it('asks the script’s origin for code and the backend for all else, each thing once', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openPage(open, partner.page('harmless'));
    const ofPage = visit.requests.length;
    await addTag(visit, scripts, demo);
    await visitWhole(visit, demo);
    const asked = visit.requests.slice(ofPage);
    expect(visit.requests.slice(0, ofPage)).toEqual([`GET ${partner.page('harmless')}`]);
    const isCode = (request: string): boolean => request.startsWith(`GET ${scripts.origin}/`);
    const code = asked.filter(isCode);
    for (const request of code) expect(request).toMatch(/\/(embed|chunks\/[\w.-]+)\.js$/);
    expect(new Set(code).size).toBe(code.length);
    const other = asked.filter((request) => !isCode(request)).map((request) => request.replace(demo.backend, ''));
    const live = /^GET \/v1\/petitions\/[\w-]+\/(live|count)$/;
    expect(other.filter((request) => !live.test(request)).toSorted()).toEqual([
      `GET /images/${dna.id}.svg`,
      `GET /v1/petitions/${dna.id}?lang=ar`,
      `GET /v1/petitions/${dna.id}?lang=en`,
      `POST /v1/petitions/${dna.id}/signatures`,
    ]);
  });

  it.for(['async', 'defer', 'module', 'head'])(
    'shows the first fields after one request for code, with the petition asked for beside the next: %s',
    async (name, {demo, partner, scripts, open}) => {
      const release = scripts.hold();
      const visit = await openHeld(open, partner.page(name));
      const {page} = visit;
      for (const label of ['First name', 'Last name', 'Email address']) {
        await campaign(page).getByLabel(label).waitFor();
      }
      expect(scripts.sent).toEqual(['/embed.js']);
      await expect.poll(() => visit.requests.some((request) => petitionUrl.test(request))).toBe(true);
      await campaign(page).getByLabel('First name').fill('Typed early');
      release();
      const givenName = campaign(page).locator('petition-sign-form [name="givenName"]');
      await givenName.waitFor();
      expect(await givenName.inputValue()).toBe('Typed early');
      await signThrough(demo, campaign(page));
      expectCalm(visit);
    },
  );
});
