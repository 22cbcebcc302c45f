import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';
import type {Locator, Page, Route} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {
  cataloguesIn,
  catalogueUrl,
  hold,
  language,
  languagePartsIn,
  languages,
  petitionUrl,
  readingsIn,
  type Spoken,
  spokenOn,
  waitForLanguage,
} from './support/languages.ts';
import {bilash, signIn, somebody} from './support/petitions.ts';
import {quiet, type Visit} from './support/visit.ts';

const chunks = join(import.meta.dirname, '../../dist/chunks');

/** How many bytes a language may cost. */
const mostBytes = 4096;

const withoutEnglish = languages.filter(({tag}) => tag !== 'en');

const script = (backend: string): string => `<script src="${backend}/embed.js" data-backend="${backend}"></script>`;

/** An element that shows the petition that is in all languages. */
const element = (name: string, attributes = ''): string =>
  `<petition-${name} petition="${bilash.id}" ${attributes}></petition-${name}>`;

const card = (attributes = ''): string => element('card', `no-languages ${attributes}`);
const form = (attributes = ''): string => element('sign-form', attributes);
const cardAndForm = card() + form();

/** The language that each element of ours shows itself in, and its direction, by its id. */
const markedOn = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('[petition]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.filter((each) => each instanceof HTMLElement).map(({id, lang, dir}) => [id, `${lang} ${dir}`]),
      ),
    );

async function expectMarked(page: Page, marked: Readonly<Record<string, string>>): Promise<void> {
  await expect.poll(() => markedOn(page), {timeout: 60_000}).toEqual(marked);
}

async function expectTitle(within: Locator, {tag, title}: Spoken): Promise<void> {
  await within.locator(`[part="title"][lang="${tag}"]`).getByText(title, {exact: true}).waitFor();
}

const originsOf = (requests: readonly string[]): string[] => [
  ...new Set(requests.map((request) => new URL(request.replace(/^\S+ /, '')).origin)),
];

describe('the files of the languages', () => {
  it.for(withoutEnglish)('$tag: one, of less than 4 KB', async ({tag}, {demo}) => {
    expect(demo.backend).not.toBe('');
    const names = await readdir(chunks);
    const own = names.filter((name) => catalogueUrl(tag).test(`/chunks/${name}`));
    expect(own).toHaveLength(1);
    const bytes = await readFile(join(chunks, own[0] ?? ''));
    expect(brotliCompressSync(bytes).length).toBeLessThan(mostBytes);
  });

  it('are none for English, which comes with the script', async ({demo}) => {
    expect(demo.backend).not.toBe('');
    const names = await readdir(chunks);
    expect(names.filter((name) => catalogueUrl('en').test(`/chunks/${name}`))).toEqual([]);
  });
});

describe('a page in one language', () => {
  it.for(languages)(
    '$tag: asks for its texts and the petition at once, and for nothing twice',
    async (spoken, {demo, site, open}) => {
      const {tag} = spoken;
      const visit = await open('about:blank');
      const {page, requests} = visit;
      const releases = [await hold(page, petitionUrl), await hold(page, catalogueUrl(tag))];
      await page.goto(site.serve({lang: tag, body: element('campaign') + script(demo.backend)}));
      const catalogue = tag === 'en' ? [] : [tag];
      await expect
        .poll(() => [cataloguesIn(requests), readingsIn(requests)], {timeout: 60_000})
        .toEqual([catalogue, [tag]]);
      for (const release of releases) release();
      await waitForLanguage(page, spoken);
      await quiet(page);

      expect(languagePartsIn(requests)).toEqual(catalogue);
      expect(requests).toHaveLength(new Set(requests).size);
      expect(readingsIn(requests)).toEqual([tag]);
      expect(originsOf(requests).toSorted()).toEqual([demo.backend, site.origin].toSorted());
      expect([...visit.errors, ...visit.warnings]).toEqual([]);
    },
  );
});

