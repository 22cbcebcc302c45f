import type {Catalogue, Sentences, Texts} from './catalogue.ts';
import {likely, translationOf} from './petitions/languages.ts';

/**
 * The languages of the backend's own pages and mails: to add one takes its file in `catalogues/` and a
 * line here, where a missing text fails the type check. The first is for all who ask for none of them.
 */
const catalogues: Readonly<Record<string, Promise<{readonly default: Catalogue}>>> = {
  en: import('./catalogues/en.json', {with: {type: 'json'}}),
  ar: import('./catalogues/ar.json', {with: {type: 'json'}}),
  de: import('./catalogues/de.json', {with: {type: 'json'}}),
  fr: import('./catalogues/fr.json', {with: {type: 'json'}}),
  ja: import('./catalogues/ja.json', {with: {type: 'json'}}),
  ru: import('./catalogues/ru.json', {with: {type: 'json'}}),
  tr: import('./catalogues/tr.json', {with: {type: 'json'}}),
  'ug-Arab': import('./catalogues/ug-Arab.json', {with: {type: 'json'}}),
  'ug-Cyrl': import('./catalogues/ug-Cyrl.json', {with: {type: 'json'}}),
  'ug-Latn': import('./catalogues/ug-Latn.json', {with: {type: 'json'}}),
  'zh-Hans': import('./catalogues/zh-Hans.json', {with: {type: 'json'}}),
  'zh-Hant': import('./catalogues/zh-Hant.json', {with: {type: 'json'}}),
};

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

export interface Speech {
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: Texts;
  readonly sentences: Sentences;
}

const speechOf = (lang: string, catalogue: Catalogue): Speech => ({
  lang,
  direction: rightToLeft.has(likely(lang)?.script ?? '') ? 'rtl' : 'ltr',
  texts: catalogue,
  sentences: catalogue,
});

const speeches: Readonly<Record<string, Speech>> = Object.fromEntries(
  await Promise.all(
    Object.entries(catalogues).map(
      async ([lang, catalogue]) => [lang, speechOf(lang, (await catalogue).default)] as const,
    ),
  ),
);

export const spokenLanguages: readonly string[] = Object.keys(speeches);

/** The one to speak in, to somebody who asks for `lang`. */
export const speechFor = (lang: string | undefined): Speech => translationOf(speeches, lang).text;
