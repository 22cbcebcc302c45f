import type {Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {bilash, dna} from './support/petitions.ts';
import type {Visit} from './support/visit.ts';

const frenchTitle = 'Chine : arrêtez de collecter l’ADN de toute la population ouïghoure';

/** The tag, with these attributes beside `src` and `data-backend`. */
const tag = (backend: string, attributes = ''): string =>
  `<script src="${backend}/embed.js" data-backend="${backend}" ${attributes}></script>`;

const dnaTag = (backend: string, attributes = ''): string => tag(backend, `data-petition="${dna.id}" ${attributes}`);

/** Waits for a petition's title, which has to be in a shadow root, on a page that has nothing to complain about. */
async function expectTitle({page, errors}: Visit, title = dna.title): Promise<void> {
  const heading = page.getByRole('heading', {name: title, exact: true});
  await heading.waitFor();
  expect(await heading.evaluate((element) => element.getRootNode() instanceof ShadowRoot)).toBe(true);
  expect(errors).toEqual([]);
}

/** The page's own elements of ours, each with what stands before it and around it. */
const placesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[petition]'), (element) => {
      const before = element.previousElementSibling;
      const inside = element.parentElement;
      return `${element.localName} after ${before?.localName ?? 'nothing'} in ${inside?.id || inside?.localName}`;
    }),
  );

const upgraded = (page: Page): Promise<unknown> => page.evaluate(() => customElements.whenDefined('petition-card'));

