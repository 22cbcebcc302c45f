import {createInstance} from 'i18next';
import type {Catalogue} from './catalogue.ts';
import type {Direction, Locale} from './locales.ts';

/** Fills a message's placeholders and picks its plural form by the number `count`. */
export type Engine = (key: string, values: Readonly<Record<string, string | number>>) => string;

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const [isolate, endIsolate] = ['\u2068', '\u2069'];

/**
 * A name or number within a sentence of the other direction must not reorder what stands around it
 * (Unicode Bidirectional Algorithm, UAX #9): there it stands between isolates.
 */
const isolating =
  (dir: Direction) =>
  (value: string): string =>
    dir === 'rtl' || rightToLeftLetter.test(value) ? isolate + value + endIsolate : value;

/** An i18next instance of one language, over its one catalogue. */
export async function createEngine(locale: Locale, dir: Direction, catalogue: Catalogue): Promise<Engine> {
  const instance = createInstance();
  // i18next picks plural forms by Intl.PluralRules, which takes the browser's language for one it
  // doesn't know; Uyghur has the plural forms of English.
  const lng = Intl.PluralRules.supportedLocalesOf(locale).length > 0 ? locale : 'en';
  await instance.init({
    lng,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: {[lng]: {translation: catalogue}},
    interpolation: {escapeValue: true, escape: isolating(dir)},
  });
  return (key, values) => instance.t(key, {...values});
}
