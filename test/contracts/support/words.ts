import {locales, type Locale} from '../../../src/i18n/locales.ts';
import {loadCatalogue} from '../../../src/i18n/texts.ts';
import {composed, plain} from '../../elements/support/page.ts';

/** Attributes whose values are read to somebody. */
const readAttributes = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
];
const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);

/** All that may be read of what is below a node: its pieces of text, the sentences that they are part of, and attributes. */
export function wordsBelow(root: Node): ReadonlySet<string> {
  const words = new Set<string>();
  for (const element of composed(root)) {
    if (unread.has(element.tagName)) continue;
    const pieces = Array.from(element.childNodes, (node) => (node instanceof Text ? plain(node.data) : ''));
    for (const piece of pieces) words.add(piece);
    if (pieces.some(Boolean)) words.add(plain(element.textContent));
    for (const name of readAttributes) words.add(plain(element.getAttribute(name) ?? ''));
  }
  words.delete('');
  return words;
}

type Entries = readonly (readonly [key: string, text: string])[];

const catalogues: ReadonlyMap<Locale, Entries> = new Map(
  await Promise.all(
    locales.map(async (locale): Promise<[Locale, Entries]> => {
      const {default: catalogue} = await loadCatalogue(locale);
      return [locale, Object.entries(catalogue)];
    }),
  ),
);

/** The keys and texts of a language's catalogue. */
export const entriesOf = (locale: Locale): Entries => catalogues.get(locale) ?? [];

const placeholder = /\{\{\w+\}\}/;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What a catalogue says, to find out whether something is said by it. */
class Sayings {
  readonly #texts: ReadonlySet<string>;
  readonly #messages: readonly RegExp[];

  constructor(entries: Entries) {
    const texts = entries.map(([, text]) => plain(text));
    this.#texts = new Set(texts);
    this.#messages = texts
      .filter((text) => placeholder.test(text))
      .map((text) => new RegExp(`^${text.split(placeholder).map(escaped).join('.*')}$`));
  }

  includes(words: string): boolean {
    return this.#texts.has(words) || this.#messages.some((message) => message.test(words));
  }
}

const sayings: ReadonlyMap<Locale, Sayings> = new Map(
  Array.from(catalogues, ([locale, entries]) => [locale, new Sayings(entries)]),
);

const speakers = new Map<string, readonly Locale[]>();

/** The languages whose catalogues say this. */
export function speakersOf(words: string): readonly Locale[] {
  const known = speakers.get(words) ?? locales.filter((locale) => sayings.get(locale)?.includes(words));
  speakers.set(words, known);
  return known;
}

const pluralSuffix = /_(zero|one|two|few|many|other)$/;

/** Every catalogue's keys, also without their plural forms. */
const keys: ReadonlySet<string> = new Set(
  [...catalogues.values()].flat().flatMap(([key]) => [key, key.replace(pluralSuffix, '')]),
);
/** Those that are no words of a language. */
const isNoWord = (key: string): boolean => /[._]|[a-z][A-Z]/.test(key);

const broken = /\bundefined\b|\bnull\b|\bNaN\b|\[object|\{\{|\}\}|\uFFFD/;

const isRaw = (words: string): boolean =>
  keys.has(words) ||
  broken.test(words) ||
  words.split(/[\s“”"'(),:;]+/).some((word) => keys.has(word) && isNoWord(word));

/** What of these words nobody should read in that language, each with the reason. */
export const wrongWords = (words: Iterable<string>, locale: Locale): readonly string[] =>
  [...words].flatMap((each) => {
    if (isRaw(each)) return [`raw: ${each}`];
    const said = speakersOf(each);
    return said.length > 0 && !said.includes(locale) ? [`${said.join(', ')}: ${each}`] : [];
  });