describe('a page in Uyghur', () => {
  it.for([
    {spoken: language('ug-Arab'), date: '18-ئىيۇن، 2019'},
    {spoken: language('ug-Cyrl'), date: '18-июнь, 2019'},
    {spoken: language('ug-Latn'), date: '18-iyun, 2019'},
  ])(
    '$spoken.tag: has its dates with its texts, and no countries where none are asked for',
    async ({spoken, date}, {demo, site, open}) => {
      const {tag} = spoken;
      const closed = '<petition-sign-form petition="stop-chen-quanguo"></petition-sign-form>';
      const visit = await open(site.serve({lang: tag, body: card() + closed + script(demo.backend)}));
      const {page, requests} = visit;
      await expectTitle(page.locator('petition-card'), spoken);
      await page.locator('petition-sign-form[lang]').waitFor();
      await quiet(page);
      expect(await page.locator('petition-card time').textContent()).toBe(date);
      expect(languagePartsIn(requests)).toEqual([tag]);
      expect([...visit.errors, ...visit.warnings]).toEqual([]);
    },
  );

  it('names the countries in each of its scripts, in alphabetical order, and keeps the one that was chosen', async ({
    demo,
    site,
    open,
  }) => {
    const scripts = {'ug-Arab': /\p{Script=Arab}/u, 'ug-Cyrl': /\p{Script=Cyrl}/u, 'ug-Latn': /\p{Script=Latn}/u};
    const germany = {'ug-Arab': 'گېرمانىيە', 'ug-Cyrl': 'Германия', 'ug-Latn': 'Gérmaniye', ja: 'ドイツ'};
    const {page, errors, warnings} = await open(
      site.serve({body: cardAndForm + element('language-switcher', 'layout="select"') + script(demo.backend)}),
    );
    await waitForLanguage(page, language('en'));
    const country = page.locator('[name="country"]');
    await country.focus();
    await country.selectOption('Germany');
    const namesThere = (): Promise<string[]> => country.locator('option:not(:first-child)').allTextContents();
    const chosenName = (): Promise<string> => country.locator('option:checked').innerText();
    for (const tag of ['ug-Arab', 'ug-Cyrl', 'ja', 'ug-Latn'] as const) {
      await page.locator('petition-language-switcher select').selectOption(tag);
      await waitForLanguage(page, language(tag));
      await expect.poll(chosenName, {timeout: 60_000}).toBe(germany[tag]);
      expect(await country.inputValue()).toBe('DE');
      if (tag === 'ja') continue;
      const named = await namesThere();
      expect(named).toHaveLength(249);
      expect(named.filter((name) => !scripts[tag].test(name))).toEqual([]);
      expect(named).toEqual(named.toSorted(new Intl.Collator(tag).compare));
    }
    expect([...errors, ...warnings]).toEqual([]);
  });
});

