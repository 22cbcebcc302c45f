import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {expectCalm, it, openHeld, saidIn, signedBy, uncaughtIn} from './support/partners.ts';
import {bilash, countAt, dna, fillIn, somebody} from './support/petitions.ts';
import {quiet, type Visit, type Visiting} from './support/visit.ts';

const classes = /\/chunks\/elements\./;

const tag = (backend: string, petition: string, attributes = ''): string =>
  `<script async src="${backend}/embed.js" data-backend="${backend}" data-petition="${petition}" ${attributes}></script>`;

const form = (page: Page): Locator => page.locator('petition-sign-form');
const submit = (page: Page): Locator => form(page).locator('[part="submit"]');
const total = (page: Page): Locator => page.locator('petition-counter [part="total"]');
const areClassesThere = (page: Page): Promise<boolean> =>
  page.evaluate(() => customElements.get('petition-campaign') !== undefined);
const asksForClasses = ({requests}: Visit): boolean => requests.some((request) => classes.test(request));

/** Opens a page of a petition in a high window and waits until that is drawn. */
async function openDrawn(open: Visiting, url: string): Promise<Visit> {
  const visit = await openHeld(open, url);
  await visit.page.setViewportSize({width: 1280, height: 1600});
  await submit(visit.page).waitFor();
  await quiet(visit.page);
  return visit;
}

/** Holds the classes back until what comes with it is called. */
async function openWithoutClasses(open: Visiting, url: string): Promise<{visit: Visit; release: () => void}> {
  const visit = await open('about:blank');
  const {promise, resolve} = Promise.withResolvers<void>();
  await visit.page.route(classes, async (route) => {
    await promise;
    await route.continue();
  });
  await visit.page.goto(url, {waitUntil: 'commit'});
  await submit(visit.page).waitFor();
  return {visit, release: resolve};
}

/** Begins a script that defines a component of the page's own that renders a count a little later, as libraries do. */
const defining = `<script>
  const define = () => customElements.define('page-part', class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({mode: 'open'});
      queueMicrotask(() => root.innerHTML = '<petition-counter petition="${dna.id}"></petition-counter>');
    }
  });
`;

async function expectOneWithin(visit: Visit): Promise<void> {
  await expect.poll(() => areClassesThere(visit.page)).toBe(true);
  await visit.page.locator('page-part petition-counter [part="total"]').waitFor();
  expectCalm(visit);
}

/** Somebody comes near, and touches nothing. */
const comeNear = (page: Page): Promise<void> => page.locator('petition-campaign').dispatchEvent('pointerenter');

/** All that is in the shadow roots: each element with its attributes, its text and its box. */
function picture(): string[] {
  const own = new Set(['lang', 'dir', 'style', 'data-given-lang']);
  const lines: string[] = [];
  const look = (node: ParentNode, depth: number): void => {
    for (const element of node.children) {
      const isHost = element.shadowRoot !== null;
      const attributes = element.getAttributeNames().filter((name) => !(isHost && own.has(name)));
      const texts = Array.from(element.childNodes, (each) => (each instanceof Text ? each.data.trim() : '')).join('');
      const {x, y, width, height} = element.getBoundingClientRect();
      const said = attributes.map((name) => `${name}=${element.getAttribute(name)}`).toSorted();
      lines.push(
        `${depth} ${element.localName} ${said.join(' ')} "${texts}" ${[x, y, width, height].map(Math.round).join(' ')}`,
      );
      if (element.shadowRoot) look(element.shadowRoot, depth + 1);
      look(element, depth + 1);
    }
  };
  look(document.body, 0);
  return lines.filter((line) => !line.includes(' script '));
}

const petitions = [
  'stop-dna-collection',
  'save-serikzhan-bilash',
  'stop-organ-harvesting',
  'account-for-disappearance',
  'stop-secret-transports',
];

