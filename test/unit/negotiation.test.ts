import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {ownNameOf} from '../../src/i18n/formats.ts';
import {directionOf, lookUp, usualScripts} from '../../src/i18n/language-tags.ts';
import {localeOf, locales} from '../../src/i18n/locales.ts';

/** What readers ask for, and the catalogue that they are spoken to in; none means English. */
const negotiations: readonly (readonly [string, string | undefined])[] = [
  ['zh-TW', 'zh-Hant'],
  ['zh-SG', 'zh-Hans'],
  ['ug-KZ', 'ug-Cyrl'],
  ['ug', 'ug-Arab'],
  ['de-AT', 'de'],
  ['sr', undefined],

  ['en', 'en'],
  ['EN-us', 'en'],
  ['en-GB', 'en'],
  ['en-Latn-IN', 'en'],
  ['en-GB-oxendict', 'en'],
  ['en-GB-u-ca-gregory', 'en'],
  ['en-US-posix', 'en'],
  ['en-t-zh-hans', 'en'],
  ['en-x-pirate', 'en'],
  ['en-Shaw', undefined],
  ['en-GB-oed', undefined],

  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['ar-MA', 'ar'],
  ['ar-001', 'ar'],
  ['ar-Arab-SA', 'ar'],
  ['ar-u-nu-latn', 'ar'],
  ['ar-Latn', undefined],
  ['ar-Zzzz', 'ar'],
  ['und-Arab', 'ar'],
  ['und-Latn-TR', 'tr'],
  ['ar-arb', 'ar'],
  ['arb', 'ar'],

  ['de', 'de'],
  ['DE-ch', 'de'],
  ['de-CH-1996', 'de'],
  ['de-1901', 'de'],
  ['de-Latn-LI', 'de'],
  ['gsw', undefined],
  ['nds', undefined],

  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['fr-Latn-SN', 'fr'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['frc', undefined],

  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['ja-JP-u-ca-japanese', 'ja'],
  ['ja-Latn', undefined],
  ['ja-Latn-hepburn', undefined],

  ['ru', 'ru'],
  ['ru-KZ', 'ru'],
  ['ru-Cyrl-UA', 'ru'],
  ['ru-Latn', undefined],
  ['uk', undefined],

  ['tr', 'tr'],
  ['tr-CY', 'tr'],
  ['tr-Arab', undefined],
  ['az', undefined],

  ['ug-CN', 'ug-Arab'],
  ['ug-TR', 'ug-Arab'],
  ['ug-Arab', 'ug-Arab'],
  ['ug-Arab-KZ', 'ug-Arab'],
  ['ug-MN', 'ug-Cyrl'],
  ['UG-CYRL', 'ug-Cyrl'],
  ['ug-Cyrl-KG', 'ug-Cyrl'],
  ['ug-Latn', 'ug-Latn'],
  ['ug-latn-de', 'ug-Latn'],
  ['ug-Latn-CN', 'ug-Latn'],
  ['uig', 'ug-Arab'],
  ['ug-Hans', undefined],
  ['uz-Arab', undefined],

  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-MY', 'zh-Hans'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-hans-tw', 'zh-Hans'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['zh-AU', 'zh-Hant'],
  ['zh-Latn-pinyin', undefined],
  ['zh-cmn', 'zh-Hans'],
  ['zh-cmn-Hant', 'zh-Hant'],
  ['cmn-Hant-TW', 'zh-Hant'],
  ['zh-yue-HK', undefined],
  ['yue', undefined],

  ['eo', undefined],
  ['kk', undefined],
  ['he', undefined],
  ['fa', undefined],
  ['tlh', undefined],
  ['qaa', undefined],
  ['mul', undefined],
  ['zxx', undefined],

  ['', undefined],
  ['-', undefined],
  ['e', undefined],
  ['en-', undefined],
  ['en_GB', undefined],
  ['x-klingon', undefined],
  ['i-klingon', undefined],
  ['not a language', undefined],
  ['!!', undefined],
  ['🙂', undefined],
];

describe('the catalogue for a language tag', () => {
  it.each(negotiations)('of “%s” is %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it.each(locales)('of %s is its own', (locale) => {
    expect(localeOf(locale)).toBe(locale);
  });
});

