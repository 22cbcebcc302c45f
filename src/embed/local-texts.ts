import {localeOf, type Locale} from '../i18n/locales.ts';
import {registry} from '../i18n/registry.ts';
import {english} from './english.ts';

/** What is said before the elements are there. */
export interface LocalTexts {
  readonly locale: Locale;
  readonly texts: Readonly<typeof english>;
}

const inEnglish: LocalTexts = {locale: 'en', texts: english};

/** The texts that a reader gets: at once in English, which also stands in where theirs can't be had. */
export function localTexts(lang: string): LocalTexts | Promise<LocalTexts> {
  const locale = localeOf(lang);
  return locale === undefined || locale === 'en' ? inEnglish : load(locale);
}

async function load(locale: Locale): Promise<LocalTexts> {
  try {
    const loaded = await registry[locale].load?.();
    return loaded ? {locale, texts: loaded.default} : inEnglish;
  } catch {
    // The elements, which ask for it again, tell of this.
    return inEnglish;
  }
}
