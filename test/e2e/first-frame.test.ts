import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {expectCalm, it, openHeld, saidIn, signThrough, uncaughtIn} from './support/partners.ts';
import {dna} from './support/petitions.ts';
import {quiet, type Visit, type Visiting} from './support/visit.ts';

declare global {
  /** How far each part of the page has moved by itself, as the browser counts it. */
  var shifts: number[];
}

const petitionUrl = new RegExp(`/v1/petitions/${dna.id}\\?`);

const campaign = (page: Page): Locator => page.locator('petition-campaign');
const firstName = (page: Page): Locator => campaign(page).getByLabel('First name');
/** The real form's, in which a signature is sent. */
const inForm = (page: Page, name: string): Locator => page.locator(`petition-sign-form [name="${name}"]`);

/** Opens a page with the answer to the petition's request held back until what comes with it is called. */
async function openWithoutPetition(open: Visiting, url: string): Promise<{visit: Visit; release: () => void}> {
  const visit = await open('about:blank');
  const {promise, resolve} = Promise.withResolvers<void>();
  await visit.page.route(petitionUrl, async (route) => {
    await promise;
    await route.continue();
  });
  await visit.page.goto(url, {waitUntil: 'commit'});
  return {visit, release: resolve};
}

const areas = async (...fields: readonly Locator[]): Promise<unknown[]> =>
  Promise.all(fields.map((each) => each.boundingBox()));

