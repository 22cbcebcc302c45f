import {expect} from 'chai';
import {html} from 'lit';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {has, languageOption, petition, plain, press, settled, shows, textOf, warningsOf} from './support/page.ts';
import {
  browserAsks,
  buttonOf,
  currentOf,
  directionsOf,
  isOpen,
  menuOf,
  namesOf,
  opened,
  optionsOf,
  select,
  selectOf,
  showing,
  switcherOf,
  tagsOf,
  twelve,
} from './support/switcher.ts';

const tags: readonly string[] = twelve.map(([tag]) => tag);
const names: readonly string[] = twelve.map(([, own]) => own);

/** What the languages are called by some of their readers, in the order of {@link twelve}; nothing is told to a reader of one about it. */
const readers: Readonly<Record<string, readonly (string | RegExp | undefined)[]>> = {
  en: [
    'German',
    undefined,
    'French',
    'Turkish',
    /^Uyghur\b.*Latin/,
    'Russian',
    /^Uyghur\b.*Cyrillic/,
    /^Uyghur\b.*Arabic/,
    'Arabic',
    'Japanese',
    /Simplified/,
    /Traditional/,
  ],
  'zh-TW': [
    '德文',
    '英文',
    '法文',
    '土耳其文',
    /維吾爾.*拉丁/,
    '俄文',
    /維吾爾.*西里爾|維吾爾.*斯拉夫/,
    /維吾爾.*阿拉伯/,
    '阿拉伯文',
    '日文',
    /簡體/,
    undefined,
  ],
  ru: [
    'немецкий',
    'английский',
    'французский',
    'турецкий',
    /^уйгурский.*латиница/i,
    undefined,
    /^уйгурский.*кириллица/i,
    /^уйгурский.*арабица/i,
    'арабский',
    'японский',
    /упрощ[её]нн/,
    /традиционн/,
  ],
  'ug-Arab': [
    'گېرمانچە',
    'ئىنگلىزچە',
    'فىرانسۇزچە',
    'تۈركچە',
    /^ئۇيغۇرچە .*لاتىن/,
    'رۇسچە',
    /^ئۇيغۇرچە .*كىرىل/,
    undefined,
    'ئەرەبچە',
    'ياپونچە',
    /ئاددىي/,
    /مۇرەككەپ/,
  ],
  'ug-Latn': [
    'Gérmanche',
    'In’glizche',
    'Firansuzche',
    'Türkche',
    undefined,
    'Rusche',
    /^Uyghurche .*kiril/,
    /^Uyghurche .*ereb/,
    'Erebche',
    'Yaponche',
    /^Addiy/,
    /^Murekkep/,
  ],
};

/** Some browsers have names begin with a capital in languages in which others don't. */
function expectNames(found: readonly (string | undefined)[], expected: readonly (string | RegExp | undefined)[]): void {
  expect(found).to.have.length(expected.length);
  for (const [index, name] of expected.entries()) {
    if (name instanceof RegExp) expect(found[index], names[index]).to.match(name);
    else expect(found[index]?.toLowerCase(), names[index]).to.equal(name?.toLowerCase());
  }
}

