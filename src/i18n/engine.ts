import {createInstance} from 'i18next';
import type {Catalogue} from './catalogue.ts';
import type {Locale} from './locales.ts';

/** Fills a message's placeholders and picks its plural form by the number `count`. */
export type Engine = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** An i18next instance of one language, over its one catalogue. Each value goes through `escape`. */
export async function createEngine(
  locale: Locale,
  catalogue: Catalogue,
  escape: (value: string) => string,
): Promise<Engine> {
  const instance = createInstance();
  // i18next picks plural forms by Intl.PluralRules, which takes the browser's language for one it
  // doesn't know; Uyghur has the plural forms of English.
  const [language = ''] = locale.split('-');
  const isKnown = new Intl.PluralRules(locale).resolvedOptions().locale.split('-')[0] === language;
  const lng = isKnown ? locale : 'en';
  await instance.init({
    lng,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: {[lng]: {translation: catalogue}},
    interpolation: {escapeValue: true, escape},
  });
  return (key, values) => instance.t(key, {...values});
}