describe('a language with a usual script', () => {
  const inRange = (from: number, count: number): number[] => Array.from({length: count}, (_, index) => from + index);
  const letterPairs = inRange(65, 26).flatMap((one) => inRange(65, 26).map((two) => String.fromCharCode(one, two)));
  const areas = inRange(0, 1000).map((code) => String(code).padStart(3, '0'));

  it.each([...usualScripts])('%s is written in %s, with and without a region', (language, script) => {
    const tags = [language, ...[...letterPairs, ...areas].map((region) => `${language}-${region}`)];
    expect(new Set(tags.map((tag) => new Intl.Locale(tag).maximize().script))).toEqual(new Set([script]));
  });
});

const letters = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzARTZ')),
    minLength: least,
    maxLength: most,
  });
const alphanumerics = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({unit: fc.constantFrom(...Array.from('abcz0189')), minLength: least, maxLength: most});

/** As RFC 5646 builds them, known or not: language, extended languages, script, region, variants, extensions, private use. */
const tags = fc
  .tuple(
    fc.oneof(letters(2, 3), fc.constantFrom('en', 'ar', 'de', 'fr', 'ja', 'ru', 'tr', 'ug', 'zh', 'sr')),
    fc.array(letters(3, 3), {maxLength: 1}),
    fc.option(fc.oneof(letters(4, 4), fc.constantFrom('Arab', 'Cyrl', 'Hans', 'Hant', 'Latn')), {nil: undefined}),
    fc.option(fc.oneof(letters(2, 2), fc.constantFrom('001', '419', 'KZ', 'TW', 'CN')), {nil: undefined}),
    fc.array(
      fc.oneof(
        alphanumerics(5, 8),
        alphanumerics(3, 3).map((rest) => `1${rest}`),
      ),
      {maxLength: 2},
    ),
    fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 't', 'u'), alphanumerics(2, 8)).map((parts) => parts.join('-')),
      {maxLength: 2},
    ),
    fc.option(
      alphanumerics(1, 8).map((rest) => `x-${rest}`),
      {nil: undefined},
    ),
  )
  .map((parts) =>
    parts
      .flat()
      .filter((part) => part !== undefined)
      .join('-'),
  );

describe('any language tag', {timeout: 60_000}, () => {
  it('has a catalogue or none, a direction and a name, and throws nothing', () => {
    fc.assert(
      fc.property(fc.oneof(tags, fc.string(), fc.string({unit: 'binary'})), (tag) => {
        expect([undefined, ...locales]).toContain(localeOf(tag));
        expect(['ltr', 'rtl']).toContain(directionOf(tag));
        expect(typeof ownNameOf(tag)).toBe('string');
      }),
      {numRuns: 2000},
    );
  });

  it('finds itself among the languages of a petition, and otherwise one in the same script', () => {
    fc.assert(
      fc.property(tags, fc.array(tags, {maxLength: 6}), (tag, languages) => {
        const found = lookUp(tag, languages);
        expect([undefined, ...languages]).toContain(found);
        if (found !== undefined) expect(directionOf(found)).toBe(directionOf(tag));
        const own = lookUp(tag, [...languages, tag]);
        if (own !== undefined) expect(own.toLowerCase()).toBe(tag.toLowerCase());
      }),
      {numRuns: 1000},
    );
  });
});

describe('the best of a petition’s languages', () => {
  it.each([
    ['de-AT', ['de', 'de-AT', 'de-CH'], 'de-AT'],
    ['de-CH', ['de-AT', 'de'], 'de'],
    ['de', ['de-AT', 'de-DE'], 'de-DE'],
    ['de-LU', ['de-AT', 'de-CH'], 'de-AT'],
    ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['zh-TW', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['zh-TW', ['zh'], undefined],
    ['zh-Hant', ['zh-HK'], 'zh-HK'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['ug', ['ug-Latn', 'ug-Cyrl', 'ug-Arab'], 'ug-Arab'],
    ['ug-KZ', ['ug', 'ug-Latn'], undefined],
    ['iw', ['he'], 'he'],
    ['en', [], undefined],
    ['en', ['nonsense!', 'en'], 'en'],
  ])('for %s, of %j, is %s', (tag, languages, language) => {
    expect(lookUp(tag, languages)).toBe(language);
  });
});
