import {expect} from 'chai';
import {html, nothing, type TemplateResult} from 'lit';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {texts} from '../../stories/support/texts.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {deep, deepAll, languageOption, petition, plain, settled, shows, textOf, warningsOf} from './support/page.ts';
import {buttonOf, currentOf, opened, optionsOf, select, switcherOf, tagsOf} from './support/switcher.ts';

const {href: address} = location;
const {state: stateBefore} = history;

/** Puts a query and a hash of the page's own into its address, for the test. */
function visit(changes: string): void {
  const url = new URL(address);
  url.search += changes.split('#')[0] ?? '';
  url.hash = changes.split('#')[1] ?? '';
  history.replaceState({page: 'own'}, '', url);
}

const inAddress = (): string | null => new URLSearchParams(location.search).get('lang');

/** What a page may leave with a browser. */
const traces = (): unknown => [
  document.cookie,
  ...[localStorage, sessionStorage].map((storage) => Object.entries(storage)),
  history.length,
];

const titleIn = (lang: keyof typeof texts): string => plain(texts[lang].title);

const campaign = (client: FakeClient, remember?: string, layout = 'full'): TemplateResult =>
  html`<petition-campaign
    petition=${petition}
    layout=${layout}
    remember=${remember ?? nothing}
    .client=${client}
  ></petition-campaign>`;

afterEach(() => history.replaceState(stateBefore, '', address));

