import type {PluralKey} from '../../src/i18n/catalogue.ts';
import type {Locale} from '../../src/i18n/locales.ts';

/** The plural category of each number in each language, from CLDR’s plural rules (48, cardinals). */
export const numbers = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000] as const;
const pluralRules: Readonly<Record<string, readonly string[]>> = {
  en: ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'other', 'other'],
  de: ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  fr: ['one', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'many'],
  ja: numbers.map(() => 'other'),
  ru: ['many', 'one', 'few', 'few', 'many', 'many', 'one', 'many', 'one', 'many'],
  tr: ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  'ug-Arab': ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  'ug-Cyrl': ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  'ug-Latn': ['other', 'one', 'other', 'other', 'other', 'other', 'other', 'other', 'other', 'other'],
  'zh-Hans': numbers.map(() => 'other'),
  'zh-Hant': numbers.map(() => 'other'),
};

/** The plural category of each of the numbers; in a language that is not in the table, what Intl says. */
export function pluralCategories(locale: Locale): readonly string[] {
  const rules = new Intl.PluralRules(locale);
  return pluralRules[locale] ?? numbers.map((number) => rules.select(number));
}

/** Every counted message, with the placeholder that its number stands in. */
export const counted = {
  signed: 'total',
  signedFinal: 'total',
  targetsMore: 'more',
  languagesMore: 'more',
  tooLong: 'max',
  charactersLeft: 'left',
  charactersOver: 'over',
  mistakes: 'fields',
  nextTry: 'seconds',
} as const satisfies Readonly<Record<PluralKey, string>>;