describe('petition-language-switcher', () => {
  describe('as a menu', () => {
    it('is a button that names the language that is read', async () => {
      const switcher = await switcherOf('menu');
      expect(plain(buttonOf(switcher).textContent)).to.equal('Language English');
      expect(buttonOf(switcher).getAttribute('aria-haspopup')).to.equal('listbox');
      expect(isOpen(switcher)).to.equal(false);
    });

    it('offers the languages under their own names, each in its own direction, sorted', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      expect(namesOf(switcher)).to.deep.equal(names);
      expect(tagsOf(switcher)).to.deep.equal(tags);
      expect(directionsOf(switcher)).to.deep.equal(twelve.map(([, , dir]) => dir));
      expect(menuOf(switcher).getAttribute('aria-label')).to.equal('Languages');
    });

    for (const [lang, expected] of Object.entries(readers)) {
      it(`says beside them what they are called by a reader of ${lang}`, async () => {
        const switcher = await switcherOf('menu', {lang});
        const translated = optionsOf(switcher).map((option) => {
          const [own, other, ...more] = one(option, '.names').children;
          expect([own?.localName, more]).to.deep.equal(['span', []]);
          return other && plain(other.textContent);
        });
        expectNames(translated, expected);
      });
    }

    for (const [tag, own] of twelve) {
      it(`has the one that is read selected: ${tag}`, async () => {
        const switcher = await switcherOf('menu', {lang: tag});
        expect(currentOf(switcher)).to.deep.equal([tag]);
        expect(namesOf(switcher), 'the order is the same for all').to.deep.equal(names);
        const named = one(buttonOf(switcher), '[lang]');
        expect([plain(named.textContent), named.lang]).to.deep.equal([own, tag]);
      });
    }

    it('has the focus on the one that is read once it is open', async () => {
      const switcher = await switcherOf('menu', {lang: 'ar'});
      await opened(switcher);
      expect(languageOption(switcher, 'ar').matches(':focus')).to.equal(true);
    });

    it('chooses by a click', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      languageOption(switcher, 'ar').click();
      await until(() => textOf(buttonOf(switcher)) === 'اللغة العربية', 'the button is in Arabic');
      expect(isOpen(switcher)).to.equal(false);
      expect(currentOf(switcher)).to.deep.equal(['ar']);
      await until(() => shadowOf(switcher).activeElement === buttonOf(switcher), 'the button has the focus');
    });

    it('can be opened again after it was chosen from', async () => {
      const switcher = await switcherOf('menu');
      await opened(switcher);
      languageOption(switcher, 'fr').click();
      await until(() => textOf(buttonOf(switcher)) === 'Langue Français', 'the button is in French');
      await opened(switcher);
      expect(languageOption(switcher, 'fr').matches(':focus')).to.equal(true);
      expect(plain(languageOption(switcher, 'de').textContent)).to.equal('Deutsch allemand');
    });
  });

  describe('as a list', () => {
    const focused = (switcher: Element): string => textOf(shadowOf(switcher).activeElement ?? switcher);

    beforeEach(() => browserAsks('en-US', 'en'));

    it('has a button for each, the current one marked', async () => {
      const switcher = await switcherOf('list', {languages: 'ug-Arab en ar fr'});
      expect(namesOf(switcher)).to.deep.equal(['English', 'Français', 'ئۇيغۇرچە', 'العربية']);
      expect(optionsOf(switcher).map(({localName}) => localName)).to.deep.equal(Array(4).fill('button'));
      expect(optionsOf(switcher).map((option) => option.getAttribute('aria-current'))).to.deep.equal([
        'true',
        null,
        null,
        null,
      ]);
      expect(optionsOf(switcher).map(({lang, dir}) => `${lang} ${dir}`)).to.deep.equal([
        'en ltr',
        'fr ltr',
        'ug-Arab rtl',
        'ar rtl',
      ]);
      expect(one(shadowOf(switcher), 'ul').getAttribute('aria-label')).to.equal('Languages');
    });

    it('changes the language', async () => {
      const switcher = await switcherOf('list');
      press(switcher, 'Français').click();
      await until(() => currentOf(switcher).join() === 'fr', 'French is marked as the current one');
      expect(one(shadowOf(switcher), 'ul').getAttribute('aria-label')).to.equal('Langues');
    });

    it('has five, and as many more as asked for', async () => {
      const switcher = await switcherOf('list');
      expect(namesOf(switcher)).to.deep.equal(['Deutsch', 'English', 'Français', 'Türkçe', 'Uyghurche']);
      await until(
        () => textOf(switcher) === 'Deutsch English Français Türkçe Uyghurche and 7 more',
        'there is nothing but those and a button',
      );
      const more = press(switcher, 'and 7 more');
      more.focus();
      more.click();
      await until(() => optionsOf(switcher).length === 12, 'all languages are listed');
      expect(namesOf(switcher)).to.deep.equal(names);
      expect(textOf(switcher)).not.to.include('more');
      expect(focused(switcher), 'the focus goes on with what was revealed').to.equal('Русский');
    });

    it('has the current one and those that the browser asks for among the five, in the order of all', async () => {
      browserAsks('tlh', 'zh-TW', 'ru-KZ', 'zh-Hant-HK', 'ja');
      const switcher = await switcherOf('list', {lang: 'ar'});
      expect(tagsOf(switcher)).to.deep.equal(['de', 'ru', 'ar', 'ja', 'zh-Hant']);
      one(shadowOf(switcher), 'li:last-child button').click();
      await until(() => optionsOf(switcher).length === 12, 'all languages are listed');
      await until(() => focused(switcher) === 'English', 'the first that was not there before has the focus');
    });

    it('has the current one among the five where the browser asks for more than those', async () => {
      browserAsks('ja', 'zh-CN', 'zh-TW', 'ug-KZ', 'ug', 'tr');
      const switcher = await switcherOf('list', {lang: 'fr'});
      expect(tagsOf(switcher)).to.deep.equal(['fr', 'ug-Cyrl', 'ja', 'zh-Hans', 'zh-Hant']);
    });

    for (const asked of [['en'], ['ja', 'ru', 'tr'], ['ja', 'zh-CN', 'zh-TW', 'ug-KZ', 'ug', 'tr'], ['tlh']]) {
      it(`has the same ones in the same order after each choice, by the focus: ${asked.join()}`, async () => {
        browserAsks(...asked);
        const switcher = await switcherOf('list', {lang: 'ar'});
        const before = tagsOf(switcher);
        expect(before).to.have.length(5);
        for (const tag of before) {
          const option = languageOption(switcher, tag);
          option.focus();
          option.click();
          await until(() => currentOf(switcher).join() === tag, `${tag} is the current one`);
          await until(() => switcher.lang === tag, `the texts are in ${tag}`);
          expect(tagsOf(switcher), tag).to.deep.equal(before);
          expect(shadowOf(switcher).activeElement === option, `${tag} keeps the focus`).to.equal(true);
        }
      });
    }

    it('keeps all that were asked for after a choice', async () => {
      const switcher = await switcherOf('list');
      press(switcher, 'and 7 more').click();
      await until(() => optionsOf(switcher).length === 12, 'all languages are listed');
      languageOption(switcher, 'zh-Hant').click();
      await until(() => currentOf(switcher).join() === 'zh-Hant', 'Chinese is the current one');
      expect(tagsOf(switcher)).to.deep.equal(tags);
    });

    it('has no more than there are', async () => {
      const switcher = await switcherOf('list', {languages: 'en fr ar de tr'});
      expect(optionsOf(switcher)).to.have.length(5);
      expect(one(shadowOf(switcher), 'ul').children).to.have.length(5);
    });
  });

  describe('as a select', () => {
    const labelsOf = (switcher: Element): string[] =>
      Array.from(selectOf(switcher).options, (option) => plain(option.label));

    it('has the languages under their own names, the current one chosen', async () => {
      const switcher = await switcherOf('select', {lang: 'fr'});
      const options = [...selectOf(switcher).options];
      expect(options.map(({value, lang, dir}) => [value, lang, dir])).to.deep.equal(
        twelve.map(([tag, , dir]) => [tag, tag, dir]),
      );
      expect(labelsOf(switcher).map((label) => label.split(' – ')[0])).to.deep.equal(names);
      expect(selectOf(switcher).value).to.equal('fr');
      expect(selectOf(switcher).getAttribute('aria-label')).to.equal('Langue');
    });

    for (const [lang, expected] of Object.entries(readers)) {
      it(`says beside them what they are called by a reader of ${lang}`, async () => {
        const switcher = await switcherOf('select', {lang});
        expectNames(
          labelsOf(switcher).map((label) => label.split(' – ')[1]),
          expected,
        );
      });
    }

    it('changes the language', async () => {
      const switcher = await switcherOf('select');
      select(switcher, 'fr');
      await until(() => selectOf(switcher).getAttribute('aria-label') === 'Langue', 'the select is in French');
      expect(selectOf(switcher).value).to.equal('fr');
      select(switcher, 'zh-Hans');
      await until(() => selectOf(switcher).getAttribute('aria-label') === '语言', 'the select is in Chinese');
      expect(selectOf(switcher).value).to.equal('zh-Hans');
    });

    it('shows the language that is read when the page prevents another', async () => {
      const switcher = await switcherOf('select');
      switcher.addEventListener('petition-language', (event) => event.preventDefault());
      select(switcher, 'fr');
      await until(() => selectOf(switcher).value === 'en', 'English is chosen again');
    });
  });

  describe('the languages on offer', () => {
    it('may be fewer than the petition’s', async () => {
      const switcher = await switcherOf('list', {languages: ' en  ar '});
      expect(namesOf(switcher)).to.deep.equal(['English', 'العربية']);
    });

    it('are warned of where the petition is not in one of them', async () => {
      const warnings = await warningsOf(async () => {
        const switcher = await switcherOf('list', {languages: 'en ar tlh'});
        expect(namesOf(switcher)).to.deep.equal(['English', 'العربية']);
      });
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(petition).and.include('"tlh"');
    });

    it('are all of them again once the attribute is taken away', async () => {
      const switcher = await switcherOf('menu', {languages: 'en ar'});
      expect(namesOf(switcher)).to.deep.equal(['English', 'العربية']);
      switcher.removeAttribute('languages');
      await switcher.updateComplete;
      expect(namesOf(switcher)).to.deep.equal(names);
    });

    it('may be ones that the elements don’t speak, and those of the same language in several countries', async () => {
      const languages = ['pt-PT', 'en', 'pt-BR', 'es'];
      const switcher = await switcherOf('menu', {client: new FakeClient({languages})});
      expect(tagsOf(switcher)).to.deep.equal(['en', 'es', 'pt-BR', 'pt-PT']);
      for (const tag of ['pt-BR', 'pt-PT', 'es', 'en']) {
        await opened(switcher);
        languageOption(switcher, tag).click();
        await until(() => currentOf(switcher).join() === tag, `${tag} is the current one`);
      }
    });

    for (const layout of ['menu', 'list', 'select']) {
      it(`are not offered where there is only one: ${layout}`, async () => {
        const switcher = await switcherOf(layout, {client: new FakeClient({languages: ['en']})});
        expect(textOf(switcher)).to.equal('');
        expect(has(switcher, 'button, select, li')).to.equal(false);
      });
    }
  });

  it('says what is wrong and tries again', async () => {
    const client = new FakeClient({}, {reading: 'unreachable'});
    const switcher = await switcherOf('list', {client});
    await shows(switcher, 'The petition can’t be reached.');
    client.speak();
    press(switcher, 'Try again').click();
    await shows(switcher, 'English');
  });

  it('tells the page that a language could not be had, and takes it when it is chosen again', async () => {
    const client = new FakeClient();
    const switcher = await switcherOf('list', {client});
    const failed = nextEvent(switcher, 'petition-error');
    client.reading = 'unreachable';
    press(switcher, 'Français').click();
    await failed;
    await shows(switcher, 'La pétition est injoignable.');
    expect(currentOf(switcher)).to.deep.equal(['en']);
    client.reading = 'well';
    press(switcher, 'Français').click();
    await until(() => currentOf(switcher).join() === 'fr', 'French is read when it is chosen again');
    expect(textOf(switcher)).not.to.include('injoignable');
  });

  it('takes the languages of another petition that it is given', async () => {
    const switcher = await showing(
      html`<petition-language-switcher
        petition=${petition}
        .client=${new FakeClient({languages: ['en', 'fr']})}
      ></petition-language-switcher>`,
    );
    expect(tagsOf(switcher)).to.deep.equal(['en', 'fr']);
    switcher.client = new FakeClient({languages: ['en', 'ja']});
    await settled(switcher);
    await until(() => tagsOf(switcher).join() === 'en,ja', 'its languages are those of the other');
  });
});