describe('remember="url"', () => {
  for (const layout of ['menu', 'list', 'select']) {
    it(`keeps the choice in the page’s address, and all else of that: ${layout}`, async () => {
      visit('&q=a%20b&lang=&lang=xx&empty=#part-2');
      const switcher = await switcherOf(layout, {remember: 'url', languages: 'en fr zh-Hant'});
      const before = new URL(location.href);
      const entries = history.length;
      for (const lang of ['fr', 'zh-Hant', 'en']) {
        if (layout === 'select') select(switcher, lang);
        else languageOption(switcher, lang).click();
        await until(() => switcher.lang === lang, `it is in ${lang}`);
        const after = new URL(location.href);
        expect(after.searchParams.getAll('lang')).to.deep.equal([lang]);
        expect(after.hash).to.equal('#part-2');
        expect(after.pathname).to.equal(before.pathname);
        for (const url of [before, after]) url.searchParams.delete('lang');
        expect(after.search).to.equal(before.search);
        expect(history.state).to.deep.equal({page: 'own'});
        expect(history.length, 'nothing to go back to').to.equal(entries);
      }
    });
  }

  it('leaves no trace anywhere else', async () => {
    const before = traces();
    const switcher = await switcherOf('list', {remember: 'url'});
    languageOption(switcher, 'fr').click();
    await until(() => inAddress() === 'fr', 'it is kept');
    expect(traces()).to.deep.equal(before);
  });

  it('keeps nothing of a choice that the page has prevented', async () => {
    const switcher = await switcherOf('list', {remember: 'url'});
    switcher.addEventListener('petition-language', (event) => event.preventDefault());
    languageOption(switcher, 'fr').click();
    await switcher.updateComplete;
    expect(location.href).to.equal(address);
  });

  for (const [given, shown] of [
    ['fr', 'fr'],
    ['zh-TW', 'zh-Hant'],
    ['ug', 'ug-Arab'],
    ['AR', 'ar'],
  ] as const) {
    it(`takes the language up from there: ${given}`, async () => {
      visit(`&lang=${given}`);
      const client = new FakeClient();
      const switcher = await switcherOf('menu', {client, remember: 'url'});
      await until(() => currentOf(switcher).join() === shown, `it is in ${shown}`);
      expect(switcher.lang).to.equal(shown);
      expect(client.asked.petition).to.equal(1);
    });
  }

  it('takes up a language that the petition is in and the elements don’t speak', async () => {
    visit('&lang=es');
    const client = new FakeClient({languages: ['en', 'es', 'fr']});
    const switcher = await switcherOf('menu', {client, lang: 'fr', remember: 'url'});
    await until(() => currentOf(switcher).join() === 'es', 'it is in Spanish');
  });

  for (const layout of ['full', 'compact', 'banner']) {
    it(`has a campaign take it up before it asks for anything: ${layout}`, async () => {
      visit('&lang=fr');
      const client = new FakeClient();
      const container = await fixture(campaign(client, 'url', layout), {lang: 'en'});
      const element = one(container, 'petition-campaign', PetitionElement);
      await settled(element);
      await shows(element, titleIn('fr'));
      expect(deepAll(container, 'petition-card, petition-counter').map(({lang}) => lang)).to.deep.equal(['fr', 'fr']);
      expect(client.asked.petition).to.equal(1);
    });
  }

  it('has a campaign keep the choice', async () => {
    const container = await fixture(campaign(new FakeClient(), 'url'), {lang: 'en'});
    await settled(container);
    const switcher = deep(container, 'petition-language-switcher');
    await opened(switcher);
    languageOption(switcher, 'tr').click();
    await until(() => inAddress() === 'tr', 'it is kept');
    await shows(container, titleIn('tr'));
  });

  it('takes it up for all elements of the petition', async () => {
    visit('&lang=fr');
    const client = new FakeClient();
    const container = await fixture(
      html`
        <petition-card petition=${petition} .client=${client}></petition-card>
        <petition-language-switcher petition=${petition} remember="url" .client=${client}></petition-language-switcher>
        <petition-counter petition=${petition} .client=${client}></petition-counter>
      `,
      {lang: 'en'},
    );
    await settled(container);
    await shows(one(container, 'petition-card'), titleIn('fr'));
    await shows(one(container, 'petition-counter'), 'personnes ont signé');
  });

  it('takes it up where the attribute comes later', async () => {
    visit('&lang=fr');
    const switcher = await switcherOf('menu');
    switcher.setAttribute('remember', 'url');
    await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'it is in French');
  });

  it('lets another be chosen, and the page change its own', async () => {
    visit('&lang=fr');
    const switcher = await switcherOf('list', {remember: 'url'});
    await until(() => switcher.lang === 'fr', 'it is in French');
    languageOption(switcher, 'de').click();
    await until(() => switcher.lang === 'de', 'it is in German');
    expect(inAddress()).to.equal('de');
    switcher.parentElement?.setAttribute('lang', 'ar');
    await until(() => switcher.lang === 'ar', 'it is in Arabic');
    languageOption(switcher, 'fr').click();
    await until(() => switcher.lang === 'fr', 'it is in French');
    expect(inAddress()).to.equal('fr');
  });

  for (const nonsense of [
    '',
    '!!',
    'not a language',
    '🙂',
    'e',
    '%00',
    '<script>',
    'nonsense',
    'tlh',
    'en_GB',
    'x'.repeat(9),
  ]) {
    it(`ignores what is no language of the petition: ${JSON.stringify(nonsense)}`, async () => {
      visit(`&lang=${encodeURIComponent(nonsense)}`);
      const client = new FakeClient();
      const container = await fixture(campaign(client, 'url'), {lang: 'fr'});
      await settled(container);
      await shows(container, titleIn('fr'));
      expect(one(container, 'petition-campaign').lang).to.equal('fr');
      expect(textOf(container)).not.to.include('pas encore disponible');
    });
  }

  it('is warned of where it is another, and keeps nothing', async () => {
    const warnings = await warningsOf(async () => {
      visit('&lang=fr');
      const switcher = await switcherOf('list', {remember: 'cookie'});
      await switcherOf('list', {remember: 'cookie'});
      expect(switcher.lang).to.equal('en');
      languageOption(switcher, 'de').click();
      await until(() => switcher.lang === 'de', 'it is in German');
      expect(inAddress()).to.equal('fr');
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<petition-language-switcher>').and.include('remember="cookie"').and.include('url');
  });
});

describe('without remember', () => {
  it('neither the address nor anything else of the page changes, nor is anything taken up', async () => {
    visit('&lang=fr#here');
    const {href} = location;
    const before = traces();
    const container = await fixture(campaign(new FakeClient()), {lang: 'en'});
    await settled(container);
    await shows(container, titleIn('en'));
    const switcher = deep(container, 'petition-language-switcher');
    await opened(switcher);
    languageOption(switcher, 'ar').click();
    await shows(container, titleIn('ar'));
    expect(location.href).to.equal(href);
    expect(traces()).to.deep.equal(before);
    expect(history.state).to.deep.equal({page: 'own'});
  });

  it('the languages of a list are no links', async () => {
    const switcher = await switcherOf('list');
    expect(new Set(optionsOf(switcher).map(({localName}) => localName))).to.deep.equal(new Set(['button']));
  });
});

describe('the languages of a list that is remembered', () => {
  const linksOf = (switcher: Element): HTMLAnchorElement[] =>
    optionsOf(switcher).filter((each) => each instanceof HTMLAnchorElement);

  /** Clicks, and tells whether the browser would have gone there. */
  function goesThere(link: HTMLElement, modifiers: MouseEventInit = {}): boolean {
    let goes = false;
    window.addEventListener(
      'click',
      (event) => {
        goes = !event.defaultPrevented;
        event.preventDefault();
      },
      {once: true},
    );
    link.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true, cancelable: true, ...modifiers}));
    return goes;
  }

  it('are links to the page in each of them', async () => {
    visit('&q=1#here');
    const switcher = await switcherOf('list', {remember: 'url', languages: 'en fr ug-Arab'});
    const links = linksOf(switcher);
    expect(links.map(({lang, hreflang, dir}) => [lang, hreflang, dir])).to.deep.equal([
      ['en', 'en', 'ltr'],
      ['fr', 'fr', 'ltr'],
      ['ug-Arab', 'ug-Arab', 'rtl'],
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).to.deep.equal(['true', null, null]);
    for (const {href, hreflang} of links) {
      const [here, there] = [new URL(location.href), new URL(href)];
      expect(there.searchParams.get('lang')).to.equal(hreflang);
      there.searchParams.delete('lang');
      expect(there.href).to.equal(here.href);
    }
  });

  it('change the language by a click, and stay on the page', async () => {
    const switcher = await switcherOf('list', {remember: 'url'});
    const link = languageOption(switcher, 'fr');
    link.focus();
    expect(goesThere(link)).to.equal(false);
    await until(() => switcher.lang === 'fr', 'it is in French');
    expect(inAddress()).to.equal('fr');
    expect(shadowOf(switcher).activeElement === link, 'the focus stays').to.equal(true);
  });

  for (const [what, modifiers] of [
    ['another tab', {ctrlKey: true}],
    ['another tab of a Mac', {metaKey: true}],
    ['another window', {shiftKey: true}],
    ['a download', {altKey: true}],
  ] as const) {
    it(`leave a click to the browser that asks for ${what}`, async () => {
      const client = new FakeClient();
      const switcher = await switcherOf('list', {client, remember: 'url'});
      expect(goesThere(languageOption(switcher, 'fr'), modifiers)).to.equal(true);
      await switcher.updateComplete;
      expect(currentOf(switcher)).to.deep.equal(['en']);
      expect(client.asked.petition).to.equal(1);
      expect(location.href).to.equal(address);
    });
  }

  it('lead to where the page is by then', async () => {
    const switcher = await switcherOf('list', {remember: 'url'});
    visit('&step=2');
    const link = languageOption(switcher, 'fr');
    link.focus();
    link.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    const {searchParams} = new URL(linksOf(switcher).find(({hreflang}) => hreflang === 'fr')?.href ?? '');
    expect([searchParams.get('step'), searchParams.get('lang')]).to.deep.equal(['2', 'fr']);
  });

  it('are the same ones in the same order after a choice', async () => {
    const switcher = await switcherOf('list', {lang: 'ar', remember: 'url'});
    const before = tagsOf(switcher);
    languageOption(switcher, 'de').click();
    await until(() => switcher.lang === 'de', 'it is in German');
    expect(tagsOf(switcher)).to.deep.equal(before);
  });
});
