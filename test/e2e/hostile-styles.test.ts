import type {Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {signWithKeys, signWithMouse} from './support/by-hand.ts';
import {it, whole} from './support/hostile.ts';
import {strangeLook} from './support/look.ts';
import {countAt, somebody} from './support/petitions.ts';

/** What a page has of styles, by what it is. */
const styles = {
  'takes all styles from everything': ['hostile-unset.css'],
  'resets everything with !important': ['hostile-reset.css'],
  'hides what it does not know': ['hostile-unknown.css'],
  'sets type beyond reading': ['hostile-type.css'],
  'moves everything': ['hostile-motion.css'],
  'has sizes of its own': ['hostile-sizes.css'],
  'styles what the element holds': ['hostile-children.css'],
  'is read from top to bottom': ['hostile-vertical.css'],
  'uses Bootstrap': ['bootstrap.css', 'bootstrap.js'],
  'uses Tailwind’s preflight': ['preflight.css'],
} as const;

const pagesWith = Object.entries(styles);

const patience = {timeout: 60_000};

async function openMenu(page: Page): Promise<void> {
  await page.locator('petition-language-switcher [part="button"]').press('Enter');
  await page.locator('petition-language-switcher [part="menu"].shown').waitFor();
}

describe('a petition on a page that', () => {
  it.for(pagesWith)('%s looks as on any other, and is signed', async ([, files], {pages, plain, demo, open}) => {
    const plainPage = await plain();
    const {page, errors} = await open(pages.urlOf('hostile-plain', {files}));
    await whole(page);
    await expect.poll(() => strangeLook(page, plainPage, '.root'), patience).toEqual([]);
    await openMenu(page);
    await openMenu(plainPage);
    await expect.poll(() => strangeLook(page, plainPage, '.menu'), patience).toEqual([]);
    for (const each of [page, plainPage]) await each.keyboard.press('Escape');
    const {total} = await countAt(demo.backend);
    await signWithMouse(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
  });
});

describe('a petition’s dialog on a page that', () => {
  it.for(pagesWith)('%s looks as on any other, and is signed', async ([, files], {pages, plain, demo, open}) => {
    const plainPage = await plain('compact');
    const {page, errors} = await open(pages.urlOf('hostile-plain', {files, tag: 'data-layout="compact"'}));
    await whole(page);
    for (const each of [page, plainPage]) {
      await each.locator('petition-campaign [part="open"]').press('Enter');
      await each.locator('petition-campaign dialog[open] [name="givenName"]').waitFor();
    }
    await expect.poll(() => strangeLook(page, plainPage, 'dialog'), patience).toEqual([]);
    await plainPage.keyboard.press('Escape');
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
  });
});