describe('a petition that is drawn', () => {
  it.for([
    ...petitions.map((petition) => [petition, 'en', 1280] as const),
    [bilash.id, 'ar', 1280],
    [bilash.id, 'ug-Arab', 320],
    [bilash.id, 'ja', 412],
    [dna.id, 'en', 320],
    [dna.id, 'ja', 412],
    ['stop-organ-harvesting', 'nl', 800],
  ] as const)(
    'is what its classes render: %s in %s at a width of %d',
    async ([petition, lang, width], {demo, site, open}) => {
      const url = site.serve({lang, body: tag(demo.backend, petition)});
      const {visit, release} = await openWithoutClasses(open, url);
      const {page} = visit;
      await page.setViewportSize({width, height: 900});
      await quiet(page);
      const drawn = await page.evaluate(picture);
      await comeNear(page);
      release();
      await expect.poll(() => areClassesThere(page)).toBe(true);
      await form(page).evaluate((element) => 'updateComplete' in element && element.updateComplete);
      expect(await page.evaluate(picture)).toEqual(drawn);
      expect(drawn.join()).not.toContain('undefined');
      expectCalm(visit);
    },
  );

  it('is what its class renders: a form by itself, in a language that there are no texts in', async ({
    demo,
    site,
    open,
  }) => {
    const body = tag(demo.backend, dna.id, 'data-widget="sign-form" data-theme="dark"');
    const {visit, release} = await openWithoutClasses(open, site.serve({lang: 'nl', body}));
    const {page} = visit;
    const drawn = await page.evaluate(picture);
    await form(page).dispatchEvent('pointerenter');
    release();
    await expect.poll(() => areClassesThere(page)).toBe(true);
    await form(page).evaluate((element) => 'updateComplete' in element && element.updateComplete);
    expect(await page.evaluate(picture)).toEqual(drawn);
    expectCalm(visit);
  });

  it('leaves its classes for when somebody comes', async ({partner, open}) => {
    const visit = await openDrawn(open, partner.page('async'));
    expect(asksForClasses(visit)).toBe(false);
    await visit.page.mouse.move(400, 400);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
    expectCalm(visit);
  });

  it.for(['keyboard', 'touch', 'autofill'] as const)(
    'has its classes once it is met by %s',
    async (by, {partner, open}) => {
      const visit = await openDrawn(open, partner.page('async'));
      const field = form(visit.page).locator('[name="givenName"]');
      if (by === 'keyboard') await field.focus();
      if (by === 'touch') await field.dispatchEvent('pointerdown');
      if (by === 'autofill')
        await field.evaluate((input) => input instanceof HTMLInputElement && (input.value = 'Amina'));
      if (by === 'autofill') await field.dispatchEvent('input');
      await expect.poll(() => areClassesThere(visit.page)).toBe(true);
      if (by === 'autofill') expect(await field.inputValue()).toBe('Amina');
      expectCalm(visit);
    },
  );

  it('has them before its count has been looked at for long, as it is followed from then on', async ({
    partner,
    open,
  }) => {
    const visit = await openDrawn(open, partner.page('async'));
    await visit.page.clock.runFor(1_000);
    await quiet(visit.page);
    expect(asksForClasses(visit)).toBe(false);
    await visit.page.clock.runFor(5_000);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
    const isFollowed = async (): Promise<boolean> => {
      await visit.page.clock.runFor(100);
      return visit.requests.some((request) => request.endsWith('/live'));
    };
    await expect.poll(isFollowed, {timeout: 20_000}).toBe(true);
  });

  it('has them after ten seconds, wherever it stands', async ({demo, site, open}) => {
    const body = `<div style="height: 5000px"></div>${tag(demo.backend, dna.id)}`;
    const visit = await openDrawn(open, site.serve({body}));
    await visit.page.clock.runFor(4_000);
    await quiet(visit.page);
    expect(asksForClasses(visit)).toBe(false);
    await visit.page.clock.runFor(7_000);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
  });

  it('has them when it leaves the page, which they see to', async ({partner, open}) => {
    const visit = await openDrawn(open, partner.page('async'));
    await visit.page.locator('petition-campaign').evaluate((element) => element.remove());
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
  });

  it.for([
    ['its language', (element: HTMLElement) => element.ownerDocument.documentElement.setAttribute('lang', 'de')],
    ['what it is', (element: HTMLElement) => element.setAttribute('theme', 'dark')],
    ['what else it has', (element: HTMLElement): void => element.after(document.createElement('petition-counter'))],
  ] as const)('has them when the page changes %s', async ([, change], {partner, open}) => {
    const visit = await openDrawn(open, partner.page('async'));
    expect(asksForClasses(visit)).toBe(false);
    await visit.page.locator('petition-campaign').evaluate(change);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
  });

  it('follows a language that the page gives it, and tells of that', async ({demo, site, open}) => {
    const head = `<script>
      globalThis.told = [];
      addEventListener('petition-load', ({lang}) => told.push(lang));
    </script>`;
    const visit = await openDrawn(open, site.serve({head, body: tag(demo.backend, bilash.id)}));
    await visit.page.locator('petition-campaign').evaluate((element) => element.setAttribute('lang', 'de'));
    await expect.poll(() => submit(visit.page).textContent()).toContain('unterschreiben');
    await quiet(visit.page);
    expect(await visit.page.locator('petition-campaign').getAttribute('lang')).toBe('de');
    expect(await visit.page.evaluate('told')).toEqual(['en', 'de']);
    expectCalm(visit);
  });

  it('stays to be read and filled in where another language can’t be had', async ({demo, site, open}) => {
    const visit = await openDrawn(open, site.serve({body: tag(demo.backend, bilash.id)}));
    const {page} = visit;
    await page.route(/\?lang=de/, (route) => route.abort());
    await form(page)
      .locator('[name="givenName"]')
      .evaluate((input) => {
        if (!(input instanceof HTMLInputElement)) return;
        input.value = 'Amina';
        input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
        document.documentElement.lang = 'de';
      });
    await page.locator('petition-campaign [part="retry"]').first().waitFor();
    expect(await form(page).locator('[name="givenName"]').inputValue()).toBe('Amina');
    expect(await page.locator('petition-card [part="title"]').textContent()).toContain(bilash.title);
  });

  it.for([
    ['the language', () => document.documentElement.setAttribute('lang', 'de')],
    [
      'the petition',
      () => document.querySelector('petition-campaign')?.setAttribute('petition', 'stop-secret-transports'),
    ],
    ['what it keeps', () => document.querySelector('petition-campaign')?.setAttribute('draft', '')],
  ] as const)(
    'is left to its classes where the page has changed %s meanwhile',
    async ([, change], {demo, site, open}) => {
      const visit = await open('about:blank');
      const {page} = visit;
      const {promise, resolve} = Promise.withResolvers<void>();
      await page.route(/\/v1\/petitions\/[^/]+\?lang=en/, async (route) => {
        await promise;
        await route.continue();
      });
      await page.goto(site.serve({body: tag(demo.backend, bilash.id)}), {waitUntil: 'commit'});
      await page.getByLabel('First name').waitFor();
      await page.evaluate(change);
      resolve();
      await expect.poll(() => areClassesThere(page)).toBe(true);
      await submit(page).waitFor();
      expectCalm(visit);
    },
  );

  it('that is not answered is left to its classes, which give it up in time', async ({partner, open}) => {
    const visit = await open('about:blank');
    const {page} = visit;
    await page.clock.install();
    await page.route(/\/v1\/petitions\/[^/]+\?/, () => undefined);
    await page.goto(partner.page('async'), {waitUntil: 'commit'});
    await page.getByLabel('First name').waitFor();
    await page.clock.runFor(6_000);
    await expect.poll(() => areClassesThere(page)).toBe(true);
    const isGivenUp = async (): Promise<boolean> => {
      await page.clock.runFor(1_000);
      return page.locator('petition-campaign [part="retry"]').isVisible();
    };
    await expect.poll(isGivenUp, {timeout: 30_000}).toBe(true);
  });

  it('is left to its classes where the page has more that needs them', async ({demo, site, open}) => {
    const visit = await open(
      site.serve({body: `<petition-counter petition="${dna.id}"></petition-counter>${tag(demo.backend, dna.id)}`}),
    );
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
    expectCalm(visit);
  });

  it('has them where the page has more within a component of its own', async ({demo, site, open}) => {
    const visit = await openHeld(
      open,
      site.serve({body: `${defining}define()</script><page-part></page-part>${tag(demo.backend, dna.id)}`}),
    );
    await expectOneWithin(visit);
  });

  it('has them when the page puts a component of its own in that has more', async ({demo, site, open}) => {
    const body = `${defining}</script>${tag(demo.backend, dna.id)}`;
    const visit = await openDrawn(open, site.serve({body}));
    expect(asksForClasses(visit)).toBe(false);
    await visit.page.evaluate("define(); document.body.append(document.createElement('page-part'))");
    await expectOneWithin(visit);
  });

  it('has them once the page is loaded, and with it a component that has more', async ({demo, site, open}) => {
    const image = Promise.withResolvers<void>();
    const visit = await open('about:blank');
    await visit.page.route('**/late.png', async (route) => {
      await image.promise;
      await route.fulfill({status: 204});
    });
    await visit.page.clock.install();
    const body = `${defining}</script><img src="/late.png" alt=""><page-part></page-part>${tag(demo.backend, dna.id)}`;
    await visit.page.goto(site.serve({body}), {waitUntil: 'commit'});
    await submit(visit.page).waitFor();
    await visit.page.evaluate('define()');
    expect(asksForClasses(visit)).toBe(false);
    image.resolve();
    await expectOneWithin(visit);
  });

  it.for(['data-prefill', 'data-draft', 'data-keep-offline', 'data-remember="url"', 'data-layout="compact"'])(
    'is left to its classes with %s',
    async (attribute, {demo, site, open}) => {
      const visit = await open(site.serve({body: tag(demo.backend, dna.id, attribute)}));
      await expect.poll(() => areClassesThere(visit.page)).toBe(true);
      expectCalm(visit);
    },
  );

  it('is told of once, and so is its count', async ({demo, site, open}) => {
    const head = `<script>
      globalThis.told = [];
      for (const type of ['petition-load', 'petition-count'])
        addEventListener(type, ({petition, lang, total}) => told.push([type, petition, lang ?? total]));
    </script>`;
    const visit = await openDrawn(open, site.serve({head, body: tag(demo.backend, dna.id)}));
    const told = (): Promise<unknown> => visit.page.evaluate('told');
    const {total: known} = await countAt(demo.backend);
    const once = [
      ['petition-count', dna.id, known],
      ['petition-load', dna.id, 'en'],
    ];
    expect(await told()).toEqual(once);
    await comeNear(visit.page);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
    await quiet(visit.page);
    expect(await told()).toEqual(once);
  });

  it('asks for its petition once', async ({partner, open}) => {
    const visit = await openDrawn(open, partner.page('async'));
    await comeNear(visit.page);
    await expect.poll(() => areClassesThere(visit.page)).toBe(true);
    await quiet(visit.page);
    expect(visit.requests.filter((request) => /\/v1\/petitions\/[^/]+\?/.test(request))).toHaveLength(1);
    expectCalm(visit);
  });
});

