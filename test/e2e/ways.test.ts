import {describe, expect} from 'vitest';
import {expectCalm, it, openHeld, placesOn, saidIn, signThrough} from './support/partners.ts';
import {bilash, dna} from './support/petitions.ts';
import {quiet} from './support/visit.ts';

/** The pages of one tag or more, and where the petitions of these stand. */
const ways: Readonly<Record<string, readonly string[]>> = {
  plain: [`${dna.id} after script in body`],
  async: [`${dna.id} after script in body`],
  defer: [`${dna.id} after script in body`],
  module: [`${dna.id} after script in body`],
  'module-twice': [`${dna.id} after script in body`, `${bilash.id} after script in body`],
  'module-late': [`${dna.id} after script in body`, `${bilash.id} after script in main`],
  head: [`${dna.id} after footer in body`],
  'head-blocking': [`${dna.id} after footer in body`],
  'tag-manager': [`${dna.id} after footer in body`],
  'tag-manager-tidy': [`${dna.id} after footer in body`],
  'document-write': [`${dna.id} after script in block`],
  'shadow-open': [`${dna.id} after script in a shadow root`],
  several: [`${dna.id} after script in body`, `${bilash.id} after script in body`],
  'same-twice': [`${dna.id} after script in first`, `${dna.id} after script in second`],
  base: [`${dna.id} after script in body`],
  'target-before': [`${dna.id} after nothing in place`],
  'target-after': [`${dna.id} after nothing in place`],
  'in-paragraph': [`${dna.id} after script in paragraph`],
  'in-table': [`${dna.id} after script in tbody`],
  'in-cell': [`${dna.id} after script in cell`],
  'tag-in-table': [`${dna.id} after h1 in body`],
  contenteditable: [`${dna.id} after script in editor`],
  quirks: [`${dna.id} after script in font`],
  rtl: [`${dna.id} after script in body`],
  'xhtml.xhtml': [`${dna.id} after script in body`],
};

const petitionIn = (place: string): string => place.slice(0, place.indexOf(' '));

describe('a signature arrives from a page', () => {
  it.for(Object.entries(ways))('%s', async ([name, places], {demo, partner, open}) => {
    const visit = await open(partner.page(name));
    for (const [index, place] of places.entries()) {
      await signThrough(demo, visit.page.locator('petition-campaign').nth(index), petitionIn(place));
    }
    expect(await placesOn(visit.page)).toEqual(places);
    expectCalm(visit);
  });

  it('target-never, which is told of it once', async ({demo, partner, open}) => {
    const visit = await open(partner.page('target-never'));
    await signThrough(demo, visit.page);
    expect(await placesOn(visit.page)).toEqual([`${dna.id} after script in body`]);
    expect(visit.errors).toEqual([]);
    expect(visit.warnings).toEqual([expect.stringContaining('data-target="#place"')]);
  });

  it('with a petition twice, which is asked for once', async ({demo, partner, open}) => {
    const visit = await open(partner.page('same-twice'));
    await signThrough(demo, visit.page.locator('#second'));
    await visit.page.locator('#first [part="submit"]').waitFor();
    const reads = visit.requests.filter((request) => request.includes(`/v1/petitions/${dna.id}?`));
    expect(reads).toHaveLength(1);
  });
});

describe('a tag in a form of the page', () => {
  it('neither hands that form in nor adds to it', async ({demo, partner, scripts, open}) => {
    const release = scripts.hold();
    const visit = await openHeld(open, partner.page('in-form'));
    const {page} = visit;
    const entries = (): Promise<string[]> =>
      page
        .locator('#search')
        .evaluate((form) => (form instanceof HTMLFormElement ? Array.from(new FormData(form), ([name]) => name) : []));
    const campaign = page.locator('petition-campaign');
    // Before the form's own code is there, and after.
    await campaign.getByLabel('First name').fill('Amina');
    await campaign.getByLabel('First name').press('Enter');
    expect(await entries()).toEqual(['q']);
    release();
    await campaign.locator('petition-sign-form [name="givenName"]').press('Enter');
    await campaign.locator('[aria-invalid="true"]').first().waitFor();
    await signThrough(demo, campaign);
    expect(await entries()).toEqual(['q']);
    expect(page.url()).toBe(partner.page('in-form'));
    expectCalm(visit);
  });
});

describe('a page that shows its tag later', () => {
  it.for([
    ['in a template that is cloned', 'template', 'Show the petition'],
    ['in closed details', 'details', 'Sign here'],
    ['in a block that is not displayed', 'hidden', 'Show the petition'],
  ] as const)('%s', async ([, name, opener], {demo, partner, open}) => {
    const visit = await open(partner.page(name));
    await visit.page.getByText(opener).click();
    await signThrough(demo, visit.page);
    expectCalm(visit);
  });
});

describe('a page that is printed', () => {
  it('has the petition on its paper, and is signed after', async ({demo, partner, open}) => {
    const visit = await open(partner.page('async'));
    const title = visit.page.getByRole('heading', {name: dna.title});
    await title.waitFor();
    await visit.page.emulateMedia({media: 'print'});
    expect(await title.isVisible()).toBe(true);
    await visit.page.pdf();
    await visit.page.emulateMedia({media: null});
    await signThrough(demo, visit.page);
    expectCalm(visit);
  });
});

describe('a page with another copy of the script', () => {
  const copies = [
    ['an older one before it', 'older-first'],
    ['an older one after it', 'older-second'],
    ['a newer one before it', 'newer-first'],
    ['a newer one after it', 'newer-second'],
    ['a newer one beside it', 'newer-beside'],
  ] as const;

  it.for(copies)('%s: both petitions are signed', async ([, name], {demo, partner, open}) => {
    const visit = await open(partner.page(name));
    await signThrough(demo, visit.page.locator('#theirs'), dna.id);
    await signThrough(demo, visit.page.locator('#ours'), bilash.id);
    expect(await visit.page.locator('petition-campaign').count()).toBe(2);
    expect(visit.errors).toEqual([]);
  });

  it.for(copies.filter(([, name]) => name !== 'older-second'))(
    '%s: the one that comes second says so, once',
    async ([, name], {partner, open}) => {
      const visit = await open(partner.page(name));
      await visit.page.locator('#theirs [part="submit"]').waitFor();
      await visit.page.locator('#ours [part="submit"]').waitFor();
      for (const id of ['theirs', 'ours']) {
        await visit.page.locator(`#${id} petition-campaign`).dispatchEvent('pointerenter');
        await quiet(visit.page);
      }
      expect(saidIn(visit)).toEqual([expect.stringContaining('another copy of the script')]);
      expect(visit.warnings).toHaveLength(1);
    },
  );
});
