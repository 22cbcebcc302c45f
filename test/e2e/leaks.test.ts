import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {
  cataloguesIn,
  language,
  languages,
  partsIn,
  readingsIn,
  type Spoken,
  waitForLanguage,
} from './support/languages.ts';
import {type Holdings, Memory} from './support/memory.ts';
import {bilash} from './support/petitions.ts';
import type {Site} from './support/site.ts';
import {quiet} from './support/visit.ts';

const layouts = ['menu', 'list', 'select'] as const;
const rounds = 20;

const patience = 60_000;

function pageOf(site: Site, backend: string): string {
  const shown = ['campaign', 'card', 'counter', 'sign-form'].map(
    (name) => `<petition-${name} petition="${bilash.id}"></petition-${name}>`,
  );
  const switchers = layouts.map(
    (layout) =>
      `<petition-language-switcher id="${layout}" layout="${layout}" petition="${bilash.id}"></petition-language-switcher>`,
  );
  return site.serve({
    body: `<select id="own"><option>One<option>Two</select>${[...shown, ...switchers].join('')}<script src="${backend}/embed.js" data-backend="${backend}"></script>`,
  });
}

async function inMenu(menu: Locator, {name}: Spoken): Promise<void> {
  await menu.locator('[part="button"]').click();
  await menu.locator('.menu:popover-open').waitFor();
  await menu.getByRole('option', {name}).click();
}

const inList = (list: Locator, {name}: Spoken): Promise<void> => list.getByRole('button', {name, exact: true}).click();

async function inSelect(select: Locator, {tag}: Spoken): Promise<void> {
  await select.locator('select').selectOption(tag);
}

/** Goes through the twelve languages, each in another switcher than the one before, and ends in English. */
async function goRound(page: Page, round: number): Promise<void> {
  const [english, ...others] = languages;
  const ways = [inMenu, inList, inSelect];
  for (const [step, spoken] of [...others, english].entries()) {
    if (!spoken) continue;
    const turn = (round + step) % ways.length;
    await ways[turn]?.(page.locator(`#${layouts[turn]}`), spoken);
    await waitForLanguage(page, spoken);
  }
}

/** A page on which each language has been chosen in each of the switchers, all of whose languages are in sight. */
async function warmUp(page: Page): Promise<void> {
  await waitForLanguage(page, language('en'));
  await page
    .locator('#list')
    .getByRole('button', {name: /^and \d+ more$/})
    .click();
  for (const round of layouts.keys()) await goRound(page, round);
}

/** What there is more of than before. */
async function growth(memory: Memory, before: Holdings): Promise<Holdings> {
  const now = Object.entries(await memory.holdings());
  return Object.fromEntries(now.filter(([kind, amount]) => !(amount <= (before[kind] ?? NaN))));
}

declare global {
  /** What a page has made that is to be gone once its widgets are. */
  var heldWeakly: WeakRef<object>[];
}

/** Notes each observer of changes that a page makes from now on. */
function holdWeakly(): void {
  globalThis.heldWeakly = [];
  const Native = globalThis.MutationObserver;
  globalThis.MutationObserver = class extends Native {
    constructor(callback: MutationCallback) {
      super(callback);
      // The driver of the browser has one of its own.
      if (/\/embed\.js|\/chunks\//.test(new Error('Made here').stack ?? ''))
        globalThis.heldWeakly.push(new WeakRef(this));
    }
  };
}

/** Notes all petition elements there are on a page, in whatever shadow root. Returns how many. */
function noteElements(): number {
  const found: Element[] = [];
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName.startsWith('petition-')) found.push(element);
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  globalThis.heldWeakly.push(...found.map((element) => new WeakRef(element)));
  return found.length;
}

describe('a page on which every widget of a petition is', () => {
  it('is the same after going through all languages twenty times', {timeout: 300_000}, async ({demo, site, open}) => {
    const {page, requests, errors, warnings} = await open(pageOf(site, demo.backend));
    // All is in sight, so that no part is still to come.
    await page.setViewportSize({width: 1280, height: 8000});
    await warmUp(page);
    // What comes to those who stay for a while.
    const late = ['count-life', 'form-life', 'live-reader'];
    await expect.poll(() => partsIn(requests), {timeout: patience}).toEqual(expect.arrayContaining(late));
    await quiet(page);
    const tags = languages.map(({tag}) => tag);
    expect(cataloguesIn(requests).toSorted()).toEqual(tags.filter((tag) => tag !== 'en').toSorted());
    expect(readingsIn(requests).toSorted()).toEqual(tags.toSorted());
    expect(new Set(partsIn(requests)).size).toBe(partsIn(requests).length);

    const memory = await Memory.of(page);
    const before = await memory.holdings();
    const asked = requests.length;
    for (let round = 0; round < rounds; round += 1) await goRound(page, round);
    await expect.poll(() => growth(memory, before), {timeout: patience}).toEqual({});
    expect(requests.slice(asked).filter((request) => !/\/(count|live)$/.test(request))).toEqual([]);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('keeps none of them once they are taken away', {timeout: 300_000}, async ({demo, site, open}) => {
    const {page, errors} = await open(pageOf(site, demo.backend), {before: holdWeakly});
    await warmUp(page);
    const memory = await Memory.of(page);
    const left = async (): Promise<string[]> => {
      await memory.collect();
      return page.evaluate(() => globalThis.heldWeakly.flatMap((each) => each.deref()?.constructor.name ?? []));
    };
    expect(await page.evaluate(noteElements)).toBe(13);
    const before = await left();
    expect(before.length).toBeGreaterThan(13);
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('[petition]')) element.remove();
    });
    // A browser keeps what was pressed and filled in last, until something else is.
    await page.locator('#own').selectOption('Two');
    await expect.poll(left, {timeout: patience}).toEqual([]);
    expect(errors).toEqual([]);
  });
});
