import {expect} from 'chai';
import {html, type TemplateResult} from 'lit';
import type {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, until} from '../support/dom.ts';
import {deep, has, petition, settled, shows, textOf, warningsOf} from './support/page.ts';

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
