import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';

/** The names of a message's placeholders, for each message that has some. */
export type PlaceholderNames = ReadonlyMap<string, readonly string[]>;

export type Catalogue = Readonly<Record<string, string>>;

const ending = '.json';
const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;
/** A counted message without its plural category. */
const baseOf = (key: string): string => pluralForm.exec(key)?.[1] ?? key;
const placeholder = /\{\{(.*?)\}\}/g;

const isCatalogue = (json: unknown): json is Catalogue =>
  typeof json === 'object' && json !== null && Object.values(json).every((text) => typeof text === 'string');

function readCatalogue(path: string): Catalogue {
  const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isCatalogue(json)) throw new Error(`${path} holds more than texts`);
  return json;
}

/** The catalogues of a folder by their language tags. */
export function readCatalogues(folder: string): ReadonlyMap<string, Catalogue> {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  return new Map(files.map((file) => [basename(file, ending), readCatalogue(join(folder, file))]));
}

/** What a catalogue of that language has to hold: English's texts, each counted one in all of its plural categories. */
function keysFor(locale: string, english: Catalogue): readonly string[] {
  const {pluralCategories} = new Intl.PluralRules(locale).resolvedOptions();
  const keys = Object.keys(english).flatMap((key) => {
    const [, base] = pluralForm.exec(key) ?? [];
    return base === undefined ? [key] : pluralCategories.map((category) => `${base}_${category}`);
  });
  return [...new Set(keys)];
}

function placeholderProblems(key: string, text: string, declared: PlaceholderNames): readonly string[] {
  const wanted = declared.get(baseOf(key)) ?? [];
  const found = Array.from(text.matchAll(placeholder), ([, name = '']) => name);
  return [
    ...wanted.filter((name) => !found.includes(name)).map((name) => `"${key}" does not use {{${name}}}`),
    ...wanted
      .filter((name) => found.indexOf(name) !== found.lastIndexOf(name))
      .map((name) => `"${key}" has {{${name}}} more than once`),
    ...found.filter((name) => !wanted.includes(name)).map((name) => `"${key}" has {{${name}}}, which nothing fills`),
    ...(/[{}]/.test(text.replaceAll(placeholder, '')) ? [`"${key}" has a stray brace`] : []),
  ];
}

/** What a catalogue misses or has too much, each told so that a translator can mend it. */
export function catalogueProblems(
  locale: string,
  catalogue: Catalogue,
  english: Catalogue,
  declared: PlaceholderNames,
): readonly string[] {
  const keys = keysFor(locale, english);
  const bases = new Set(Object.keys(catalogue).map(baseOf));
  return [
    ...keys.filter((key) => !Object.hasOwn(catalogue, key)).map((key) => `"${key}" is missing`),
    ...[...declared.keys()].filter((key) => !bases.has(key)).map((key) => `"${key}" has placeholders, and no text`),
    ...Object.keys(catalogue)
      .filter((key) => !keys.includes(key))
      .map((key) => `"${key}" is not asked for`),
    ...Object.entries(catalogue).flatMap(([key, text]) => placeholderProblems(key, text, declared)),
  ];
}
