import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {language} from './support/languages.ts';
import {bilash, countAt, dna, fillIn, signIn, somebody} from './support/petitions.ts';
import {quiet, type VisitOptions} from './support/visit.ts';

const names = ['article', 'arabic', 'hostile', 'five', 'languages'] as const;
const widths = [320, 1280] as const;
const windowHeight = 720;
const schemes = ['light', 'dark'] as const;

const looks = widths.flatMap((width) => schemes.map((colorScheme) => ({width, colorScheme})));

const windowOf = ({width, colorScheme}: (typeof looks)[number]): VisitOptions => ({
  viewport: {width, height: windowHeight},
  colorScheme,
});

/** How many forms each page has. */
const forms = {article: 1, arabic: 1, hostile: 1, five: 2, languages: 1} as const;

/** Opens the page's first language menu and waits until it is in its place. */
async function openMenu(page: Page): Promise<Locator> {
  await page.locator('petition-language-switcher [part="button"]').first().click();
  const menu = page.locator('petition-language-switcher .menu:popover-open');
  await menu.waitFor();
  return menu;
}

/** Waits until the petitions of a page are there with their forms. */
async function whole(page: Page): Promise<void> {
  await page.locator('petition-sign-form [part="submit"]').last().waitFor();
  await page.locator('petition-counter [part="total"]').first().waitFor();
  await quiet(page);
}

/** The parts of our elements that stick out of the window, and of the page if that is too wide. */
const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const {clientWidth, scrollWidth} = document.documentElement;
    const found: string[] = scrollWidth > clientWidth ? [`the page: ${scrollWidth} px in ${clientWidth} px`] : [];
    const isHidden = (element: Element): boolean =>
      element.closest('.visually-hidden, [popover], option') !== null || !element.checkVisibility();
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (root === document || isHidden(element)) continue;
        const {left, right} = element.getBoundingClientRect();
        if (left < -0.5 || right > clientWidth + 0.5) {
          found.push(`${element.localName}.${element.getAttribute('class') ?? ''} from ${left} to ${right}`);
        }
      }
    };
    look(document);
    return found;
  });

const styleOf = (locator: Locator, property: string): Promise<string> =>
  locator.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** Presses Tab until the focus is on an element that matches, within shadow roots. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const most = 120;
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.matches(wanted) ?? false;
    }, selector);
    if (isThere) return;
  }
  throw new Error(`${most} times Tab does not lead to ${selector}`);
}

/** The text of what has the focus, within shadow roots. */
const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return focused?.textContent.trim() ?? '';
  });

describe.for(names)('the page %s.html', (name) => {
  it.for(looks)(
    'at $width px, $colorScheme: whole, within the window, without an error',
    async (look, {demo, open}) => {
      const {page, errors, warnings} = await open(`${demo.pages}/${name}.html`, windowOf(look));
      await whole(page);
      expect(await page.locator('petition-sign-form form').filter({visible: true}).count()).toBe(forms[name]);
      expect(await overflowing(page)).toEqual([]);
      expect([...errors, ...warnings]).toEqual([]);
    },
  );
});

describe('the language menu', () => {
  it.for(names.flatMap((name) => widths.map((width) => ({name, width}))))(
    'on $name.html at $width px opens within the window',
    async ({name, width}, {demo, open}) => {
      const {page, errors} = await open(`${demo.pages}/${name}.html`, windowOf({width, colorScheme: 'light'}));
      await whole(page);
      const menu = await openMenu(page);
      const box = await menu.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(width);
      expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(windowHeight);
      expect(await menu.getByRole('option').first().isVisible()).toBe(true);
      expect(errors).toEqual([]);
    },
  );
});

describe('the hostile page', () => {
  it.for(looks)('at $width px, $colorScheme, can’t shrink the form', async (look, {demo, open}) => {
    const {page} = await open(`${demo.pages}/hostile.html`, windowOf(look));
    await whole(page);
    for (const name of ['petition-campaign', 'petition-card']) {
      const host = page.locator(`section > ${name}`);
      expect((await host.boundingBox())?.width).toBeGreaterThanOrEqual(280);
      expect(await styleOf(host, 'display')).toBe('block');
    }
    const controls = page
      .locator('petition-sign-form')
      .locator('form :is(input:not([type="checkbox"], [type="radio"], [inert] *), select, textarea, button)');
    const all = await controls.all();
    expect(all.length).toBeGreaterThan(5);
    for (const control of all) {
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(40);
      expect(parseFloat(await styleOf(control, 'font-size'))).toBeGreaterThanOrEqual(16);
      expect(await styleOf(control, 'text-transform')).toBe('none');
    }
  });

  it('lets a person sign', async ({demo, open}) => {
    const {page, errors} = await open(`${demo.pages}/hostile.html`);
    const before = (await countAt(demo.backend)).total;
    await fillIn(page, somebody());
    await page.getByRole('button', {name: 'Sign this petition'}).click();
    await page.getByRole('heading', {name: 'Thank you, Amina'}).waitFor();
    expect((await countAt(demo.backend)).total).toBe(before + 1);
    expect(errors).toEqual([]);
  });
});

