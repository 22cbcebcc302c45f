import type {Page, Response} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {languagePartsIn, partsIn} from './support/languages.ts';
import {dna, type Person, signIn, somebody} from './support/petitions.ts';
import {quiet, type Visit} from './support/visit.ts';

const arabicTitle = 'الصين: أوقفوا جمع الحمض النووي من جميع السكان الأويغور';

/** Waits until a petition is there with what comes last, and its page asks for nothing any more. */
async function settled({page}: Visit): Promise<void> {
  await page.getByRole('heading', {name: dna.title}).waitFor();
  await page.getByText('people have signed').first().waitFor();
  // The text comes once it is about to be seen.
  await page.getByRole('heading', {name: dna.title}).scrollIntoViewIfNeeded();
  await page.locator('petition-campaign [part="text"]').waitFor();
  await quiet(page);
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('petition-language-switcher [part="button"]').click();
  await page.getByRole('option', {name: 'العربية'}).waitFor();
}

async function chooseArabic(page: Page): Promise<void> {
  await page.getByRole('option', {name: 'العربية'}).click();
  await page.getByRole('heading', {name: arabicTitle}).waitFor();
}

/** What a person's answers look like, also within a URL. */
const tracesOf = ({givenName, familyName, email}: Person): string[] =>
  [givenName, familyName, email, email.split('@')[0] ?? ''].flatMap((text) => [text, encodeURIComponent(text)]);

/** All that a page may keep on a device. */
const keptBy = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(async () => ({
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie.length,
  }));

/** What a script could leave on a page outside of its own element. */
const stateOf = (page: Page) =>
  page.evaluate(() => ({
    globals: Reflect.ownKeys(window).map(String),
    ofDocument: Reflect.ownKeys(document).map(String),
    elements: Array.from(document.querySelectorAll('style, link, script, meta, iframe'), (each) => each.outerHTML),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    root: Array.from(document.documentElement.attributes, ({name, value}) => `${name}=${value}`),
    body: Array.from(document.body.attributes, ({name, value}) => `${name}=${value}`),
    children: Array.from(document.body.children, (each) => each.localName),
  }));

/** The count is followed whenever its place is scrolled to. */
const followingTheCount: ReadonlySet<string> = new Set([
  `GET v1/petitions/${dna.id}/live`,
  `GET v1/petitions/${dna.id}/count`,
]);

describe('the article with its tag', () => {
  it('asks nobody but the page and the backend for anything, and asks for little', async ({demo, open}) => {
    const visit = await open(`${demo.pages}/article.html`);
    const {page, requests, errors} = visit;
    // What a part is for, and so who asks for it, is no secret but where it is a language's.
    const isForAll = (request: string): boolean =>
      request.startsWith(`GET ${demo.backend}/chunks/`) && languagePartsIn([request]).length === 0;
    const asked = (from: number): string[] =>
      requests
        .slice(from)
        .filter((request) => !isForAll(request))
        .map((request) => request.replace(`${demo.backend}/`, '').replace(/\.[\w-]{43}\.js$/, '.js'))
        .filter((request) => !followingTheCount.has(request))
        .toSorted();
    await settled(visit);
    expect(asked(0)).toEqual(
      [
        'GET embed.js',
        `GET images/${dna.id}.svg`,
        `GET v1/petitions/${dna.id}?lang=en`,
        `GET ${demo.pages}/article.css`,
        `GET ${demo.pages}/article.html`,
        `GET ${demo.pages}/article.svg`,
      ].toSorted(),
    );

    let before = requests.length;
    await openMenu(page);
    expect(asked(before)).toEqual([]);

    before = requests.length;
    await chooseArabic(page);
    expect(asked(before)).toEqual(['GET chunks/ar.js', `GET v1/petitions/${dna.id}?lang=ar`]);

    before = requests.length;
    await signIn(page, somebody());
    expect(asked(before)).toEqual([`POST v1/petitions/${dna.id}/signatures`]);
    expect(partsIn(requests)).toHaveLength(new Set(partsIn(requests)).size);
    expect(errors).toEqual([]);
  });

  it('keeps nothing on the device, and no answer asks it to', async ({demo, open}) => {
    const visit = await open('about:blank');
    const {page} = visit;
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(`${demo.pages}/article.html`);
    await settled(visit);
    await openMenu(page);
    await chooseArabic(page);
    await signIn(page, somebody());
    const nothing = {localStorage: 0, sessionStorage: 0, databases: 0, caches: 0, serviceWorkers: 0, cookies: 0};
    expect(await keptBy(page)).toEqual(nothing);
    expect(await page.context().storageState({indexedDB: true})).toEqual({cookies: [], origins: []});
    const asked = await Promise.all(responses.map((response) => response.headerValue('set-cookie')));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((value) => value !== null)).toEqual([]);
  });

  it('leaves the page as it is, but for the element', async ({demo, open}) => {
    const article = `${demo.pages}/article.html`;
    const bare = (await (await fetch(article)).text()).replace(/<script[^]*?<\/script>/, '');
    const without = await open('about:blank');
    await without.page.route(article, (route) => route.fulfill({contentType: 'text/html', body: bare}));
    await without.page.goto(article);

    const visit = await open(article);
    await settled(visit);
    await openMenu(visit.page);
    await chooseArabic(visit.page);
    await signIn(visit.page, somebody());
    const {globals, elements, ...rest} = await stateOf(visit.page);
    const {globals: globalsWithout, elements: elementsWithout, ...restWithout} = await stateOf(without.page);
    expect(rest).toEqual(restWithout);
    const [tag, ...more] = elements.filter((element) => !elementsWithout.includes(element));
    expect(tag).toMatch(/^<script\s+async/);
    expect(more).toEqual([]);
    expect(globals.filter((name) => !globalsWithout.includes(name)).toSorted()).toEqual([]);
    expect(await visit.page.locator('article > petition-campaign').count()).toBe(1);
  });

  it('puts no personal data into a URL, and the backend none into its log', async ({demo, open}) => {
    const visit = await open(`${demo.pages}/article.html`);
    const person = somebody();
    await settled(visit);
    await signIn(visit.page, person);
    await expect.poll(() => demo.output, {timeout: 60_000}).toMatch(/"method":"POST","path":"[^"]+","status":201/);
    const written = [...visit.requests, visit.page.url(), demo.output].join('\n');
    for (const trace of tracesOf(person)) expect(written).not.toContain(trace);
  });
});

describe('a page with a strict Content-Security-Policy', () => {
  const policies = {
    'of a nonce': (backend: string) =>
      `default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; connect-src ${backend}; img-src ${backend}`,
    'of origins, without styles, with trusted types': (backend: string) =>
      `script-src ${backend}; connect-src ${backend}; img-src ${backend}; style-src 'none'; require-trusted-types-for 'script'`,
  };

  it.for(Object.entries(policies))(
    '%s, takes a signature and has nothing to report',
    async ([, policyFor], {demo, site, open}) => {
      const url = site.serve({
        headers: {'Content-Security-Policy': policyFor(demo.backend)},
        body: `<script nonce="x" async src="${demo.backend}/embed.js" data-backend="${demo.backend}" data-petition="${dna.id}"></script>`,
      });
      const visit = await open(url, {
        before: () => {
          addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sample}) => {
            console.error('Violated:', effectiveDirective, blockedURI, sample);
          });
        },
      });
      await settled(visit);
      await openMenu(visit.page);
      await chooseArabic(visit.page);
      await signIn(visit.page, somebody());
      expect([...visit.errors, ...visit.warnings]).toEqual([]);
    },
  );
});