describe('before its classes are there', () => {
  it('a form is filled in and handed in, and signed by them', async ({demo, site, open}) => {
    const {visit, release} = await openWithoutClasses(open, site.serve({body: tag(demo.backend, dna.id)}));
    const {page} = visit;
    const person = somebody();
    await fillIn(page, person);
    await submit(page).click();
    await submit(page).click({force: true});
    expect(await submit(page).getAttribute('aria-disabled')).toBe('true');
    expect(await form(page).getByRole('status').textContent()).toBe('Sending your signature…');
    release();
    await form(page).locator('[part="thanks"]').waitFor();
    expect(signedBy(demo, person)).toEqual([dna.id]);
    expectCalm(visit);
  });

  it('a form can be typed in without a letter, the cursor or the focus being lost', async ({partner, open}) => {
    const {visit, release} = await openWithoutClasses(open, partner.page('async'));
    const {page} = visit;
    const field = form(page).locator('[name="familyName"]');
    await field.pressSequentially('Turdi');
    await page.keyboard.press('ArrowLeft');
    await field.evaluate((input) => Reflect.set(globalThis, 'before', input));
    release();
    await expect.poll(() => areClassesThere(page)).toBe(true);
    await page.keyboard.type('x');
    await quiet(page);
    expect(await field.inputValue()).toBe('Turdxi');
    expect(await field.evaluate((input) => Object.is(input, Reflect.get(globalThis, 'before')))).toBe(true);
    expectCalm(visit);
  });

  it('ticks and choices stay', async ({demo, site, open}) => {
    const {visit, release} = await openWithoutClasses(open, site.serve({body: tag(demo.backend, bilash.id)}));
    const {page} = visit;
    const boxes = form(page).locator('input:is([type="checkbox"], [type="radio"])');
    const count = await boxes.count();
    for (let index = 0; index < count; index += 1) await boxes.nth(index).check();
    await form(page).locator('[name="country"]').selectOption('DE');
    const chosen = (): Promise<unknown> =>
      boxes.evaluateAll((all) => all.map((box) => box instanceof HTMLInputElement && box.checked));
    const before = await chosen();
    release();
    await expect.poll(() => areClassesThere(page)).toBe(true);
    await quiet(page);
    expect(await chosen()).toEqual(before);
    expect(await form(page).locator('[name="country"]').inputValue()).toBe('DE');
    expectCalm(visit);
  });

  it('the countries are there when their list is opened', async ({partner, open}) => {
    const {visit} = await openWithoutClasses(open, partner.page('async'));
    const list = form(visit.page).locator('[name="country"]');
    await list.dispatchEvent('pointerdown');
    expect(await list.locator('option').count()).toBe(250);
  });

  it('a menu that was asked for opens as soon as it is there', async ({demo, site, open}) => {
    const {visit, release} = await openWithoutClasses(open, site.serve({body: tag(demo.backend, bilash.id)}));
    const {page} = visit;
    await page.locator('petition-language-switcher .opener').click();
    release();
    await page.getByRole('option', {name: 'Deutsch'}).waitFor();
    expectCalm(visit);
  });

  it('a reader is told where it can’t be sent as they don’t come, and can try again', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openDrawn(open, partner.page('async'));
    const {page} = visit;
    scripts.fault = 'missing';
    const person = somebody();
    await fillIn(page, person);
    await submit(page).click();
    const failure = form(page).getByRole('alert').filter({hasText: 'could not be sent'});
    await failure.waitFor({state: 'attached'});
    expect(await submit(page).getAttribute('aria-disabled')).toBe('false');
    expect(saidIn(visit)).toHaveLength(1);
    expect(uncaughtIn(visit)).toEqual([]);
    scripts.fault = undefined;
    await submit(page).click();
    await form(page).locator('[part="thanks"]').waitFor();
    expect(signedBy(demo, person)).toEqual([dna.id]);
    expect(await total(page).textContent()).not.toBe('');
  });
});
