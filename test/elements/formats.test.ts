import {expect} from 'chai';
import {loadCountryNames, namedCountries} from '../../src/i18n/country-names.ts';
import {formatDate, formatList, formatNumber, formatTime, languageName} from '../../src/i18n/formats.ts';
import {type Locale, locales} from '../../src/i18n/locales.ts';
import {textSource} from '../../src/i18n/texts.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {countries} from '../../src/model/countries.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {one, shadowOf, until} from '../support/dom.ts';
import {control, countriesThere, enter, fill, formOf, submit} from './support/form.ts';
import {has, plain, shows} from './support/page.ts';

const likelyScripts: Readonly<Record<string, string>> = {
  Jpan: String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`,
  Hans: String.raw`\p{Script=Han}`,
  Hant: String.raw`\p{Script=Han}`,
};

/** What a language is written with; digits and marks are of none. */
function scriptOf(locale: Locale): RegExp {
  const {script = ''} = new Intl.Locale(locale).maximize();
  return new RegExp(`[${likelyScripts[script] ?? String.raw`\p{Script=${script}}`}]`, 'u');
}

/** The letters of other scripts. */
const foreignIn = (text: string, locale: Locale): string =>
  (text.match(/\p{L}/gu) ?? []).filter((letter) => !scriptOf(locale).test(letter)).join('');

const march = '2018-03-10T00:00:00Z';

/** Where their tables say all there is to say: every browser has the same. */
const uyghur = [
  {
    locale: 'ug-Arab',
    date: '10-مارت، 2018',
    list: 'A، B، C',
    germany: 'گېرمانىيە',
    french: 'فىرانسۇزچە',
    choose: 'دۆلەت تاللاش',
  },
  {
    locale: 'ug-Cyrl',
    date: '10-март, 2018',
    list: 'A, B, C',
    germany: 'Германия',
    french: 'Французчә',
    choose: 'Дөләт таллаш',
  },
  {
    locale: 'ug-Latn',
    date: '10-mart, 2018',
    list: 'A, B, C',
    germany: 'Gérmaniye',
    french: 'Firansuzche',
    choose: 'Dölet tallash',
  },
] as const;

const textsThere = (locale: Locale): Promise<void> => until(() => textSource(locale).texts, `${locale} is there`);
const germanyIn = (lang: string): string | undefined => namedCountries(lang, ['DE'])[0]?.name;

const countryNames = (form: PetitionSignForm): readonly string[] =>
  [...shadowOf(form).querySelectorAll<HTMLOptionElement>('[name=country] option')].map(({label}) => label);

describe('a form whose petition has closed', () => {
  it('names the country that was chosen in a language that the form was not shown in', async () => {
    const client = new FakeClient();
    const form = await formOf(client);
    await fill(form);
    enter(form, 'country', 'DE');
    client.changes = {...client.changes, status: 'closed', closesAt: march};
    client.signing = 'closed';
    submit(form);
    await until(() => !has(form, 'form'), 'the form is gone');
    await shows(form, 'Germany');
    form.lang = 'ug-Latn';
    await shows(form, 'Gérmaniye');
  });
});

describe('the countries of a form', () => {
  for (const {locale, germany, choose} of uyghur) {
    it(`have their names in ${locale}, whatever the browser knows`, async () => {
      const form = await formOf(new FakeClient(), {lang: locale});
      await countriesThere(form);
      await until(() => one(shadowOf(form), '[name=country] option', HTMLOptionElement).label === choose, choose);
      const names = countryNames(form).slice(1);
      expect(names).to.have.length(249);
      expect(names).to.include(germany);
      const others = names.filter((name) => foreignIn(name, locale) !== '');
      expect(others.filter((name) => name !== 'British Indian Ocean Territory')).to.deep.equal([]);
    });
  }

  it('stay chosen from script to script', async () => {
    const form = await formOf(new FakeClient());
    await countriesThere(form);
    enter(form, 'country', 'DE');
    for (const {locale, germany} of uyghur) {
      form.lang = locale;
      await until(() => countryNames(form).includes(germany), germany);
      const select = control(form, 'country');
      expect(select.value).to.equal('DE');
      expect(select instanceof HTMLSelectElement && select.selectedOptions[0]?.label).to.equal(germany);
    }
  });
});

for (const locale of locales) {
  describe(`in ${locale}`, () => {
    before(async () => {
      await textsThere(locale);
      await loadCountryNames(locale);
    });

    it('a date is whole, and in that language’s script', () => {
      const date = formatDate(locale, march);
      expect(date)
        .to.match(scriptOf(locale))
        .and.not.match(/\d+[-/.]\d+[-/.]\d+/);
      expect(foreignIn(date, locale)).to.equal('');
    });

    it('a list has a mark or a word between its names', () => {
      const between = plain(formatList(locale, ['1', '2', '3']))
        .split(/[123]/)
        .slice(1, -1);
      expect(between).to.have.length(2);
      for (const each of between) expect(each.trim()).not.to.equal('');
      expect(foreignIn(between.join(''), locale)).to.equal('');
    });

    it('a country and a language have names in that script', () => {
      for (const name of [germanyIn(locale), languageName(locale, 'fr'), languageName(locale, 'ug-Latn')]) {
        expect(name).to.match(scriptOf(locale));
        expect(foreignIn(name ?? '', locale)).to.equal('');
      }
      const names = namedCountries(locale, countries()).map(({name}) => name);
      expect(new Set(names).size).to.equal(249);
    });
  });
}

describe('in Uyghur', () => {
  for (const {locale, date, list, germany, french} of uyghur) {
    it(`every browser has the same: ${locale}`, async () => {
      await textsThere(locale);
      await loadCountryNames(locale);
      expect(formatDate(locale, march)).to.equal(date);
      expect(formatTime(locale, new Date(2018, 2, 10, 9, 5).getTime())).to.equal('09:05');
      expect(formatNumber(locale, 1_234_567)).to.equal('1,234,567');
      expect(plain(formatList(locale, ['A', 'B', 'C']))).to.equal(list);
      expect(germanyIn(locale)).to.equal(germany);
      expect(languageName(locale, 'fr')).to.equal(french);
    });
  }
});

describe('the digits of Arabic', () => {
  it('are those of the region', () => {
    expect(formatNumber('ar-EG', 1234)).to.match(/^١.٢٣٤$/);
    expect(formatDate('ar-EG', march)).to.contain('٢٠١٨');
    expect(formatNumber('ar-MA', 1234)).to.match(/^1.234$/);
    expect(formatDate('ar-MA', march)).to.contain('2018');
  });

  it('are those of the reader’s browser where the language names no region', () => {
    const languages = Object.getOwnPropertyDescriptor(navigator, 'languages');
    try {
      for (const [region, digits] of [
        ['ar-EG', /^١.٢٣٤$/],
        ['ar-MA', /^1.234$/],
      ] as const) {
        Object.defineProperty(navigator, 'languages', {configurable: true, value: ['fr', region]});
        expect(formatNumber('ar', 1234)).to.match(digits);
      }
    } finally {
      if (languages) Object.defineProperty(navigator, 'languages', languages);
      else Reflect.deleteProperty(navigator, 'languages');
    }
  });
});
