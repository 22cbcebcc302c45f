import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import type {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, until} from '../support/dom.ts';
import {deep, has, petition, press, settled, shows, textOf, warningsOf} from './support/page.ts';

const submits: Readonly<Record<string, string>> = {
  en: 'Read and sign',
  ar: 'قراءة العريضة وتوقيعها',
};

const card = (client = new FakeClient(), lang?: string): TemplateResult =>
  lang === undefined
    ? html`<petition-card petition=${petition} .client=${client}></petition-card>`
    : html`<petition-card petition=${petition} lang=${lang} .client=${client}></petition-card>`;

const cardIn = (root: ParentNode): PetitionCard => one(root, 'petition-card', PetitionCard);

const inLanguage = (element: Element, lang: string, dir: string): Promise<void> =>
  until(
    () => element.getAttribute('lang') === lang && element.getAttribute('dir') === dir,
    `the element is in ${lang}, ${dir}`,
  );

/** An element of the page's own, with the widget in its shadow root. */
function shadowHost(mode: ShadowRootMode): {host: HTMLElement; root: ShadowRoot} {
  const host = document.createElement('div');
  return {host, root: host.attachShadow({mode})};
}

function browserAsks(...languages: readonly string[]): void {
  Object.defineProperty(navigator, 'languages', {configurable: true, value: languages});
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'languages');
});

describe('the language of an element', () => {
  for (const [given, shown, dir] of [
    ['zh-TW', 'zh-Hant', 'ltr'],
    ['zh-SG', 'zh-Hans', 'ltr'],
    ['ug-KZ', 'ug-Cyrl', 'ltr'],
    ['ug', 'ug-Arab', 'rtl'],
    ['ug-Latn', 'ug-Latn', 'ltr'],
    ['de-AT', 'de', 'ltr'],
    ['ar-EG', 'ar', 'rtl'],
    ['sr', 'en', 'ltr'],
  ] as const) {
    it(`given as ${given} is ${shown}, which the element shows on itself`, async () => {
      const element = cardIn(await fixture(card(new FakeClient(), given)));
      await inLanguage(element, shown, dir);
      expect(getComputedStyle(element).direction).to.equal(dir);
      expect(element.matches(`:lang(${shown}):dir(${dir})`)).to.equal(true);
    });

    it(`of an ancestor in ${given} is ${shown}`, async () => {
      await inLanguage(cardIn(await fixture(card(), {lang: given})), shown, dir);
    });
  }

  it('is its own before that of what is around it', async () => {
    await inLanguage(cardIn(await fixture(card(new FakeClient(), 'fr'), {lang: 'ar'})), 'fr', 'ltr');
  });

  for (const mode of ['open', 'closed'] as const) {
    it(`is found through an ${mode} shadow root`, async () => {
      const {host, root} = shadowHost(mode);
      const container = await fixture(host, {lang: 'ar'});
      root.append(...(await fixture(card())).children);
      const element = cardIn(root);
      await inLanguage(element, 'ar', 'rtl');
      container.lang = 'ru';
      await inLanguage(element, 'ru', 'ltr');
    });
  }

  it('is found through a slot, where it lies nearer than what is around that', async () => {
    const {host, root} = shadowHost('open');
    const inner = document.createElement('div');
    inner.lang = 'ja';
    inner.append(document.createElement('slot'));
    root.append(inner);
    host.append(...(await fixture(card())).children);
    await fixture(host, {lang: 'ar'});
    const element = cardIn(host);
    await inLanguage(element, 'ja', 'ltr');
    inner.lang = 'tr';
    await inLanguage(element, 'tr', 'ltr');
  });

  it('is the page’s where nothing around it has one', async () => {
    const {documentElement} = document;
    const before = documentElement.lang;
    try {
      documentElement.lang = 'tr-TR';
      await inLanguage(cardIn(await fixture(card())), 'tr', 'ltr');
    } finally {
      documentElement.lang = before;
    }
  });

  it('is the first of the browser’s that there are texts in, where the page has none', async () => {
    const {documentElement} = document;
    const before = documentElement.lang;
    try {
      documentElement.removeAttribute('lang');
      browserAsks('sr', 'zh-HK', 'fr');
      await inLanguage(cardIn(await fixture(card())), 'zh-Hant', 'ltr');
    } finally {
      documentElement.lang = before;
    }
  });

  it('is shown by a counter as soon as it has a first value', async () => {
    const silent = new FakeClient({}, {reading: 'silent'});
    const container = await fixture(
      html`<petition-counter petition=${petition} total="3713" .client=${silent}></petition-counter>`,
      {lang: 'ug'},
    );
    await inLanguage(one(container, 'petition-counter'), 'ug-Arab', 'rtl');
  });

  it('may be another for each element of a page', async () => {
    const languages = ['ar', 'de', 'ja', 'ug-Cyrl'];
    const container = await fixture(languages.map((lang) => html`<div lang=${lang}>${card()}</div>`));
    const elements = [...container.querySelectorAll('petition-card')];
    for (const [index, element] of elements.entries()) {
      const lang = languages[index] ?? '';
      await inLanguage(element, lang, lang === 'ar' ? 'rtl' : 'ltr');
      await until(() => has(element, `[part=title][lang="${lang}"]`), `the title is in ${lang}`);
    }
  });
});

