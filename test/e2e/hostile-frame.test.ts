import type {Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {signWithKeys} from './support/by-hand.ts';
import {it, whole} from './support/hostile.ts';
import {strangeLook} from './support/look.ts';
import {countAt, somebody} from './support/petitions.ts';

const patience = {timeout: 60_000};

/** What a page has of styles, by what it is. */
const styles = {
  'takes all styles from everything': 'hostile-unset.css',
  'resets everything with !important': 'hostile-reset.css',
  'hides what it does not know': 'hostile-unknown.css',
  'sets type beyond reading': 'hostile-type.css',
  'styles what the element holds': 'hostile-children.css',
  'uses Bootstrap': 'bootstrap.css',
} as const;

/** Opens a page on which the elements' code does not come before it is let. */
async function openHeld(page: Page, url: string): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/chunks/*', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(url, {waitUntil: 'commit'});
  await page.locator('petition-campaign [name="givenName"]').waitFor();
  return held.resolve;
}

describe('the first frame on a page that', () => {
  it.for(Object.entries(styles))(
    '%s looks as on any other, and what is typed in it is signed',
    async ([, file], {pages, demo, open}) => {
      const [plain, visit] = [await open('about:blank'), await open('about:blank')];
      const {page} = visit;
      const release = await openHeld(page, pages.urlOf('hostile-plain', {files: [file]}));
      const releasePlain = await openHeld(plain.page, pages.urlOf('hostile-plain'));
      await expect.poll(() => strangeLook(page, plain.page, '.root'), patience).toEqual([]);
      releasePlain();
      const input = page.locator('petition-campaign [name="givenName"]');
      await input.click();
      await page.keyboard.type('Amina');
      release();
      await whole(page);
      await expect.poll(() => input.and(page.locator(':focus')).inputValue(), patience).toBe('Amina');
      await page.keyboard.press('Shift+Tab');
      const {total} = await countAt(demo.backend);
      await signWithKeys(page, somebody());
      expect((await countAt(demo.backend)).total).toBe(total + 1);
      expect(visit.errors).toEqual([]);
    },
  );
});
