import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {formatDate, formatList, formatNumber, namedCountries} from '../../src/i18n/formats.ts';
import {directionOf, localeOf, locales, ownNameOf} from '../../src/i18n/locales.ts';
import {countries} from '../../src/model/countries.ts';

const noTags = ['', '!!', 'x', 'lang nobody knows', 'en_GB', '-', 'en-', '🙂', 'undefined undefined'];

/** The languages that the reader's browser asks for. */
const readBy = (...languages: readonly string[]): void => {
  vi.stubGlobal('navigator', {languages});
};

beforeEach(() => {
  readBy();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the catalogue for a language tag', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['fr-CA', 'fr'],
    ['ar-EG', 'ar'],
    ['ar-Arab-MA', 'ar'],
    ['ug', 'ug-Arab'],
    ['ug-CN', 'ug-Arab'],
    ['ug-Arab', 'ug-Arab'],
    ['ug-Arab-TR', 'ug-Arab'],
  ])('of %s is %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it.each(['ug-Latn', 'ug-Cyrl', 'ug-KZ', 'sr', 'de', 'zh-Hans', 'qaa', ...noTags])('there is none of “%s”', (tag) => {
    expect(localeOf(tag)).toBe(undefined);
  });

  it('is its own', () => {
    for (const locale of locales) expect(localeOf(locale)).toBe(locale);
  });
});

describe('the direction of a language', () => {
  it.each(['ar', 'ar-EG', 'ug', 'ug-Arab', 'he', 'fa', 'ur-PK', 'dv', 'az-Arab', 'AR'])('%s is rtl', (tag) => {
    expect(directionOf(tag)).toBe('rtl');
  });

  it.each(['en', 'fr', 'ug-Latn', 'ug-Cyrl', 'ug-KZ', 'ar-Latn', 'zh-Hant', 'ja', ...noTags])('“%s” is ltr', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});

describe('a language’s own name', () => {
  it.each([
    ['en', 'English'],
    ['fr', 'Français'],
    ['ar', 'العربية'],
    ['ug', 'ئۇيغۇرچە'],
    ['ug-Arab', 'ئۇيغۇرچە'],
    ['ug-Latn', 'Uyghurche'],
    ['ug-Cyrl', 'Уйғурчә'],
    ['zh-Hans', '简体中文'],
    ['es', 'español'],
    ['kk', 'қазақ тілі'],
  ])('of %s is %s', (tag, name) => {
    expect(ownNameOf(tag)).toBe(name);
  });

  it.each(['qaa', ...noTags])('of “%s”, which nobody knows, is the tag', (tag) => {
    expect(ownNameOf(tag)).toBe(tag);
  });
});

describe('numbers', () => {
  it('are written as in the reader’s country', () => {
    expect(formatNumber('en-GB', 1_234_567)).toBe('1,234,567');
    expect(formatNumber('en-IN', 1_234_567)).toBe('12,34,567');
    expect(formatNumber('fr', 1_234_567)).toBe('1\u202F234\u202F567');
    expect(formatNumber('ar-EG', 1_234_567)).toBe('١٬٢٣٤٬٥٦٧');
    expect(formatNumber('ar-MA', 1_234_567)).toBe('1.234.567');
  });

  it('are written as in the country of the reader’s browser where the language names none', () => {
    readBy('fr-CH', 'en-IN', 'en-GB', '!!', 'ar-EG');
    expect(formatNumber('en', 1_234_567)).toBe('12,34,567');
    expect(formatNumber('en-GB', 1_234_567)).toBe('1,234,567');
    expect(formatNumber('ar', 1_234_567)).toBe('١٬٢٣٤٬٥٦٧');
    expect(formatNumber('de', 1_234_567)).toBe('1.234.567');
  });

  it('are written as in English where there is no such language', () => {
    for (const tag of [...noTags, 'qaa']) expect(formatNumber(tag, 1_234_567)).toBe('1,234,567');
  });
});

describe('dates', () => {
  const time = '2018-03-10T00:00:00Z';

  it('are written as in the reader’s country', () => {
    expect(formatDate('en-GB', time)).toBe('10 March 2018');
    expect(formatDate('en-US', time)).toBe('March 10, 2018');
    expect(formatDate('fr', time)).toBe('10 mars 2018');
    expect(formatDate('ar-EG', time)).toBe('١٠ مارس ٢٠١٨');
  });

  it('have the day first in English that names no country, unless the reader’s browser has it otherwise', () => {
    expect(formatDate('en', time)).toBe('10 March 2018');
    readBy('fr', 'en-US');
    expect(formatDate('en', time)).toBe('March 10, 2018');
    expect(formatDate('en-GB', time)).toBe('10 March 2018');
    expect(formatDate('fr', time)).toBe('10 mars 2018');
  });

  it('are of the day in UTC', () => {
    expect(formatDate('en-GB', '2018-03-10T23:59:59Z')).toBe('10 March 2018');
    expect(formatDate('en-GB', '2018-03-10T23:30:00-02:00')).toBe('11 March 2018');
  });

  it('are bare where there is no such language', () => {
    for (const tag of [...noTags, 'qaa']) expect(formatDate(tag, time)).toBe('2018-03-10');
  });
});

describe('lists', () => {
  it('are joined as the language does it', () => {
    expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b, c');
    expect(formatList('fr', ['a', 'b', 'c'])).toBe('a, b et c');
    expect(formatList('ar', ['أ', 'ب']).replaceAll(/[\u2068\u2069]/g, '')).toMatch(/^أ\s?و\s?ب$/);
    expect(formatList('ar', ['UN'])).toBe('\u2068UN\u2069');
    expect(formatList('qaa', ['a', 'b'])).toBe('a, b');
    expect(formatList('en', [])).toBe('');
  });
});

describe('the countries by name', () => {
  it.each(['en', 'fr', 'ar-EG', 'ug-Arab', 'sv'])('are all there in %s, sorted as its readers do', (lang) => {
    const named = namedCountries(lang, countries);
    const names = named.map(({name}) => name);
    expect(named).toHaveLength(249);
    expect(named.map(({code}) => code).toSorted()).toEqual(countries.toSorted());
    expect(new Set(names).size).toBe(249);
    expect(names).toEqual(names.toSorted(new Intl.Collator(lang).compare));
  });

  it('have names in the reader’s language', () => {
    const nameOf = (lang: string, code: string): string | undefined =>
      namedCountries(lang, countries).find((country) => country.code === code)?.name;
    expect(nameOf('en', 'DE')).toBe('Germany');
    expect(nameOf('fr', 'DE')).toBe('Allemagne');
    expect(nameOf('ar', 'DE')).toBe('ألمانيا');
    expect(nameOf('ug-Arab', 'DE')).toBe('گېرمانىيە');
  });

  it('are not in the order of the code points', () => {
    const names = namedCountries('fr', countries).map(({name}) => name);
    expect(names.indexOf('Égypte')).toBeLessThan(names.indexOf('France'));
    const swedish = namedCountries('sv', countries).map(({name}) => name);
    expect(swedish.at(-1)).toMatch(/^Ö/);
  });
});
