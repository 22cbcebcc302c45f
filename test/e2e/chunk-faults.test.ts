import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import type {Demo} from './support/demo.ts';
import {it, openHeld, saidIn, signedBy, signThrough, uncaughtIn} from './support/partners.ts';
import {language, type Spoken} from './support/languages.ts';
import {dna, fillIn, type Person, somebody} from './support/petitions.ts';
import {partFaults, type ScriptHost} from './support/script-host.ts';
import {quiet, type Visit} from './support/visit.ts';

/** ms; all that takes longer is given up on. */
const aMinute = 60_000;

const campaign = (page: Page): Locator => page.locator('petition-campaign');
const ownPage = (page: Page): Locator => page.getByRole('link', {name: 'Sign on the campaign’s own page'});
const retry = (page: Page): Locator => campaign(page).getByRole('button', {name: 'Try again'});

/** Waits for what our script says on the console: one line for each part that did not load, and nothing else. */
async function expectLines(visit: Visit, {failed}: ScriptHost): Promise<void> {
  await expect.poll(() => saidIn(visit).length, {timeout: 20_000}).toBeGreaterThan(0);
  await quiet(visit.page);
  const lines = saidIn(visit);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeLessThanOrEqual(new Set(failed).size);
  for (const line of lines) expect(line).toContain('did not load');
  expect(uncaughtIn(visit)).toEqual([]);
}

/** Sees to it that nothing more was complained of since. */
function expectNoMore(visit: Visit, lines: readonly string[]): void {
  expect(saidIn(visit)).toEqual(lines);
  expect(uncaughtIn(visit)).toEqual([]);
}

describe('the first part of the script', () => {
  it.for(partFaults)(
    '%s: what the page has in its place stays, and a reload mends it',
    async (fault, {demo, partner, scripts, open}) => {
      scripts.fault = fault;
      const visit = await open(partner.page('fallback'));
      await expectLines(visit, scripts);
      const lines = saidIn(visit);
      expect(await ownPage(visit.page).isVisible()).toBe(true);

      scripts.fault = undefined;
      await visit.page.reload();
      await signThrough(demo, visit.page);
      expect(await ownPage(visit.page).isVisible()).toBe(false);
      expectNoMore(visit, lines);
    },
  );

  it.for(partFaults)('%s: the petition of a tag can be tried again', async (fault, {demo, partner, scripts, open}) => {
    scripts.fault = fault;
    const visit = await open(partner.page('async'));
    await expectLines(visit, scripts);
    const lines = saidIn(visit);
    await retry(visit.page).click();
    await quiet(visit.page);
    expect(await retry(visit.page).isVisible()).toBe(true);

    scripts.fault = undefined;
    await retry(visit.page).click();
    await signThrough(demo, visit.page);
    expectNoMore(visit, lines);
  });

  it('that comes ten seconds late: the page waits with what it has, and says nothing', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('fallback'));
    await expect.poll(() => scripts.asked.length).toBeGreaterThan(1);
    await visit.page.clock.fastForward(10_000);
    expect(await ownPage(visit.page).isVisible()).toBe(true);
    release();
    await signThrough(demo, visit.page);
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });

  it('that never comes: the page keeps what it has, and a reload mends it', async ({demo, partner, scripts, open}) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('fallback'));
    await expect.poll(() => scripts.asked.length).toBeGreaterThan(1);
    await visit.page.clock.fastForward(aMinute);
    await expect.poll(() => saidIn(visit)).toEqual([expect.stringContaining('did not load')]);
    const lines = saidIn(visit);
    expect(await ownPage(visit.page).isVisible()).toBe(true);
    const inHead = visit.page.locator('head > *');
    expect(await inHead.evaluateAll((all) => all.map(({localName}) => localName))).toEqual([
      'meta',
      'title',
      'link',
      'script',
    ]);

    release();
    await visit.page.reload();
    await signThrough(demo, visit.page);
    expectNoMore(visit, lines);
  });

  it('that never comes: the petition of a tag can be tried again', async ({demo, partner, scripts, open}) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('async'));
    await expect.poll(() => scripts.asked.length).toBeGreaterThan(1);
    await campaign(visit.page).getByLabel('First name').fill('Typed early');
    await visit.page.clock.fastForward(aMinute);
    await retry(visit.page).waitFor();
    const lines = saidIn(visit);
    release();
    await retry(visit.page).click();
    const givenName = visit.page.locator('petition-sign-form [name="givenName"]');
    await givenName.waitFor();
    expect(await givenName.inputValue()).toBe('Typed early');
    await signThrough(demo, visit.page);
    expectNoMore(visit, lines);
  });

  it('that never comes does not hold back the page’s load event', async ({partner, scripts, open}) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('async'));
    await expect.poll(() => scripts.asked.length).toBeGreaterThan(1);
    await visit.page.waitForLoadState('load');
    release();
  });
});

/** Hands the form in, also where it is waiting to be tried again. */
async function handIn(page: Page): Promise<void> {
  const form = page.locator('petition-sign-form');
  const tryNow = form.locator('[part="try-now"]');
  await ((await tryNow.isVisible()) ? tryNow : form.locator('[part="submit"]')).click();
}

