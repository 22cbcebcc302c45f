import {describe, expect} from 'vitest';
import {signWithMouse} from './support/by-hand.ts';
import {it, whole} from './support/hostile.ts';
import {strangeLook} from './support/look.ts';
import {countAt, somebody} from './support/petitions.ts';

const patience = {timeout: 60_000};

/** The classes of boxes that a tag may be pasted into, and the narrowest that the petition may become there. */
const places = {
  row: 600,
  column: 600,
  grid: 400,
  columns: 600,
  absolute: 600,
  floated: 600,
  shrunk: 600,
  scaled: 1200,
  zoomed: 900,
  clipped: 500,
  cell: 280,
  inline: 1200,
  vertical: 600,
  'right-to-left': 1200,
  contained: 1200,
} as const;

describe('a petition in a box that is', () => {
  it.for(Object.entries(places))(
    '%s is drawn as on a plain page, and signed',
    async ([place, width], {pages, plain, demo, open}) => {
      const plainPage = await plain();
      const {page, errors} = await open(
        pages.urlOf('hostile-plain', {files: ['hostile-places.css'], place: `class="${place}"`}),
      );
      await whole(page);
      const root = page.locator('petition-campaign .root').first();
      expect(await root.evaluate((element) => parseFloat(getComputedStyle(element).width))).toBeGreaterThanOrEqual(
        width,
      );
      await expect.poll(() => strangeLook(page, plainPage, '.root'), patience).toEqual([]);
      const {total} = await countAt(demo.backend);
      await signWithMouse(page, somebody());
      expect((await countAt(demo.backend)).total).toBe(total + 1);
      expect(errors).toEqual([]);
    },
  );
});

describe('a petition in a theme of blocks', () => {
  it('is as wide as the text around it, drawn as on a plain page, and signed', async ({pages, plain, demo, open}) => {
    const plainPage = await plain();
    const {page, errors} = await open(pages.urlOf('hostile-block-theme'));
    await whole(page);
    const [text, petition] = [
      await page.locator('#text').boundingBox(),
      await page.locator('petition-campaign').boundingBox(),
    ];
    expect([petition?.x, petition?.width]).toEqual([text?.x, text?.width]);
    await expect.poll(() => strangeLook(page, plainPage, '.root'), patience).toEqual([]);
    const {total} = await countAt(demo.backend);
    await signWithMouse(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
  });

  it('has its first frame where it will be', async ({pages, open}) => {
    const {page} = await open('about:blank');
    const held = Promise.withResolvers<void>();
    await page.route('**/chunks/*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(pages.urlOf('hostile-block-theme'), {waitUntil: 'commit'});
    await page.locator('petition-campaign [name="givenName"]').waitFor();
    const frame = await page.locator('petition-campaign .root').first().boundingBox();
    held.resolve();
    await whole(page);
    const petition = await page.locator('petition-campaign').boundingBox();
    expect([frame?.x, frame?.y, frame?.width]).toEqual([petition?.x, petition?.y, petition?.width]);
  });
});