describe('an element follows its language', () => {
  it('when an ancestor’s changes', async () => {
    const container = await fixture(card(), {lang: 'en'});
    const element = cardIn(container);
    await shows(element, submits['en'] ?? '');
    container.lang = 'ar';
    await inLanguage(element, 'ar', 'rtl');
    await shows(element, submits['ar'] ?? '');
    container.removeAttribute('lang');
    await inLanguage(element, 'en', 'ltr');
  });

  it('when its own is set, set to what it shows, and taken away', async () => {
    const container = await fixture(card(), {lang: 'ar'});
    const element = cardIn(container);
    await inLanguage(element, 'ar', 'rtl');
    element.lang = 'fr';
    await inLanguage(element, 'fr', 'ltr');
    element.lang = 'fr';
    container.lang = 'de';
    await settled(element);
    await inLanguage(element, 'fr', 'ltr');
    element.removeAttribute('lang');
    await inLanguage(element, 'de', 'ltr');
  });

  it('when it moves', async () => {
    const from = await fixture(card(), {lang: 'ar'});
    const to = await fixture(html`<p></p>`, {lang: 'ja'});
    const element = cardIn(from);
    await inLanguage(element, 'ar', 'rtl');
    to.append(element);
    await inLanguage(element, 'ja', 'ltr');
    from.append(element);
    await inLanguage(element, 'ar', 'rtl');
  });

  it('with all that is in it', async () => {
    const container = await fixture(
      html`<petition-campaign petition=${petition} .client=${new FakeClient()}></petition-campaign>`,
      {lang: 'en'},
    );
    const campaign = one(container, 'petition-campaign');
    await settled(campaign);
    for (const [lang, dir] of [
      ['ug-Arab', 'rtl'],
      ['de', 'ltr'],
    ] as const) {
      container.lang = lang;
      for (const tag of ['petition-card', 'petition-counter', 'petition-sign-form', 'petition-language-switcher']) {
        await inLanguage(deep(campaign, tag), lang, dir);
      }
    }
    campaign.lang = 'ru';
    await inLanguage(deep(campaign, 'petition-sign-form'), 'ru', 'ltr');
  });

  it('and leaves the page’s fallback in the page’s language until there is more to read', async () => {
    const silent = new FakeClient({}, {reading: 'silent'});
    const container = await fixture(
      html`<petition-card petition=${petition} .client=${silent}><p>متن صفحه</p></petition-card>`,
      {lang: 'fa', dir: 'rtl'},
    );
    const element = cardIn(container);
    await until(() => has(element, 'slot:not([name])'), 'the fallback is shown');
    expect(element.hasAttribute('lang')).to.equal(false);
    expect(element.hasAttribute('dir')).to.equal(false);
    silent.speak();
    await inLanguage(element, 'en', 'ltr');
  });

  it('when an ancestor is defined late, and draws a language around it', async () => {
    const name = 'late-box';
    // Nothing else makes it look again.
    const container = await fixture(
      html`<late-box>
        <petition-counter petition=${petition} no-live .client=${new FakeClient()}></petition-counter>
      </late-box>`,
      {lang: 'en'},
    );
    const element = one(container, 'petition-counter');
    await inLanguage(element, 'en', 'ltr');
    const inner = document.createElement('div');
    inner.lang = 'ja';
    inner.append(document.createElement('slot'));
    customElements.define(
      name,
      class extends HTMLElement {
        connectedCallback(): void {
          this.attachShadow({mode: 'open'}).append(inner);
        }
      },
    );
    await inLanguage(element, 'ja', 'ltr');
    inner.lang = 'ar';
    await inLanguage(element, 'ar', 'rtl');
  });

  it('from slot to slot', async () => {
    const {host, root} = shadowHost('open');
    for (const lang of ['ar', 'tr']) {
      const part = document.createElement('div');
      const slot = document.createElement('slot');
      part.lang = lang;
      slot.name = lang;
      part.append(slot);
      root.append(part);
    }
    host.append(...(await fixture(card())).children);
    const element = cardIn(host);
    element.slot = 'ar';
    await fixture(host);
    await inLanguage(element, 'ar', 'rtl');
    element.slot = 'tr';
    await inLanguage(element, 'tr', 'ltr');
  });

  it('as a copy, too, which is given what it was given', async () => {
    const container = await fixture(html`${card()}${card(new FakeClient(), 'de-AT')}`, {lang: 'ar'});
    const [first, second] = [...container.querySelectorAll('petition-card')];
    if (!first || !second) throw new Error('There are no two cards');
    await inLanguage(first, 'ar', 'rtl');
    await inLanguage(second, 'de', 'ltr');
    const copies = [first, second].map((each) => each.cloneNode(true));
    const other = await fixture(html`<div></div>`, {lang: 'ru'});
    for (const copy of copies) if (copy instanceof PetitionCard) copy.client = new FakeClient();
    other.append(...copies);
    const [one0, two] = [...other.querySelectorAll('petition-card')];
    if (!one0 || !two) throw new Error('There are no two copies');
    await inLanguage(one0, 'ru', 'ltr');
    await inLanguage(two, 'de', 'ltr');
    two.lang = 'ja';
    await inLanguage(two, 'ja', 'ltr');
  });

  it('past what is no language tag, of which it warns', async () => {
    const warnings = await warningsOf(async () => {
      const container = await fixture(
        html`<div lang="ar"><div lang="de_AT">${card(new FakeClient(), 'fr_FR')}</div></div>`,
        {lang: 'ja'},
      );
      await inLanguage(cardIn(container), 'ar', 'rtl');
    });
    expect(warnings.map((warning) => warning.replace('petition-widgets: ', ''))).to.deep.equal([
      '"fr_FR" is no language tag',
      '"de_AT" is no language tag',
    ]);
  });

  it('and warns of nothing', async () => {
    const warnings = await warningsOf(async () => {
      const container = await fixture(card(), {lang: 'ug-KZ'});
      await inLanguage(cardIn(container), 'ug-Cyrl', 'ltr');
      container.lang = 'sr';
      await inLanguage(cardIn(container), 'en', 'ltr');
    });
    expect(warnings).to.deep.equal([]);
  });
});