describe('the tag', () => {
  it.for(['', 'async', 'defer'])(
    'in the body, as <script %s>, puts the petition after itself',
    async (kind, {demo, site, open}) => {
      const visit = await open(site.serve({body: `${dnaTag(demo.backend, kind)}<p>After</p>`}));
      await expectTitle(visit);
      expect(await placesOn(visit.page)).toEqual(['petition-campaign after script in body']);
      expect(visit.warnings).toEqual([]);
    },
  );

  it.for(['', 'async', 'defer'])(
    'in the head, as <script %s>, puts the petition at the end of the page',
    async (kind, {demo, site, open}) => {
      const visit = await open(site.serve({head: dnaTag(demo.backend, kind), body: '<footer>The end</footer>'}));
      await expectTitle(visit);
      expect(await placesOn(visit.page)).toEqual(['petition-campaign after footer in body']);
      expect(visit.warnings).toEqual([]);
    },
  );

  it('within a block of a content management system', async ({demo, site, open}) => {
    const visit = await open(site.serve({body: `<div id="block">${dnaTag(demo.backend, 'async')}</div>`}));
    await expectTitle(visit);
    expect(await placesOn(visit.page)).toEqual(['petition-campaign after script in block']);
  });

  it('several times on a page, for two petitions and one of them twice', async ({demo, site, open}) => {
    const second = tag(demo.backend, `async data-petition="${bilash.id}"`);
    const third = tag(demo.backend, `async data-petition="${bilash.id}" data-widget="counter"`);
    const visit = await open(site.serve({body: `${dnaTag(demo.backend, 'async')}<p>Between</p>${second}${third}`}));
    await expectTitle(visit, dna.title);
    await expectTitle(visit, bilash.title);
    await visit.page.locator('body > petition-counter').getByText('271 people have signed').first().waitFor();
    expect(await placesOn(visit.page)).toEqual([
      'petition-campaign after script in body',
      'petition-campaign after script in body',
      'petition-counter after script in body',
    ]);
    const read = visit.requests.filter((request) => request.includes(`/v1/petitions/${bilash.id}?`));
    expect(read).toHaveLength(1);
    expect(visit.errors).toEqual([]);
  });

  it('injected at run time, into the body and into the head', async ({demo, site, open}) => {
    const visit = await open(site.serve({body: '<main id="main"></main>'}));
    await visit.page.evaluate(
      ([backend, ids]) => {
        const places = [document.querySelector('main'), document.head];
        for (const [index, petition] of ids.entries()) {
          const script = document.createElement('script');
          script.src = `${backend}/embed.js`;
          Object.assign(script.dataset, {backend, petition});
          places[index]?.append(script);
        }
      },
      [demo.backend, [dna.id, bilash.id]] as const,
    );
    await expectTitle(visit, dna.title);
    await expectTitle(visit, bilash.title);
    const places = await placesOn(visit.page);
    expect(places.toSorted()).toEqual([
      'petition-campaign after main in body',
      'petition-campaign after script in main',
    ]);
  });

  it('renders nothing where it names neither a petition nor a widget', async ({demo, site, open}) => {
    const {page, errors, warnings, requests} = await open(site.serve({body: tag(demo.backend)}));
    await upgraded(page);
    expect(await page.locator('body > *').evaluateAll((all) => all.map((one) => one.localName))).toEqual([
      'h1',
      'script',
    ]);
    expect(requests.filter((request) => request.includes('/v1/'))).toEqual([]);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('makes every other data attribute one of the element', async ({demo, site, open}) => {
    const settings = 'data-lang="fr" data-theme="dark" data-layout="compact" data-no-text data-source="partner-x"';
    const visit = await open(site.serve({body: dnaTag(demo.backend, `async id="tag" class="x" ${settings}`)}));
    await expectTitle(visit, frenchTitle);
    const attributes = await visit.page
      .locator('petition-campaign')
      .evaluate((element) => Object.fromEntries(Array.from(element.attributes, ({name, value}) => [name, value])));
    expect(attributes).toEqual({
      backend: demo.backend,
      petition: dna.id,
      lang: 'fr',
      dir: 'ltr',
      theme: 'dark',
      layout: 'compact',
      'no-text': '',
      source: 'partner-x',
    });
  });
});

describe('the tag as a module', () => {
  it.for(['', 'async'])('in the body, as <script type="module" %s>', async (kind, {demo, site, open}) => {
    const visit = await open(site.serve({body: `${dnaTag(demo.backend, `type="module" ${kind}`)}<p>After</p>`}));
    await expectTitle(visit);
    expect(await placesOn(visit.page)).toEqual(['petition-campaign after script in body']);
  });

  it('in the head, and beside a plain tag', async ({demo, site, open}) => {
    const plain = tag(demo.backend, `data-petition="${bilash.id}"`);
    const visit = await open(site.serve({head: dnaTag(demo.backend, 'type="module"'), body: `<main>${plain}</main>`}));
    await expectTitle(visit, dna.title);
    await expectTitle(visit, bilash.title);
    expect(await placesOn(visit.page)).toHaveLength(2);
  });

  it('several times on a page', async ({demo, site, open}) => {
    const second = tag(demo.backend, `type="module" data-petition="${bilash.id}"`);
    const visit = await open(site.serve({body: dnaTag(demo.backend, 'type="module"') + second}));
    await expectTitle(visit, dna.title);
    await expectTitle(visit, bilash.title);
    expect(await placesOn(visit.page)).toHaveLength(2);
  });
});

describe('data-widget', () => {
  const shown: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    campaign: (page) => page.getByRole('button', {name: 'Sign this petition'}).waitFor(),
    card: (page) => page.getByRole('heading', {name: dna.title}).waitFor(),
    'sign-form': (page) => page.getByRole('button', {name: 'Sign this petition'}).waitFor(),
    counter: (page) => page.getByText('5,136 people have signed').first().waitFor(),
    'language-switcher': (page) => page.getByRole('button', {name: 'English'}).waitFor(),
  };

  it.for(Object.entries(shown))('%s', async ([widget, waitUntilShown], {demo, site, open}) => {
    const {page, errors, warnings} = await open(
      site.serve({body: dnaTag(demo.backend, `async data-widget="${widget}"`)}),
    );
    await waitUntilShown(page);
    expect(await placesOn(page)).toEqual([`petition-${widget} after script in body`]);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('that nobody knows is a campaign, with one warning', async ({demo, site, open}) => {
    const visit = await open(site.serve({body: dnaTag(demo.backend, 'data-widget="fireworks"')}));
    await expectTitle(visit);
    expect(await placesOn(visit.page)).toEqual(['petition-campaign after script in body']);
    expect(visit.warnings).toHaveLength(1);
    expect(visit.warnings[0]).toContain('data-widget="fireworks"');
  });
});

describe('data-target', () => {
  const place = '<p>Before</p><div id="place"><p>Inside</p></div><p>After</p>';

  it.for([
    ['that stands before the tag', (backend: string) => ({body: place + dnaTag(backend, 'data-target="#place"')})],
    ['that stands after the tag', (backend: string) => ({body: dnaTag(backend, 'data-target="#place"') + place})],
    ['of a tag in the head', (backend: string) => ({head: dnaTag(backend, 'data-target="#place"'), body: place})],
    [
      'of an async tag in the head',
      (backend: string) => ({head: dnaTag(backend, 'async data-target="#place"'), body: place}),
    ],
    ['of a module', (backend: string) => ({head: dnaTag(backend, 'type="module" data-target="#place"'), body: place})],
  ] as const)('%s', async ([, pageFor], {demo, site, open}) => {
    const visit = await open(site.serve(pageFor(demo.backend)));
    await expectTitle(visit);
    expect(await placesOn(visit.page)).toEqual(['petition-campaign after p in place']);
    expect(visit.warnings).toEqual([]);
  });

  it.for(['#nowhere', '###', ''])(
    '"%s", which the page has not: after the tag, with one warning',
    async (selector, {demo, site, open}) => {
      const visit = await open(site.serve({body: `${dnaTag(demo.backend, `data-target="${selector}"`)}${place}`}));
      await expectTitle(visit);
      expect(await placesOn(visit.page)).toEqual(['petition-campaign after script in body']);
      expect(visit.warnings).toHaveLength(1);
      expect(visit.warnings[0]).toContain(`data-target="${selector}"`);
    },
  );

  it('that a tag in the head names in vain: at the end of the page', async ({demo, site, open}) => {
    const visit = await open(site.serve({head: dnaTag(demo.backend, 'data-target="#nowhere"'), body: place}));
    await expectTitle(visit);
    expect(await placesOn(visit.page)).toEqual(['petition-campaign after p in body']);
    expect(visit.warnings).toHaveLength(1);
  });
});

describe('petition tags in the page', () => {
  const card = (id: string): string => `<petition-card petition="${id}"><a href="#">The petition</a></petition-card>`;

  it.for(['', 'async', 'type="module"'])(
    'take the backend of <script %s>, before it and after it',
    async (kind, {demo, site, open}) => {
      const visit = await open(site.serve({body: card(dna.id) + tag(demo.backend, kind) + card(bilash.id)}));
      await expectTitle(visit, dna.title);
      await expectTitle(visit, bilash.title);
      expect([...visit.errors, ...visit.warnings]).toEqual([]);
    },
  );

  it('take the backend that the second of two tags names, before it and after it', async ({demo, site, open}) => {
    const silent = `<script src="${demo.backend}/embed.js"></script>`;
    const visit = await open(site.serve({body: card(dna.id) + silent + tag(demo.backend) + card(bilash.id)}));
    await expectTitle(visit, dna.title);
    await expectTitle(visit, bilash.title);
    expect(visit.errors).toEqual([]);
  });

  it('are upgraded when a script adds them later', async ({demo, site, open}) => {
    const visit = await open(site.serve({body: tag(demo.backend)}));
    await upgraded(visit.page);
    await visit.page.evaluate((id) => {
      const added = document.createElement('petition-card');
      added.setAttribute('petition', id);
      document.body.append(added);
    }, dna.id);
    await expectTitle(visit, dna.title);
    await visit.page.evaluate((html) => {
      const block = document.createElement('div');
      block.innerHTML = html;
      document.body.append(block);
    }, card(bilash.id));
    await expectTitle(visit, bilash.title);
    expect(visit.warnings).toEqual([]);
  });

  it('are upgraded when they were made before the script came', async ({demo, site, open}) => {
    const visit = await open(site.serve({body: ''}));
    await visit.page.evaluate(
      ([backend, id]) => {
        const early = document.createElement('petition-card');
        Object.assign(early, {petition: id});
        document.body.append(early);
        const script = document.createElement('script');
        script.src = `${backend}/embed.js`;
        script.dataset['backend'] = backend;
        document.body.append(script);
      },
      [demo.backend, dna.id] as const,
    );
    await expectTitle(visit);
  });

  it('of all five kinds, side by side', async ({demo, site, open}) => {
    const names = ['campaign', 'card', 'sign-form', 'counter', 'language-switcher'];
    const all = names.map((name) => `<petition-${name} petition="${dna.id}"></petition-${name}>`).join('');
    const {page, errors, warnings, requests} = await open(site.serve({body: all + tag(demo.backend, 'async')}));
    await page.getByRole('heading', {name: dna.title}).nth(1).waitFor();
    await page.getByRole('button', {name: 'Sign this petition'}).nth(1).waitFor();
    await page.locator('body > petition-counter').getByText('5,136 people have signed').first().waitFor();
    await page.locator('body > petition-language-switcher').getByRole('button', {name: 'English'}).waitFor();
    expect(requests.filter((request) => request.includes(`/v1/petitions/${dna.id}?`))).toHaveLength(1);
    expect([...errors, ...warnings]).toEqual([]);
  });
});