describe('the first frame', () => {
  it('can be filled in while the petition is on its way, and its form takes over what was typed', async ({
    demo,
    partner,
    open,
  }) => {
    const {visit, release} = await openWithoutPetition(open, partner.page('async'));
    const {page} = visit;
    await firstName(page).fill('Amina');
    await campaign(page).getByLabel('Last name').fill('Turdi');
    await campaign(page).getByLabel('Email address').fill('amina@water.example');
    release();
    await inForm(page, 'country').waitFor();
    expect(await inForm(page, 'givenName').inputValue()).toBe('Amina');
    expect(await inForm(page, 'familyName').inputValue()).toBe('Turdi');
    expect(await inForm(page, 'email').inputValue()).toBe('amina@water.example');
    expect(await firstName(page).count()).toBe(1);
    await signThrough(demo, campaign(page));
    expect(visit.requests.filter((request) => petitionUrl.test(request))).toHaveLength(1);
    expectCalm(visit);
  });

  it('hands over the focus and the cursor, and leaves the field where it is in the window', async ({partner, open}) => {
    const {visit, release} = await openWithoutPetition(open, partner.page('async'));
    const {page} = visit;
    await page.setViewportSize({width: 412, height: 823});
    const before = campaign(page).getByLabel('Last name');
    await before.fill('Turdi');
    await before.evaluate((input) => input instanceof HTMLInputElement && input.setSelectionRange(1, 3));
    const top = (await before.boundingBox())?.y;
    release();
    const after = inForm(page, 'familyName');
    await after.waitFor();
    await expect.poll(() => after.evaluate((input) => input.matches(':focus'))).toBe(true);
    const selection = await after.evaluate((input) =>
      input instanceof HTMLInputElement ? [input.selectionStart, input.selectionEnd] : [],
    );
    expect(selection).toEqual([1, 3]);
    await expect.poll(async () => Math.abs(((await after.boundingBox())?.y ?? 0) - (top ?? 0))).toBeLessThan(2);
    await page.keyboard.type('x');
    expect(await after.inputValue()).toBe('Txdi');
    expectCalm(visit);
  });

  it('stays while a letter is composed', async ({partner, open}) => {
    const {visit, release} = await openWithoutPetition(open, partner.page('async'));
    const {page} = visit;
    const before = firstName(page);
    await before.focus();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', {text: 'に', selectionStart: 1, selectionEnd: 1});
    release();
    await quiet(page);
    expect(await inForm(page, 'country').count()).toBe(0);
    await cdp.send('Input.insertText', {text: '日'});
    await inForm(page, 'country').waitFor();
    expect(await inForm(page, 'givenName').inputValue()).toBe('日');
    expectCalm(visit);
  });

  it('takes the focus from nobody', async ({partner, open}) => {
    const {visit, release} = await openWithoutPetition(open, partner.page('in-form'));
    const {page} = visit;
    await firstName(page).waitFor();
    const own = page.locator('#search input').first();
    await own.focus();
    release();
    await inForm(page, 'country').waitFor();
    await quiet(page);
    expect(await own.evaluate((input) => input.matches(':focus'))).toBe(true);
  });

  it.for([320, 1280])(
    'has its fields where those of the form will be, at a width of %d',
    async (width, {partner, open}) => {
      const {visit, release} = await openWithoutPetition(open, partner.page('async'));
      const {page} = visit;
      await page.setViewportSize({width, height: 900});
      const labels = ['First name', 'Last name', 'Email address'];
      const fields = labels.map((label) => campaign(page).getByLabel(label));
      await firstName(page).waitFor();
      const boxes = (all: readonly unknown[]) =>
        all.map((box) => (typeof box === 'object' && box ? {...box, ...(width < 1280 ? {y: 0} : {})} : box));
      const before = boxes(await areas(...fields));
      release();
      await inForm(page, 'country').waitFor();
      expect(boxes(await areas(...fields))).toEqual(before);
      expectCalm(visit);
    },
  );

  it.for([412, 1280])('moves the page once, at a width of %d', async (width, {partner, open}) => {
    const visit = await open('about:blank', {viewport: {width, height: 900}});
    const {page} = visit;
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const note = (entries: PerformanceObserverEntryList): void => {
        for (const {startTime} of entries.getEntries()) globalThis.shifts.push(startTime);
      };
      new PerformanceObserver(note).observe({type: 'layout-shift', buffered: true});
    });
    const {promise, resolve} = Promise.withResolvers<void>();
    await page.route(petitionUrl, async (route) => {
      await promise;
      await route.continue();
    });
    await page.goto(partner.page('async'), {waitUntil: 'commit'});
    await firstName(page).waitFor();
    resolve();
    await inForm(page, 'country').waitFor();
    await quiet(page);
    expect((await page.evaluate(() => globalThis.shifts)).length).toBeLessThanOrEqual(1);
    expectCalm(visit);
  });

  it('is in the reader’s language and direction', async ({partner, open}) => {
    const {visit, release} = await openWithoutPetition(open, partner.page('rtl'));
    const {page} = visit;
    const field = campaign(page).locator('[name="givenName"]');
    await field.waitFor();
    expect(await field.evaluate((input) => getComputedStyle(input).direction)).toBe('rtl');
    expect(await campaign(page).getByText('First name').count()).toBe(0);
    release();
    await inForm(page, 'country').waitFor();
    expectCalm(visit);
  });

  it('leaves nothing of its own on the element', async ({partner, open}) => {
    const visit = await open(partner.page('async'));
    await inForm(visit.page, 'country').waitFor();
    const left = (): Promise<unknown> =>
      campaign(visit.page).evaluate((element) => [element.childNodes.length, element.hasAttribute('style')]);
    // Until its class is there, the element is kept from what a page makes of tags that it doesn't know.
    expect(await left()).toEqual([0, true]);
    await campaign(visit.page).dispatchEvent('pointerenter');
    await expect.poll(left).toEqual([0, false]);
    expectCalm(visit);
  });

  it('keeps what was typed where the elements’ code has to be tried again', async ({demo, partner, scripts, open}) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('async'));
    const {page} = visit;
    await firstName(page).fill('Typed early');
    scripts.fault = 'missing';
    release();
    const retry = campaign(page).getByRole('button', {name: 'Try again'});
    await retry.waitFor();
    scripts.fault = undefined;
    await retry.click();
    await inForm(page, 'givenName').waitFor();
    expect(await inForm(page, 'givenName').inputValue()).toBe('Typed early');
    await signThrough(demo, campaign(page));
    expect(saidIn(visit)).toHaveLength(1);
    expect(uncaughtIn(visit)).toEqual([]);
  });

  it('keeps what was typed where the petition has to be asked for again', async ({demo, partner, open}) => {
    const visit = await open('about:blank');
    const {page} = visit;
    const {promise, resolve} = Promise.withResolvers<void>();
    let isDown = true;
    await page.route(petitionUrl, async (route) => {
      await promise;
      await (isDown ? route.abort() : route.continue());
    });
    await page.goto(partner.page('async'), {waitUntil: 'commit'});
    await firstName(page).fill('Typed early');
    resolve();
    const retry = campaign(page).getByRole('button', {name: 'Try again'});
    await retry.waitFor();
    isDown = false;
    await retry.click();
    await inForm(page, 'givenName').waitFor();
    await expect.poll(() => inForm(page, 'givenName').inputValue()).toBe('Typed early');
    await signThrough(demo, campaign(page));
  });
});