describe('a choice that the page has overruled', () => {
  async function overruled(): Promise<{container: HTMLElement; element: PetitionCard; client: FakeClient}> {
    const client = new FakeClient();
    const container = await fixture(card(client), {lang: 'en'});
    const element = cardIn(container);
    await settled(element);
    press(element, 'Français').click();
    await inLanguage(element, 'fr', 'ltr');
    container.lang = 'de';
    await inLanguage(element, 'de', 'ltr');
    return {container, element, client};
  }

  it('is so for those that join later', async () => {
    const {container, client} = await overruled();
    const later = document.createElement('petition-card');
    Object.assign(later, {petition, client});
    container.append(later);
    for (const each of container.querySelectorAll('petition-card')) await inLanguage(each, 'de', 'ltr');
  });

  it('is so for the parts of an element that come later', async () => {
    const {element} = await overruled();
    element.noLanguages = true;
    await until(() => !has(element, 'petition-language-switcher'), 'the languages are gone');
    element.noLanguages = false;
    await until(() => has(element, 'petition-language-switcher'), 'the languages are back');
    await inLanguage(deep(element, 'petition-language-switcher'), 'de', 'ltr');
  });

  it('is followed by the next choice', async () => {
    const {element} = await overruled();
    press(element, 'English').click();
    await inLanguage(element, 'en', 'ltr');
    press(element, 'Français').click();
    await inLanguage(element, 'fr', 'ltr');
  });
});

describe('a language in the page’s address', () => {
  const {href} = location;

  afterEach(() => {
    history.replaceState(history.state, '', href);
  });

  it('is taken up when that is asked for later', async () => {
    const address = new URL(href);
    address.searchParams.set('lang', 'ja');
    history.replaceState(history.state, '', address);
    const container = await fixture(
      html`<petition-language-switcher petition=${petition} .client=${new FakeClient()}></petition-language-switcher>`,
      {lang: 'en'},
    );
    const element = one(container, 'petition-language-switcher');
    await inLanguage(element, 'en', 'ltr');
    element.setAttribute('remember', 'url');
    await inLanguage(element, 'ja', 'ltr');
  });
});

