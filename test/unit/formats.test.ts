import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {loadCountryNames, namedCountries} from '../../src/i18n/country-names.ts';
import {provideTable} from '../../src/i18n/format-table.ts';
import {formatDate, formatList, formatNumber, formatTime, languageName} from '../../src/i18n/formats.ts';
import arabicTable from '../../src/i18n/tables/ug-Arab.ts';
import cyrillicTable from '../../src/i18n/tables/ug-Cyrl.ts';
import latinTable from '../../src/i18n/tables/ug-Latn.ts';
import {countries} from '../../src/model/countries.ts';

const noTags = ['', '!!', 'x', 'lang nobody knows', 'en_GB', '-', 'en-', '🙂', 'undefined undefined'];

/** The languages that the reader's browser asks for. */
const readBy = (...languages: readonly string[]): void => {
  vi.stubGlobal('navigator', {languages});
};

const plain = (text: string): string => text.replaceAll(/[\u2068\u2069\u200F]/g, '');

provideTable('ug-Arab', arabicTable);
provideTable('ug-Cyrl', cyrillicTable);
provideTable('ug-Latn', latinTable);

beforeEach(() => {
  readBy();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface Formatted {
  readonly number: string;
  readonly date: string;
  readonly time: string;
  readonly list: string;
  readonly country: string;
  readonly language: string;
}

const march = '2018-03-10T00:00:00Z';
const afternoon = new Date(2018, 2, 10, 14, 5).getTime();

/** 1,234,567; 10 March 2018; 14:05; A, B, C; Germany; French. */
const expected: Readonly<Record<string, Formatted>> = {
  en: {
    number: '1,234,567',
    date: '10 March 2018',
    time: '2:05 pm',
    list: 'A, B and C',
    country: 'Germany',
    language: 'French',
  },
  ar: {
    number: '1,234,567',
    date: '10 مارس 2018',
    time: '2:05 م',
    list: 'A وB وC',
    country: 'ألمانيا',
    language: 'الفرنسية',
  },
  de: {
    number: '1.234.567',
    date: '10. März 2018',
    time: '14:05',
    list: 'A, B und C',
    country: 'Deutschland',
    language: 'Französisch',
  },
  fr: {
    number: '1\u202F234\u202F567',
    date: '10 mars 2018',
    time: '14:05',
    list: 'A, B et C',
    country: 'Allemagne',
    language: 'français',
  },
  ja: {
    number: '1,234,567',
    date: '2018年3月10日',
    time: '14:05',
    list: 'A、B、C',
    country: 'ドイツ',
    language: 'フランス語',
  },
  ru: {
    number: '1\u00A0234\u00A0567',
    date: '10 марта 2018 г.',
    time: '14:05',
    list: 'A, B и C',
    country: 'Германия',
    language: 'французский',
  },
  tr: {
    number: '1.234.567',
    date: '10 Mart 2018',
    time: '14:05',
    list: 'A, B ve C',
    country: 'Almanya',
    language: 'Fransızca',
  },
  'ug-Arab': {
    number: '1,234,567',
    date: '10-مارت، 2018',
    time: '14:05',
    list: 'A، B، C',
    country: 'گېرمانىيە',
    language: 'فىرانسۇزچە',
  },
  'ug-Cyrl': {
    number: '1,234,567',
    date: '10-март, 2018',
    time: '14:05',
    list: 'A, B, C',
    country: 'Германия',
    language: 'Французчә',
  },
  'ug-Latn': {
    number: '1,234,567',
    date: '10-mart, 2018',
    time: '14:05',
    list: 'A, B, C',
    country: 'Gérmaniye',
    language: 'Firansuzche',
  },
  'zh-Hans': {
    number: '1,234,567',
    date: '2018年3月10日',
    time: '14:05',
    list: 'A、B和C',
    country: '德国',
    language: '法语',
  },
  'zh-Hant': {
    number: '1,234,567',
    date: '2018年3月10日',
    time: '下午2:05',
    list: 'A、B和C',
    country: '德國',
    language: '法文',
  },
};

const countryIn = (lang: string, code: string): string | undefined => namedCountries(lang, [code])[0]?.name;

const written = Object.keys(expected);

describe.each(written)('in %s', (locale) => {
  it('everything is written as its readers do', async () => {
    await loadCountryNames(locale);
    expect({
      number: formatNumber(locale, 1_234_567),
      date: formatDate(locale, march),
      time: formatTime(locale, afternoon),
      list: plain(formatList(locale, ['A', 'B', 'C'])),
      country: countryIn(locale, 'DE'),
      language: languageName(locale, 'fr'),
    }).toEqual(expected[locale]);
  });

  it('each of the languages has a name of its own', () => {
    const names = written.map((tag) => languageName(locale, tag));
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(written.length);
    for (const tag of written) expect(names).not.toContain(tag);
  });

  it('the countries are all there, each by its name, sorted', async () => {
    await loadCountryNames(locale);
    const named = namedCountries(locale, countries());
    const names = named.map(({name}) => name);
    expect(named.map(({code}) => code).toSorted()).toEqual(countries().toSorted());
    expect(new Set(names).size).toBe(249);
    for (const {code, name} of named) expect(name).not.toBe(code);
    const order = ['ug-Cyrl', 'ug-Latn'].includes(locale) ? 'en' : locale;
    expect(names).toEqual(names.toSorted(new Intl.Collator(order).compare));
  });
});

describe('numbers', () => {
  it.each([
    ['en-GB', '1,234,567'],
    ['en-IN', '12,34,567'],
    ['ar-EG', '١٬٢٣٤٬٥٦٧'],
    ['ar-SA', '١٬٢٣٤٬٥٦٧'],
    ['ar-IQ', '١٬٢٣٤٬٥٦٧'],
    ['ar-MA', '1.234.567'],
    ['ar-TN', '1.234.567'],
    ['ar-AE', '1,234,567'],
    ['ug-KZ', '1,234,567'],
    ['ug-TR', '1,234,567'],
  ])('are written as in the reader’s country: %s', (tag, number) => {
    expect(formatNumber(tag, 1_234_567)).toBe(number);
  });

  it('are written as in the country of the reader’s browser where the language names none', () => {
    readBy('fr-CH', 'en-IN', 'en-GB', '!!', 'ar-EG');
    expect(formatNumber('en', 1_234_567)).toBe('12,34,567');
    expect(formatNumber('en-GB', 1_234_567)).toBe('1,234,567');
    expect(formatNumber('ar', 1_234_567)).toBe('١٬٢٣٤٬٥٦٧');
    expect(formatNumber('de', 1_234_567)).toBe('1.234.567');
    readBy('ar-MA');
    expect(formatNumber('ar', 1_234_567)).toBe('1.234.567');
  });

  it('are written as in English where there is no such language', () => {
    for (const tag of [...noTags, 'qaa']) expect(formatNumber(tag, 1_234_567)).toBe('1,234,567');
  });
});

describe('dates', () => {
  it.each([
    ['en-GB', '10 March 2018'],
    ['en-US', 'March 10, 2018'],
    ['ar-EG', '١٠ مارس ٢٠١٨'],
    ['ar-MA', '10 مارس 2018'],
    ['zh-TW', '2018年3月10日'],
    ['zh-yue', '2018年3月10日'],
    ['ug', '10-مارت، 2018'],
    ['ug-KZ', '10-март, 2018'],
    ['ug-Latn-TR', '10-mart, 2018'],
  ])('are written as in the reader’s country: %s', (tag, date) => {
    expect(formatDate(tag, march)).toBe(date);
  });

  it('have the day first in English that names no country, unless the reader’s browser has it otherwise', () => {
    expect(formatDate('en', march)).toBe('10 March 2018');
    readBy('fr', 'en-US');
    expect(formatDate('en', march)).toBe('March 10, 2018');
    expect(formatDate('en-GB', march)).toBe('10 March 2018');
    expect(formatDate('fr', march)).toBe('10 mars 2018');
  });

  it.each(['en-GB', 'ug-Arab', 'ug-Cyrl', 'ug-Latn'])('are of the day in UTC: %s', (tag) => {
    expect(formatDate(tag, '2018-03-10T23:59:59Z')).toBe(formatDate(tag, march));
    expect(formatDate(tag, '2018-03-10T23:30:00-02:00')).toBe(formatDate(tag, '2018-03-11T00:00:00Z'));
  });

  it('are English where there is no such language', () => {
    for (const tag of [...noTags, 'qaa']) expect(formatDate(tag, march)).toBe('10 March 2018');
  });
});

describe('times of day', () => {
  it('have two digits each in Uyghur', () => {
    for (const tag of ['ug-Arab', 'ug-Cyrl', 'ug-Latn']) {
      expect(formatTime(tag, new Date(2018, 2, 10, 9, 5).getTime())).toBe('09:05');
      expect(formatTime(tag, new Date(2018, 2, 10).getTime())).toBe('00:00');
    }
  });
});

describe('lists', () => {
  it('keep each name’s own direction', () => {
    expect(formatList('ar', ['UN'])).toBe('\u200F\u2068UN\u2069');
    expect(formatList('ug-Arab', ['UN', 'ب د ت'])).toBe('\u200F\u2068UN\u2069، \u2068ب د ت\u2069');
    expect(plain(formatList('ar', ['أ', 'ب']))).toBe('أ وب');
  });

  it('may be of one or none, and are English where there is no such language', () => {
    for (const tag of ['en', 'ug-Latn', 'qaa', ...noTags]) {
      expect(formatList(tag, [])).toBe('');
      expect(plain(formatList(tag, ['a']))).toBe('a');
    }
    for (const tag of ['en', 'qaa', ...noTags]) expect(plain(formatList(tag, ['a', 'b']))).toBe('a and b');
    expect(plain(formatList('ug-Latn', ['a', 'b']))).toBe('a, b');
  });

  it.each([
    ['en', 'A, B, C'],
    ['de', 'A, B, C'],
    ['ar', 'A وB وC'],
    ['ja', 'A、B、C'],
    ['zh-Hans', 'A、B、C'],
    ['ug-Arab', 'A، B، C'],
  ])('have no “and” where more is said after them: %s', (lang, list) => {
    expect(plain(formatList(lang, ['A', 'B', 'C'], {goesOn: true}))).toBe(list);
    expect(plain(formatList(lang, ['A'], {goesOn: true}))).toBe('A');
  });
});

describe('a language’s name', () => {
  it.each([
    ['en', 'ug-Latn', 'Uyghur (Latin)'],
    ['en', 'zh-Hant', 'Traditional Chinese'],
    ['en', 'zh-yue', 'Cantonese'],
    ['zh-Hant', 'ug-Cyrl', '維吾爾文（西里爾文字）'],
    ['ug-Latn', 'ug', 'Uyghurche'],
    ['ug-Latn', 'ug-KZ', 'Uyghurche (kiril)'],
    ['ug-Latn', 'zh-TW', 'Murekkep xenche'],
    ['ug-Cyrl', 'en-GB', 'Инглизчә'],
  ])('for readers of %s: %s is %s', (lang, tag, name) => {
    expect(languageName(lang, tag)).toBe(name);
  });

  it.each([
    ['en', 'qaa'],
    ['en', '!!'],
    ['ug-Latn', 'sv'],
    ['ug-Latn', 'toString'],
    ['ug-Cyrl', '!!'],
    ['qaa', 'fr'],
  ])('for readers of %s: there is none for %s', (lang, tag) => {
    expect(languageName(lang, tag)).toBe(undefined);
  });
});

describe('countries', () => {
  it('are sorted by the rules of the language, not by code points', () => {
    const french = namedCountries('fr', countries()).map(({name}) => name);
    expect(french.indexOf('Égypte')).toBeLessThan(french.indexOf('France'));
    const swedish = namedCountries('sv', countries()).map(({name}) => name);
    expect(swedish.at(-1)).toMatch(/^Ö/);
  });

  it('that CLDR has no name for have their English one', () => {
    expect(countryIn('ug-Arab', 'IO')).toBe('British Indian Ocean Territory');
    expect(countryIn('ug-Arab', 'XX')).toBe('XX');
  });

  it('are English where there is no such language', async () => {
    expect(await loadCountryNames('qaa')).toBe(false);
    expect(countryIn('qaa', 'DE')).toBe('Germany');
  });

  it('have nothing to wait for where `Intl` knows them', async () => {
    vi.resetModules();
    const fresh = await import('../../src/i18n/country-names.ts');
    const load = vi.fn<() => Promise<{default: string}>>();
    for (const tag of ['en', 'fr', 'ug', 'ug-CN']) {
      expect(await fresh.loadCountryNames(tag, {'ug-Arab': load})).toBe(false);
    }
    expect(load).not.toHaveBeenCalled();
  });

  it('stand in English until their table comes, which may fail and be tried again', async () => {
    vi.resetModules();
    const fresh = await import('../../src/i18n/country-names.ts');
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const load = vi.fn<() => Promise<{default: string}>>();
    const germany = (): string | undefined => fresh.namedCountries('ug-Latn', ['DE'])[0]?.name;
    const asked = (): Promise<boolean> => fresh.loadCountryNames('ug-Latn', {'ug-Latn': load});

    load.mockRejectedValue(new TypeError('offline'));
    expect(await asked()).toBe(false);
    expect(await asked()).toBe(false);
    expect(germany()).toBe('Germany');
    expect(warn.mock.calls).toEqual([[expect.stringContaining('countries are named in English')]]);

    load.mockResolvedValue({default: 'FRFiransiye|DEGérmaniye'});
    expect(await asked()).toBe(true);
    expect(await asked()).toBe(false);
    expect(germany()).toBe('Gérmaniye');
    expect(load).toHaveBeenCalledTimes(3);
    expect(fresh.namedCountries('ug-Latn', ['DE', 'FR']).map(({code}) => code)).toEqual(['FR', 'DE']);
  });
});
