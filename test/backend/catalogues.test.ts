import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {speechFor, spokenLanguages} from '../../demo/backend/spoken-languages.ts';
import {catalogueProblems, readCatalogues} from '../support/lint/catalogues.ts';

const catalogues = readCatalogues(join(import.meta.dirname, '../../demo/backend/catalogues'));
const english = catalogues.get('en') ?? {};
const placeholders = new Map(
  Object.entries(english).map(([key, text]) => [
    key,
    Array.from(text.matchAll(/\{\{(.*?)\}\}/g), ([, name = '']) => name),
  ]),
);

const marks: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'is empty'],
  [/^\s|\s$/, 'begins or ends with a space'],
  [/ {2}/, 'has two spaces in a row'],
  [/["']/, 'has a straight " or \', where the language has marks of its own'],
  [/\.\.\./, 'has three dots instead of …'],
  [/[!！]/, 'has an exclamation mark, and all texts are to be calm'],
];
const marksFromRightToLeft: typeof marks = [
  [/[,;?]/, 'has a mark of another script: its own are ، ؛ ؟'],
  [/[“”]/, 'has quotation marks of another script: its own are « »'],
];

function faultsOf(lang: string, key: string, text: string): readonly string[] {
  const {direction} = speechFor(lang);
  const rules = direction === 'rtl' ? [...marks, ...marksFromRightToLeft] : marks;
  return [
    ...rules.filter(([rule]) => rule.test(text)).map(([, fault]) => `"${key}" ${fault}`),
    ...(lang !== 'en' && text === english[key] ? [`"${key}" is not translated`] : []),
  ];
}

describe('the catalogues', () => {
  it('are all spoken', () => {
    const written = [...catalogues.keys()].toSorted();
    expect(written, 'Every catalogue has a line in spoken-languages.ts').toEqual(spokenLanguages.toSorted());
  });

  it.each([...catalogues])('have nothing wrong in %s.json', (lang, catalogue) => {
    expect([
      ...catalogueProblems(lang, catalogue, english, placeholders),
      ...Object.entries(catalogue).flatMap(([key, text]) => faultsOf(lang, key, text)),
    ]).toEqual([]);
  });

  it.each([...catalogues])('have the texts in the order of English in %s.json', (_, catalogue) => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(english));
  });

  it('are written in the direction of their script', () => {
    const directions = spokenLanguages.map((lang) => [lang, speechFor(lang).direction]);
    expect(Object.fromEntries(directions)).toMatchObject({
      en: 'ltr',
      ar: 'rtl',
      'ug-Arab': 'rtl',
      'ug-Cyrl': 'ltr',
      'ug-Latn': 'ltr',
      'zh-Hant': 'ltr',
    });
  });
});