describe('a select of some languages', () => {
  it('has the one that is read, too', async () => {
    const container = await fixture(
      html`<petition-language-switcher
        petition=${petition}
        layout="select"
        languages="de fr"
        .client=${new FakeClient()}
      ></petition-language-switcher>`,
      {lang: 'en'},
    );
    const element = one(container, 'petition-language-switcher');
    await settled(element);
    const select = deep(element, 'select', HTMLSelectElement);
    expect(Array.from(select.options, ({value}) => value)).to.deep.equal(['de', 'en', 'fr']);
    expect(select.value).to.equal('en');
  });
});

/** A petition in these languages, and what it was asked for in. */
class AskedClient extends FakeClient {
  readonly askedIn: string[] = [];

  override petition(...[id, lang, signal]: Parameters<FakeClient['petition']>): ReturnType<FakeClient['petition']> {
    this.askedIn.push(lang);
    return super.petition(id, lang, signal);
  }
}

const lineOf = (element: PetitionElement): string | undefined =>
  has(element, '[part=untranslated]') ? textOf(deep(element, '[part=untranslated]')) : undefined;

async function showing(lang: string, languages: readonly string[]): Promise<{element: PetitionCard; asked: string[]}> {
  const client = new AskedClient({languages: [...languages]});
  const element = cardIn(await fixture(card(client), {lang}));
  await settled(element);
  return {element, asked: client.askedIn};
}

describe('a petition', () => {
  for (const [lang, languages, asked, title] of [
    ['zh-TW', ['en', 'zh-Hans', 'zh-Hant'], ['zh-Hant'], 'zh-Hant'],
    ['de-AT', ['en', 'de'], ['de'], 'de'],
    ['ug', ['en', 'ug-Latn', 'ug-Arab'], ['ug-Arab'], 'ug-Arab'],
    ['sr', ['ja', 'en'], ['sr', 'en'], 'en'],
    ['sr', ['en', 'ja'], ['sr'], 'en'],
  ] as const) {
    it(`in ${languages.join(', ')} is asked for in ${asked.join(', then ')} for a reader of ${lang}`, async () => {
      const {element, asked: askedIn} = await showing(lang, languages);
      await until(() => has(element, `[part=title][lang="${title}"]`), `the title is in ${title}`);
      expect(askedIn).to.deep.equal(asked);
      expect(lineOf(element)).to.equal(undefined);
    });
  }

  it('that isn’t in the reader’s language is marked as what it is in, and says so', async () => {
    const {element, asked} = await showing('ar', ['fr', 'ja']);
    await until(() => lineOf(element), 'the line is there');
    expect(lineOf(element)).to.equal('هذه العريضة غير متوفرة بالعربية بعد. لغة النص: الفرنسية');
    for (const part of ['title', 'summary']) {
      const {lang, dir} = deep(element, `[part=${part}]`);
      expect([lang, dir]).to.deep.equal(['fr', 'ltr']);
    }
    await inLanguage(element, 'ar', 'rtl');
    expect(asked).to.deep.equal(['ar']);
  });

  it('says so once in a campaign, and in the form that stands alone', async () => {
    const client = new FakeClient({languages: ['fr']});
    const container = await fixture(
      html`<petition-campaign petition=${petition} .client=${client}></petition-campaign>
        <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>`,
      {lang: 'en'},
    );
    for (const tag of ['petition-campaign', 'petition-sign-form']) {
      const element = one(container, tag);
      await settled(element);
      const line = 'This petition is not available in English yet. Language of the text: French';
      await shows(element, line);
      expect(textOf(element).split(line)).to.have.length(2);
    }
  });

  it('doesn’t say so while the reader’s language may still come', async () => {
    const client = new FakeClient();
    const container = await fixture(card(client), {lang: 'en'});
    const element = cardIn(container);
    await settled(element);
    client.reading = 'silent';
    container.lang = 'ar';
    await inLanguage(element, 'ar', 'rtl');
    expect(deep(element, '[part=title]').lang).to.equal('en');
    expect(lineOf(element)).to.equal(undefined);
    client.speak();
    await until(() => deep(element, '[part=title]').lang === 'ar', 'the title is in Arabic');
    expect(lineOf(element)).to.equal(undefined);
  });
});
