import {sendKeys} from '@web/test-runner-commands';
import {expect} from 'chai';
import {html} from 'lit';
import {PetitionLanguageEvent} from '../../src/elements/base/events.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {nextEvent, shadowOf, until} from '../support/dom.ts';
import {eventsOf, languageOption, petition, textOf} from './support/page.ts';
import {buttonOf, focusedTag, isOpen, menuOf, opened, showing, switcherOf} from './support/switcher.ts';

const leadsTo = (switcher: Element, tag: string, by: string): Promise<void> =>
  until(() => focusedTag(switcher) === tag, `${by} leads to ${tag}`).catch((error: unknown) => {
    throw new Error(`${String(error)}; it leads to ${focusedTag(switcher) ?? 'nothing'}`);
  });

const buttonHasFocus = (switcher: Element): Promise<void> =>
  until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');

/** A key as the browser tells of it, in any script; `at` is when, in ms, where that matters. */
function key(switcher: Element, name: string, options: KeyboardEventInit & {readonly at?: number} = {}): KeyboardEvent {
  const {at, ...modifiers} = options;
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...modifiers,
  });
  if (at !== undefined) Object.defineProperty(event, 'timeStamp', {value: at});
  const {activeElement} = shadowOf(switcher);
  if (!activeElement) throw new Error('Nothing in the switcher has the focus');
  activeElement.dispatchEvent(event);
  return event;
}

/** The word as it is typed by somebody who doesn't stop in between. */
function type(switcher: Element, word: string, from = 0): void {
  for (const [index, letter] of Array.from(word).entries()) key(switcher, letter, {at: from + index * 100});
}

describe('the keys of a language menu', () => {
  it('walk through it as through any listbox', async () => {
    const switcher = await switcherOf('menu', {languages: 'en fr ar ug-Arab'});
    buttonOf(switcher).focus();
    await sendKeys({press: 'ArrowDown'});
    await until(() => isOpen(switcher) && focusedTag(switcher) === 'en', 'the menu is open');
    for (const [name, tag] of [
      ['ArrowDown', 'fr'],
      ['ArrowDown', 'ug-Arab'],
      ['ArrowUp', 'fr'],
      ['End', 'ar'],
      ['ArrowDown', 'ar'],
      ['Home', 'en'],
      ['ArrowUp', 'en'],
      ['f', 'fr'],
    ] as const) {
      await sendKeys({press: name});
      await leadsTo(switcher, tag, name);
    }
    expect(textOf(buttonOf(switcher))).to.include('English');
  });

  for (const name of ['ArrowDown', 'ArrowUp', 'Enter', ' ']) {
    it(`open it: “${name}”`, async () => {
      const switcher = await switcherOf('menu', {lang: 'fr'});
      buttonOf(switcher).focus();
      await sendKeys({press: name});
      await until(() => isOpen(switcher), 'the menu is open');
      await leadsTo(switcher, 'fr', name);
    });
  }

  for (const name of ['Enter', ' ']) {
    it(`choose, and give the focus back to the button: “${name}”`, async () => {
      const switcher = await switcherOf('menu', {languages: 'en fr'});
      await opened(switcher);
      const chosen = nextEvent(document, 'petition-language', PetitionLanguageEvent);
      await sendKeys({press: 'ArrowDown'});
      await leadsTo(switcher, 'fr', 'ArrowDown');
      await sendKeys({press: name});
      const {petition: id, lang} = await chosen;
      expect([id, lang]).to.deep.equal([petition, 'fr']);
      await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'the button is in French');
      expect(isOpen(switcher)).to.equal(false);
      await buttonHasFocus(switcher);
    });
  }

  it('leave it by Escape, with nothing chosen and the focus back on the button', async () => {
    const switcher = await switcherOf('menu');
    const chosen = eventsOf(switcher, 'petition-language', PetitionLanguageEvent);
    await opened(switcher);
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Escape'});
    await until(() => !isOpen(switcher), 'the menu is closed');
    await buttonHasFocus(switcher);
    expect(chosen).to.deep.equal([]);
    expect(textOf(buttonOf(switcher))).to.include('English');
  });

  it('leave it by Tab for what comes after its button, with nothing chosen', async () => {
    const switcher = await showing(
      html`<petition-language-switcher petition=${petition} .client=${new FakeClient()}></petition-language-switcher>
        <button id="after">After</button>`,
    );
    const chosen = eventsOf(switcher, 'petition-language', PetitionLanguageEvent);
    await opened(switcher);
    const closed = nextEvent(menuOf(switcher), 'toggle');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Tab'});
    // The browser tells of it a while later.
    await closed;
    expect(isOpen(switcher)).to.equal(false);
    await until(() => document.activeElement?.id === 'after', 'the focus has gone on');
    expect(chosen).to.deep.equal([]);
  });

  it('leave others to the browser', async () => {
    const switcher = await switcherOf('menu');
    await opened(switcher);
    for (const [name, modifiers] of [
      ['f', {ctrlKey: true}],
      ['d', {metaKey: true}],
      ['t', {altKey: true}],
      ['F5', {}],
      ['PageDown', {}],
    ] as const) {
      expect(key(switcher, name, modifiers).defaultPrevented, name).to.equal(false);
      expect(focusedTag(switcher), name).to.equal('en');
    }
  });
});

