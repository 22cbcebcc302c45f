import {translationOf} from './petitions/languages.ts';

/** The languages of the backend's own pages and mails. The first is for all who ask for none of them. */
export const spokenLanguages = ['en', 'fr', 'ar', 'ug-Arab'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** A text that is missing in one of them fails the type check. */
export type InSpokenLanguages<Texts> = Readonly<Record<SpokenLanguage, Texts>>;

const languages: InSpokenLanguages<{readonly lang: SpokenLanguage; readonly direction: 'ltr' | 'rtl'}> = {
  en: {lang: 'en', direction: 'ltr'},
  fr: {lang: 'fr', direction: 'ltr'},
  ar: {lang: 'ar', direction: 'rtl'},
  'ug-Arab': {lang: 'ug-Arab', direction: 'rtl'},
};

export type Speech = (typeof languages)[SpokenLanguage];

/** The one to speak in, to somebody who asks for `lang`. */
export const speechFor = (lang: string | undefined): Speech => translationOf(languages, lang).text;
