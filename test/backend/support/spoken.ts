import {expect} from 'vitest';
import {speechFor, spokenLanguages, type Speech} from '../../../demo/backend/spoken-languages.ts';
import type {PetitionDefinition} from '../../../demo/backend/petitions/petition-definition.ts';

/** What people ask for, and what the backend speaks to them: each of its languages, or what comes closest. */
export const askedLanguages: readonly (readonly [asked: string, spoken: string])[] = [
  ...spokenLanguages.map((lang) => [lang, lang] as const),
  ['fr-CA', 'fr'],
  ['ar-EG', 'ar'],
  ['ug', 'ug-Arab'],
  ['ug-KZ', 'ug-Cyrl'],
  ['zh-TW', 'zh-Hant'],
  ['zh-SG', 'zh-Hans'],
  ['it', 'en'],
  ['nonsense', 'en'],
];

const keys = Object.keys(speechFor('en').texts);

/** Checks that nothing is shown that is meant for no reader. */
export function expectWords(shown: string): void {
  expect(shown).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  for (const key of keys) expect(shown).not.toContain(key);
}

/** Checks that a page, or the HTML of a mail, is in the language as a whole. */
export function expectSpoken(shown: string, {lang, direction}: Speech): void {
  expect(shown).toContain(`<html lang="${lang}" dir="${direction}">`);
  expectWords(shown);
}

/** The petition's title as somebody gets it who is spoken to in `lang`, and the language that it is in. */
export function titleFor({texts}: PetitionDefinition, lang: string): {readonly title: string; readonly lang: string} {
  const [first = ''] = Object.keys(texts);
  const spoken = lang in texts ? lang : first;
  return {lang: spoken, title: texts[spoken]?.title ?? ''};
}