describe('the Arabic page', () => {
  it.for(looks)(
    'at $width px, $colorScheme, is written from right to left, until another language is chosen',
    async (look, {demo, open}) => {
      const {page, errors} = await open(`${demo.pages}/arabic.html`, windowOf(look));
      await whole(page);
      const form = page.locator('petition-sign-form');
      expect(await styleOf(form.locator('.root'), 'direction')).toBe('rtl');
      const givenName = form.getByLabel('الاسم الأول');
      await givenName.fill('أمينة');
      expect(await styleOf(givenName, 'direction')).toBe('rtl');
      expect(await styleOf(form.getByRole('textbox', {name: 'البريد الإلكتروني'}), 'direction')).toBe('ltr');

      await openMenu(page);
      await page.getByRole('option', {name: 'English'}).click();
      await page.getByRole('heading', {name: bilash.title}).waitFor();
      expect(await styleOf(form.locator('.root'), 'direction')).toBe('ltr');
      expect(await overflowing(page)).toEqual([]);
      expect(errors).toEqual([]);
    },
  );
});

describe('the page with five widgets', () => {
  it('shows the second petition when asked to, and all of its widgets in the language that one of them chose', async ({
    demo,
    open,
  }) => {
    const {page, errors} = await open(`${demo.pages}/five.html`);
    await whole(page);
    await page.locator('#show').click();
    await page.getByRole('heading', {name: bilash.title}).waitFor();
    await page.locator('#second petition-language-switcher [part="button"]').first().click();
    await page.getByRole('option', {name: 'العربية'}).click();
    const form = page.locator('#second petition-sign-form');
    await form.getByRole('button', {name: 'توقيع هذه العريضة'}).waitFor();
    await page.getByRole('heading', {name: bilash.title}).waitFor({state: 'detached'});
    await page.getByRole('heading', {name: dna.title}).waitFor();
    expect(errors).toEqual([]);
  });

  it('counts a signature in every widget of its petition', async ({demo, open}) => {
    const {page} = await open(`${demo.pages}/five.html`);
    await whole(page);
    const {total} = await countAt(demo.backend);
    await fillIn(page.locator('petition-campaign'), somebody());
    await page.locator('petition-campaign').getByRole('button', {name: 'Sign this petition'}).click();
    const sentence = `${(total + 1).toLocaleString('en')} people have signed`;
    await page.locator('petition-campaign').getByText(sentence).first().waitFor();
    await page.locator('.hero petition-counter').getByText(sentence).first().waitFor();
  });
});

describe('the page in twelve languages', () => {
  const apart = ['ug-Arab', 'tr', 'ar', 'ru', 'ja', 'zh-Hant'] as const;

  it('shows the petition in six of them, each of which leads to it in its own', async ({demo, open}) => {
    const {page, errors} = await open(`${demo.pages}/languages.html`);
    await whole(page);
    const cards = page.locator('li > petition-card');
    expect(await cards.evaluateAll((all) => all.map((each) => each.getAttribute('lang')))).toEqual(apart);
    for (const [index, tag] of apart.entries()) {
      await cards
        .nth(index)
        .getByRole('heading', {name: language(tag).title})
        .waitFor();
    }
    await cards.nth(apart.indexOf('ja')).locator('[part="action"]').click();
    await page.waitForURL(/languages\.html\?lang=ja#campaign$/);
    await page
      .locator('petition-campaign')
      .getByRole('heading', {name: language('ja').title})
      .waitFor();
    expect(await cards.filter({visible: true}).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('speaks the one that is chosen, also when it is loaded again, until it is asked for several', async ({
    demo,
    open,
  }) => {
    const {page, errors} = await open(`${demo.pages}/languages.html`);
    await whole(page);
    const title = page.locator('petition-campaign').getByRole('heading', {name: language('zh-Hans').title});
    await openMenu(page);
    await page.getByRole('option', {name: language('zh-Hans').name}).click();
    await title.waitFor();
    await page.reload();
    await title.waitFor();
    await page.getByRole('link', {name: 'Show it in several again'}).click();
    await page.locator('li > petition-card[lang="tr"]').waitFor();
    await page.getByRole('heading', {name: bilash.title}).waitFor();
    expect(errors).toEqual([]);
  });

  it('counts a signature in all of them', async ({demo, open}) => {
    const {page} = await open(`${demo.pages}/languages.html`);
    await whole(page);
    const {total} = await countAt(demo.backend, bilash.id);
    await signIn(page, somebody());
    for (const count of await page.locator('petition-counter [part="total"]').all()) {
      await expect.poll(() => count.textContent()).toContain(String(total + 1));
    }
  });
});

describe('with the keyboard alone', () => {
  it.for(['article', 'hostile'])(
    'a person signs on %s.html, and the focus goes to the thanks',
    async (name, {demo, open}) => {
      const {page, errors} = await open(`${demo.pages}/${name}.html`);
      await whole(page);
      const {givenName, familyName, email} = somebody();
      await tabTo(page, '[name="givenName"]');
      await page.keyboard.type(givenName);
      await tabTo(page, '[name="familyName"]');
      await page.keyboard.type(familyName);
      await tabTo(page, '[name="email"]');
      await page.keyboard.type(email);
      await tabTo(page, '[name="country"]');
      await page.keyboard.type('Germ');
      await tabTo(page, '[type="checkbox"]');
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', {name: `Thank you, ${givenName}`}).waitFor();
      await expect.poll(() => focusedText(page), {timeout: 60_000}).toBe(`Thank you, ${givenName}`);
      expect(errors).toEqual([]);
    },
  );
});