describe('what is typed in a language menu', () => {
  for (const [lang, word, tag, what] of [
    ['en', 'f', 'fr', 'its own name'],
    ['en', 'fr', 'fr', 'its own name'],
    ['en', 'FRAN', 'fr', 'its own name in capitals'],
    ['en', 'francais', 'fr', 'its own name without accents'],
    ['en', 'turkce', 'tr', 'its own name without accents'],
    ['fr', 'türkçe', 'tr', 'its own name with accents'],
    ['en', 'р', 'ru', 'its own name in Cyrillic letters'],
    ['en', 'уй', 'ug-Cyrl', 'its own name in Cyrillic letters'],
    ['en', 'ال', 'ar', 'its own name in Arabic letters'],
    ['en', 'ئۇي', 'ug-Arab', 'its own name in Arabic letters'],
    ['en', '日', 'ja', 'its own name in Japanese'],
    ['en', '繁', 'zh-Hant', 'its own name in Chinese'],
    ['en', 'germ', 'de', 'its name in English'],
    ['en', 'arabic', 'ar', 'its name in English'],
    ['en', 'simplified chinese', 'zh-Hans', 'its name in English, of two words'],
    ['en', 'uyghur (c', 'ug-Cyrl', 'its name in English, with what is in brackets'],
    ['fr', 'allem', 'de', 'its name in French'],
    ['tr', 'ingilizce', 'en', 'its name in Turkish without its dot'],
    ['ru', 'яп', 'ja', 'its name in Russian'],
    ['ar', 'الألم', 'de', 'its name in Arabic'],
    ['ar', 'الالم', 'de', 'its name in Arabic without its hamza'],
    ['ja', 'アラビア', 'ar', 'its name in Japanese'],
    ['ug-Arab', 'گېر', 'de', 'its name in Uyghur'],
    ['ug-Cyrl', 'рус', 'ru', 'its name in Uyghur'],
    ['ug-Latn', 'ya', 'ja', 'its name in Uyghur'],
  ] as const) {
    it(`finds a language by ${what}: ${lang}, ${word}`, async () => {
      const switcher = await switcherOf('menu', {lang});
      await opened(switcher);
      type(switcher, word);
      expect(focusedTag(switcher)).to.equal(tag);
      expect(isOpen(switcher)).to.equal(true);
    });
  }

  it('finds it by the keyboard itself', async () => {
    const switcher = await switcherOf('menu');
    const chosen = eventsOf(switcher, 'petition-language', PetitionLanguageEvent);
    await opened(switcher);
    await sendKeys({type: 'traditional ch'});
    await leadsTo(switcher, 'zh-Hant', 'traditional ch');
    expect(isOpen(switcher)).to.equal(true);
    expect(chosen).to.deep.equal([]);
  });

  it('stays where it is by what no language begins with', async () => {
    const switcher = await switcherOf('menu');
    await opened(switcher);
    type(switcher, 'jx');
    expect(focusedTag(switcher)).to.equal('ja');
    type(switcher, 'q', 5000);
    expect(focusedTag(switcher)).to.equal('ja');
  });

  it('goes round by the same letter', async () => {
    const switcher = await switcherOf('menu');
    await opened(switcher);
    const passed = ['u', 'u', 'U', 'u'].map((letter, index) => {
      key(switcher, letter, {at: index * 100});
      return focusedTag(switcher);
    });
    expect(passed).to.deep.equal(['ug-Latn', 'ug-Cyrl', 'ug-Arab', 'ug-Latn']);
  });

  it('begins anew after a pause', async () => {
    const switcher = await switcherOf('menu');
    await opened(switcher);
    type(switcher, 'tu', 1000);
    expect(focusedTag(switcher)).to.equal('tr');
    key(switcher, 'r', {at: 3000});
    expect(focusedTag(switcher)).to.equal('ru');
    key(switcher, 'u', {at: 3900});
    expect(focusedTag(switcher), 'no pause').to.equal('ru');
    key(switcher, 'f', {at: 5000});
    expect(focusedTag(switcher)).to.equal('fr');
  });

  it('chooses by a space only after a pause', async () => {
    const switcher = await switcherOf('menu');
    const chosen = eventsOf(switcher, 'petition-language', PetitionLanguageEvent);
    await opened(switcher);
    type(switcher, 'simplified', 1000);
    key(switcher, ' ', {at: 2000});
    expect(isOpen(switcher)).to.equal(true);
    expect(chosen).to.deep.equal([]);
    key(switcher, ' ', {at: 4000});
    await until(() => textOf(buttonOf(switcher)) === '语言 简体中文', 'the button is in Chinese');
    expect(chosen.map(({lang}) => lang)).to.deep.equal(['zh-Hans']);
  });

  it('is found by the names in the language that was chosen', async () => {
    const switcher = await switcherOf('menu');
    await opened(switcher);
    languageOption(switcher, 'de').click();
    await until(() => textOf(buttonOf(switcher)) === 'Sprache Deutsch', 'the button is in German');
    await opened(switcher);
    type(switcher, 'arabi');
    expect(focusedTag(switcher)).to.equal('ar');
    type(switcher, 'engl', 5000);
    expect(focusedTag(switcher)).to.equal('en');
    type(switcher, 'fra', 10_000);
    expect(focusedTag(switcher)).to.equal('fr');
    type(switcher, 'germ', 15_000);
    expect(focusedTag(switcher), 'no name in English any more').to.equal('fr');
  });
});