describe('several languages on one page', () => {
  it('stand side by side, each with its own direction, and are asked for once', async ({demo, site, open}) => {
    const body = `
      ${card('id="none"')}
      <div lang="ar">${card('id="block"')}</div>
      <div lang="zh-TW">${card('id="region"')}</div>
      <div lang="ug">${card('id="script"')}${card('id="twice"')}</div>
      <section lang="fr"><div>${card('id="far"')}<div lang="ru">${card('id="near"')}</div></div></section>
      <div lang="de">${card('id="own" lang="ja"')}</div>`;
    const visit = await open(site.serve({body: body + script(demo.backend)}));
    const {page, requests} = visit;
    await expectMarked(page, {
      none: 'en ltr',
      block: 'ar rtl',
      region: 'zh-Hant ltr',
      script: 'ug-Arab rtl',
      twice: 'ug-Arab rtl',
      far: 'fr ltr',
      near: 'ru ltr',
      own: 'ja ltr',
    });
    for (const id of ['none', 'block', 'region', 'script', 'twice', 'far', 'near', 'own']) {
      const host = page.locator(`#${id}`);
      const tag = await host.getAttribute('lang');
      const spoken = languages.find((each) => each.tag === tag);
      expect(spoken).toBeDefined();
      if (spoken) await expectTitle(host, spoken);
    }
    const tags = ['ar', 'en', 'fr', 'ja', 'ru', 'ug-Arab', 'zh-Hant'];
    expect(readingsIn(requests).toSorted()).toEqual(tags);
    expect(cataloguesIn(requests).toSorted()).toEqual(tags.filter((tag) => tag !== 'en'));
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });

  it('follow the page’s script wherever it changes a language around them', async ({demo, site, open}) => {
    // Neither of them asks for the count now and then, at which they would look around anyway.
    const outside = element('counter', 'no-live id="outside"');
    const body = `<main lang="de"><div id="block">${form('id="inside"')}</div></main>${outside}`;
    const visit = await open(site.serve({body: body + script(demo.backend)}));
    const {page, requests} = visit;
    const change = (selector: string, lang: string): Promise<void> =>
      page.locator(selector).evaluate((changed, tag) => changed.setAttribute('lang', tag), lang);
    const takeAway = (selector: string): Promise<void> =>
      page.locator(selector).evaluate((changed) => changed.removeAttribute('lang'));
    await expectMarked(page, {inside: 'de ltr', outside: 'en ltr'});
    await change('main', 'ar');
    await expectMarked(page, {inside: 'ar rtl', outside: 'en ltr'});
    await change('#block', 'ja');
    await expectMarked(page, {inside: 'ja ltr', outside: 'en ltr'});
    await change('#inside', 'ug-KZ');
    await expectMarked(page, {inside: 'ug-Cyrl ltr', outside: 'en ltr'});
    await takeAway('#inside');
    await takeAway('#block');
    await expectMarked(page, {inside: 'ar rtl', outside: 'en ltr'});
    await takeAway('main');
    await change('html', 'zh-HK');
    await expectMarked(page, {inside: 'zh-Hant ltr', outside: 'zh-Hant ltr'});
    await page.getByRole('button', {name: language('zh-Hant').submit}).waitFor();
    expect(new Set(readingsIn(requests)).size).toBe(readingsIn(requests).length);
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });

  it('are another one for what is moved, and the first again when it is moved back', async ({demo, site, open}) => {
    const body = `<div id="from" lang="fr">${card('id="card"')}</div><div id="to" lang="ar"></div>`;
    const visit = await open(site.serve({body: body + script(demo.backend)}));
    const {page, requests} = visit;
    const moveTo = (place: string): Promise<void> =>
      page.evaluate((id) => {
        const moved = document.querySelector('#card');
        if (moved) document.querySelector(`#${id}`)?.append(moved);
      }, place);
    const moved = page.locator('#card');
    for (const [place, spoken] of [
      ['from', language('fr')],
      ['to', language('ar')],
      ['from', language('fr')],
    ] as const) {
      await moveTo(place);
      await expectTitle(moved, spoken);
      await expectMarked(page, {card: `${spoken.tag} ${spoken.dir}`});
    }
    expect(readingsIn(requests)).toEqual(['fr', 'ar']);
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });

  it('reach into a component of the page, also a closed one, and out of it through a slot', async ({
    demo,
    site,
    open,
  }) => {
    const components = `<script>
      window.inside = {};
      for (const mode of ['open', 'closed']) {
        customElements.define('partner-' + mode, class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({mode});
            root.innerHTML = '${form()}<div lang="tr">${form()}</div>';
            [inside[mode], inside[mode + ' block']] = root.querySelectorAll('petition-sign-form');
          }
        });
      }
      customElements.define('partner-frame', class extends HTMLElement {
        connectedCallback() {
          this.attachShadow({mode: 'open'}).innerHTML = '<div lang="ar"><slot></slot></div>';
          inside.slotted = this.querySelector('petition-sign-form');
        }
      });
    </script>`;
    const body = `<div id="around" lang="fr"><partner-open></partner-open><partner-closed></partner-closed></div>
      <partner-frame>${form()}</partner-frame>`;
    const visit = await open(site.serve({body: body + components + script(demo.backend)}));
    const {page} = visit;
    const shown = (): Promise<Record<string, string>> =>
      page.evaluate(() => {
        const inside: Record<string, HTMLElement> = Reflect.get(window, 'inside');
        return Object.fromEntries(
          Object.entries(inside).map(([name, {lang, dir, shadowRoot}]) => [
            name,
            `${lang} ${dir}: ${shadowRoot?.querySelector('[part="submit"]')?.textContent.trim() ?? ''}`,
          ]),
        );
      });
    const seen = ({tag, dir, submit}: Spoken): string => `${tag} ${dir}: ${submit}`;
    const turkish = seen(language('tr'));
    const blocks = {'open block': turkish, 'closed block': turkish};
    const [french, arabic, russian] = [seen(language('fr')), seen(language('ar')), seen(language('ru'))];
    await expect.poll(shown, {timeout: 60_000}).toEqual({...blocks, open: french, closed: french, slotted: arabic});

    await page.locator('#around').evaluate((around) => around.setAttribute('lang', 'ru'));
    await page.locator('partner-frame > div').evaluate((frame) => frame.removeAttribute('lang'));
    const english = seen(language('en'));
    await expect.poll(shown, {timeout: 60_000}).toEqual({...blocks, open: russian, closed: russian, slotted: english});

    await page.locator('partner-closed').evaluate((host) => host.setAttribute('lang', 'ar'));
    await expect.poll(shown, {timeout: 60_000}).toEqual({...blocks, open: russian, closed: arabic, slotted: english});
    expect([...visit.errors, ...visit.warnings]).toEqual([]);
  });
});

