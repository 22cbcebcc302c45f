import {expect} from 'chai';
import {html} from 'lit';
import {PetitionLanguageEvent} from '../../src/elements/base/events.ts';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {deep, languageOption, petition, plain, settled, shows, textOf} from './support/page.ts';

const speaks = (element: Element, lang: string): Promise<void> =>
  until(() => element.getAttribute('lang') === lang, `the ${element.localName} speaks ${lang}`);

async function choose(element: Element, lang: string): Promise<void> {
  languageOption(element, lang).click();
  await speaks(element, lang);
}

async function cardIn(lang: string, client = new FakeClient()): Promise<{container: HTMLElement; card: PetitionCard}> {
  const container = await fixture(html`<petition-card petition=${petition} .client=${client}></petition-card>`, {lang});
  const card = one(container, 'petition-card', PetitionCard);
  await settled(card);
  return {container, card};
}

describe('the last word on the language', () => {
  it('is the reader’s where the page answers a choice by a language of its own', async () => {
    const {container, card} = await cardIn('de');
    container.addEventListener('petition-language', (event) => {
      if (event instanceof PetitionLanguageEvent) container.lang = 'en';
    });
    await choose(card, 'fr');
    await shows(card, 'Lire et signer');
    container.lang = 'ja';
    await speaks(card, 'ja');
  });

  it('is heard by another petition’s element inside, too', async () => {
    const client = new FakeClient();
    const container = await fixture(
      html`<petition-card petition=${petition} .client=${client}>
        <div slot="footer"><petition-counter petition="another" no-live></petition-counter></div>
      </petition-card>`,
      {lang: 'en'},
    );
    const card = one(container, 'petition-card');
    const counter = one(container, 'petition-counter', PetitionCounter);
    await settled(card);
    await speaks(counter, 'en');
    await choose(card, 'fr');
    await speaks(counter, 'fr');
  });

  it('of one petition does not become another’s', async () => {
    const client = new FakeClient();
    const container = await fixture(
      html`<petition-card petition=${petition} .client=${client}>
          <div slot="footer"><petition-counter petition="another" no-live></petition-counter></div>
        </petition-card>
        <petition-card petition="another" .client=${client}></petition-card>`,
      {lang: 'en'},
    );
    const [first, second] = [...container.querySelectorAll('petition-card')];
    if (!first || !second) throw new Error('There are no two cards');
    await settled(first);
    await settled(second);
    await choose(second, 'de');
    await choose(first, 'fr');
    languageOption(second, 'en').click();
    await speaks(second, 'en');
    await speaks(first, 'fr');
    await speaks(one(container, 'petition-counter'), 'en');
  });

  it('keeps the region that the page has named', async () => {
    const {card} = await cardIn('ar-MA');
    const total = (): string => plain(deep(card, '[part=total]').textContent);
    expect(total()).to.equal('5.136');
    await choose(card, 'fr');
    await choose(card, 'ar');
    await until(() => total() === '5.136', 'the number is written as in Morocco');
  });
});

describe('a change of the language', () => {
  it('is told aloud where the reader has made it, and not where the page has', async () => {
    const {container, card} = await cardIn('en');
    const status = deep(card, 'petition-language-switcher').shadowRoot?.querySelector('[role=status]');
    if (!status) throw new Error('Nothing is told');
    await choose(card, 'fr');
    await until(() => plain(status.textContent) === 'Langue modifiée : français', 'it is told');
    container.lang = 'de';
    await speaks(card, 'de');
    await until(() => plain(status.textContent) === '', 'it is told no more');
    container.lang = 'fr';
    await speaks(card, 'fr');
    await shows(card, 'Lire et signer');
    expect(plain(status.textContent)).to.equal('');
  });

  it('brings its sentences along', async () => {
    const {container, card} = await cardIn('en');
    await shows(card, 'people have signed');
    const seen = new Set<string>();
    const counter = deep(card, 'petition-counter');
    const observer = new MutationObserver(() => seen.add(textOf(deep(counter, '[part=sentence]'))));
    observer.observe(shadowOf(counter), {subtree: true, childList: true, characterData: true});
    for (const lang of ['tr', 'ru', 'zh-Hant']) {
      container.lang = lang;
      await speaks(card, lang);
    }
    await shows(card, '連署');
    observer.disconnect();
    expect(seen.size).to.be.above(2);
    const bare = [...seen].filter((sentence) => !/\p{L}/u.test(sentence));
    expect(bare).to.deep.equal([]);
  });

  it('leaves a petition closed that has closed', async () => {
    const client = new FakeClient();
    const {container, card} = await cardIn('en', client);
    expect(card.matches(':state(closed)')).to.equal(false);
    client.changes = {status: 'closed'};
    container.lang = 'fr';
    await until(() => card.matches(':state(closed)'), 'it is closed in French');
    container.lang = 'en';
    await speaks(card, 'en');
    await until(() => card.matches(':state(closed)'), 'it is closed in English');
    await shows(card, 'This petition is closed');
  });
});

describe('the direction of an element', () => {
  it('is that of its texts, whatever the page makes of it', async () => {
    const {card} = await cardIn('ar');
    for (const dir of ['ltr', 'auto', null]) {
      if (dir === null) card.removeAttribute('dir');
      else card.setAttribute('dir', dir);
      await until(() => card.dir === 'rtl', 'it runs from right to left');
    }
  });
});

describe('the languages on offer', () => {
  it('are found by any tag of theirs', async () => {
    const container = await fixture(
      html`<petition-language-switcher
        petition=${petition}
        layout="select"
        languages="EN ug-latn zh-TW"
        .client=${new FakeClient()}
      ></petition-language-switcher>`,
      {lang: 'en'},
    );
    const switcher = one(container, 'petition-language-switcher');
    await settled(switcher);
    const options = Array.from(deep(switcher, 'select', HTMLSelectElement).options, ({value}) => value);
    expect(options).to.deep.equal(['en', 'ug-Latn', 'zh-Hant']);
  });
});