async function expectFilledIn(page: Page, person: Person): Promise<void> {
  const form = page.locator('petition-sign-form');
  for (const name of ['givenName', 'familyName', 'email', 'country'] as const) {
    expect(await form.locator(`[name="${name}"]`).inputValue()).toBe(person[name]);
  }
}

async function expectSigned(demo: Demo, page: Page, person: Person): Promise<void> {
  await page.locator('petition-sign-form [part="thanks"]').waitFor();
  expect(signedBy(demo, person)).toEqual([dna.id]);
}

/** A page on which all is there that comes by itself. */
async function settled(visit: Visit): Promise<void> {
  await visit.page.locator('petition-sign-form [part="submit"]').waitFor();
  await visit.page.locator('petition-campaign [part="text"]').waitFor();
  await quiet(visit.page);
}

describe('the parts that sending takes', () => {
  it.for(partFaults)(
    '%s: the form stays filled in, and is sent once they can be had',
    async (fault, {demo, partner, scripts, open}) => {
      const visit = await open(partner.page('async'));
      const {page} = visit;
      await settled(visit);
      scripts.fault = fault;
      const person = somebody();
      await fillIn(page, person);
      await handIn(page);
      await expectLines(visit, scripts);
      const lines = saidIn(visit);
      await page.locator('petition-sign-form').locator('[part="failure"], [part="waiting"]').waitFor();
      expect(signedBy(demo, person)).toEqual([]);
      await expectFilledIn(page, person);

      scripts.fault = undefined;
      await handIn(page);
      await expectSigned(demo, page, person);
      expectNoMore(visit, lines);
    },
  );

  it('that come ten seconds after the button was pressed: the form is sent then, once', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openHeld(open, partner.page('async'));
    const {page} = visit;
    await settled(visit);
    const release = scripts.hold();
    const person = somebody();
    await fillIn(page, person);
    await handIn(page);
    await page.clock.fastForward(10_000);
    release();
    await expectSigned(demo, page, person);
    expect(visit.requests.filter((request) => request.startsWith('POST '))).toHaveLength(1);
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });

  it('that never come: the form stays filled in, and is sent once they can be had', async ({
    demo,
    partner,
    scripts,
    open,
  }) => {
    const visit = await openHeld(open, partner.page('async'));
    const {page} = visit;
    await settled(visit);
    const release = scripts.hold();
    const person = somebody();
    await fillIn(page, person);
    await handIn(page);
    await page.clock.fastForward(aMinute);
    await expect.poll(() => saidIn(visit).length).toBeGreaterThan(0);
    await expectFilledIn(page, person);
    release();
    await handIn(page);
    await expectSigned(demo, page, person);
    expect(uncaughtIn(visit)).toEqual([]);
  });
});

const [english, arabic] = [language('en'), language('ar')];

const menuButton = (page: Page): Locator => page.locator('petition-language-switcher [part="button"]');
const option = (page: Page, {name}: Spoken): Locator => page.getByRole('option', {name});

describe('the parts of the language menu', () => {
  it.for(partFaults)(
    '%s: the petition stays as it is, and the menu opens once they can be had',
    async (fault, {demo, partner, scripts, open}) => {
      const visit = await open(partner.page('async'));
      const {page} = visit;
      await settled(visit);
      scripts.fault = fault;
      await menuButton(page).click();
      await expectLines(visit, scripts);
      const lines = saidIn(visit);

      scripts.fault = undefined;
      await menuButton(page).click();
      await option(page, english).waitFor();
      await page.keyboard.press('Escape');
      await signThrough(demo, page);
      expectNoMore(visit, lines);
    },
  );
});

describe('the texts of a language', () => {
  async function choose(page: Page, spoken: Spoken): Promise<void> {
    await menuButton(page).click();
    await option(page, spoken).click();
  }

  it.for(partFaults)(
    '%s: those before stay, with what was typed, and a second choice mends it',
    async (fault, {demo, partner, scripts, open}) => {
      const visit = await open(partner.page('async'));
      const {page} = visit;
      const givenName = page.locator('petition-sign-form [name="givenName"]');
      await settled(visit);
      await givenName.fill('Typed before');
      await menuButton(page).click();
      await option(page, arabic).waitFor();
      await page.keyboard.press('Escape');
      await quiet(page);
      scripts.fault = fault;
      await choose(page, arabic);
      await expectLines(visit, scripts);
      const lines = saidIn(visit);
      expect(await page.getByRole('button', {name: 'Sign this petition'}).isVisible()).toBe(true);
      expect(await givenName.inputValue()).toBe('Typed before');

      scripts.fault = undefined;
      await choose(page, arabic);
      await page.getByRole('button', {name: arabic.submit}).waitFor();
      expect(await givenName.inputValue()).toBe('Typed before');
      await signThrough(demo, page);
      expectNoMore(visit, lines);
    },
  );
});
