import type {Page} from 'playwright-core';
import {it as base} from '../support.ts';
import {startHostileSite} from './hostile-site.ts';
import {type Visit, visit} from './visit.ts';

/** A test with a site of pages that are hostile to what they embed. */
export const it = base
  .extend('pages', {scope: 'file'}, async ({host, demo}, {onCleanup}) => {
    const site = await startHostileSite(host, demo.backend);
    onCleanup(() => site.close());
    return site;
  })
  // The same petition on a page that leaves it alone, in its layouts.
  .extend('plain', {scope: 'file'}, async ({browser, pages}, {onCleanup}) => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      await Promise.all(visits.map((each) => each.close()));
    });
    const known = new Map<string, Promise<Visit>>();
    const opened = async (layout: string): Promise<Visit> => {
      const plain = await visit(browser, pages.urlOf('hostile-plain', {tag: `data-layout="${layout}"`}));
      visits.push(plain);
      await whole(plain.page);
      return plain;
    };
    return async (layout: 'full' | 'compact' = 'full'): Promise<Page> => {
      const plain = known.get(layout) ?? opened(layout);
      known.set(layout, plain);
      const {page} = await plain;
      // What an earlier test has left open.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      return page;
    };
  });

/** Waits until all of a petition is there: its text comes once it is about to be seen. */
export async function whole(page: Page): Promise<void> {
  const campaign = page.locator('petition-campaign:not(:state(loading))');
  await page.locator('petition-counter [part="total"]').waitFor();
  await campaign.evaluate((element) => element.scrollIntoView({block: 'end', behavior: 'instant'}));
  const isInDialog = ((await campaign.getAttribute('layout')) ?? 'full') !== 'full';
  if (!isInDialog) await campaign.locator('[part="text"] p').first().waitFor();
  await page.evaluate(() => scrollTo({top: 0, behavior: 'instant'}));
}