describe('a page that says no language', () => {
  it.for([
    {locale: 'zh-TW', asked: 'zh-Hant', spoken: language('zh-Hant')},
    {locale: 'ug', asked: 'ug-Arab', spoken: language('ug-Arab')},
    {locale: 'de-AT', asked: 'de', spoken: language('de')},
    {locale: 'sr', asked: 'sr', spoken: language('en')},
  ])(
    'speaks that of a browser in $locale, and asks for $asked',
    async ({locale, asked, spoken}, {demo, site, open}) => {
      const visit = await open(site.serve({lang: '', body: cardAndForm + script(demo.backend)}), {locale});
      await waitForLanguage(visit.page, spoken);
      expect(readingsIn(visit.requests)).toEqual([asked]);
      expect(cataloguesIn(visit.requests)).toEqual(spoken.tag === 'en' ? [] : [spoken.tag]);
      expect([...visit.errors, ...visit.warnings]).toEqual([]);
    },
  );
});

describe('a language whose texts can’t be had', () => {
  const failures: Readonly<Record<string, (route: Route) => Promise<void>>> = {
    'as the connection breaks': (route) => route.abort(),
    'as they are not there': (route) =>
      route.continue({
        url: route
          .request()
          .url()
          .replace(/fr\.[\w-]{43}/, `fr.${'0'.repeat(43)}`),
      }),
    'as they never come': () => Promise.resolve(),
  };

  const [german, french] = [language('de'), language('fr')];

  const body = cardAndForm + element('language-switcher', 'layout="list"');
  const list = ({page}: Visit): Locator => page.locator('petition-language-switcher');
  const choose = (visit: Visit, {name}: Spoken): Promise<void> =>
    list(visit).getByRole('button', {name, exact: true}).click();

  /** Waits for the German page, types a name, and has the list show all languages. */
  async function begin(visit: Visit): Promise<void> {
    await waitForLanguage(visit.page, german);
    await visit.page.locator('[name="givenName"]').fill('Amina');
    await list(visit).getByRole('button').last().click();
  }

  /** Chromium has a line of its own for what is loaded ahead and doesn't come. */
  const oursAmong = (warnings: readonly string[]): string[] =>
    warnings.filter((warning) => warning.includes('petition-widgets'));

  /** What is typed and what the form says stay; one warning tells why. */
  async function expectGerman({page, warnings}: Visit): Promise<void> {
    await expect.poll(() => oursAmong(warnings), {timeout: 60_000}).toHaveLength(1);
    expect(oursAmong(warnings)[0]).toContain('the texts for "fr" did not load');
    expect(await spokenOn(page)).toMatchObject({de: expect.arrayContaining([german.submit])});
    expect(await page.locator('[name="givenName"]').inputValue()).toBe('Amina');
  }

  it.for(Object.entries(failures))(
    '%s, leaves the one before, with one warning, and can be had later',
    async ([, fail], {demo, site, open}) => {
      const visit = await open(site.serve({lang: 'de', body: body + script(demo.backend)}));
      await begin(visit);
      await visit.page.route(catalogueUrl('fr'), fail);
      await choose(visit, french);
      await expectGerman(visit);
      await choose(visit, german);
      await waitForLanguage(visit.page, german);

      await visit.page.unroute(catalogueUrl('fr'));
      await choose(visit, french);
      await waitForLanguage(visit.page, french);
      expect(await visit.page.locator('[name="givenName"]').inputValue()).toBe('Amina');
      expect(oursAmong(visit.warnings)).toHaveLength(1);
    },
  );

  it('is asked for again when it is chosen once more', async ({demo, site, open}) => {
    const visit = await open(site.serve({lang: 'de', body: body + script(demo.backend)}));
    await begin(visit);
    await visit.page.route(catalogueUrl('fr'), (route) => route.abort());
    await choose(visit, french);
    await expectGerman(visit);
    await visit.page.unroute(catalogueUrl('fr'));
    await choose(visit, french);
    await waitForLanguage(visit.page, french);
    await signIn(visit.page, somebody());
  });
});

describe('remember="url"', () => {
  it('keeps the language through a reload, which asks for no other', async ({demo, site, open}) => {
    const body = element('campaign', 'remember="url"') + script(demo.backend);
    const {page, requests, errors, warnings} = await open(`${site.serve({body})}?from=mail#sign`);
    await waitForLanguage(page, language('en'));
    await page.locator('petition-language-switcher [part="button"]').click();
    await page.getByRole('option', {name: language('ug-Latn').name}).click();
    await waitForLanguage(page, language('ug-Latn'));
    expect(new URL(page.url()).search).toBe('?from=mail&lang=ug-Latn');
    expect(new URL(page.url()).hash).toBe('#sign');

    const asked = requests.length;
    await page.reload();
    await waitForLanguage(page, language('ug-Latn'));
    expect(readingsIn(requests.slice(asked))).toEqual(['ug-Latn']);
    expect(cataloguesIn(requests.slice(asked))).toEqual(['ug-Latn']);
    expect([...errors, ...warnings]).toEqual([]);
  });
});
