import type {Catalogue} from '../i18n/catalogue.ts';
import en from '../i18n/catalogues/en.json';
import {localeOf, type Locale} from '../i18n/locales.ts';
import {registry} from '../i18n/registry.ts';

export interface LocalTexts {
  readonly locale: Locale;
  readonly texts: Catalogue;
}

const english: LocalTexts = {locale: 'en', texts: en};

/** The texts that a reader gets: at once in English, which also stands in where theirs can't be had. */
export function localTexts(lang: string): LocalTexts | Promise<LocalTexts> {
  const locale = localeOf(lang);
  return locale === undefined || locale === 'en' ? english : load(locale);
}

async function load(locale: Locale): Promise<LocalTexts> {
  try {
    return {locale, texts: (await registry[locale].load()).default};
  } catch {
    // The elements, which ask for it again, tell of this.
    return english;
  }
}
