/** Longer than any tag in use; what exceeds it is nonsense and not worth looking into. */
const longestTag = 100;

/** `ug-Latn-CN` → `ug-latn-cn`, `ug-latn`, `ug`. */
function truncations(tag: string): string[] {
  const subtags = tag.toLowerCase().split('-');
  return subtags.map((_, dropped) => subtags.slice(0, subtags.length - dropped).join('-'));
}

/** More tags than anybody reads in; what is beyond is forgotten, as anybody may send anything. */
const mostKnown = 1000;

const known = new Map<string, Intl.Locale | undefined>();

/** A tag with its likely script and region, as `ug-Cyrl-KZ` for `ug-KZ`; undefined for what is no tag. */
export function likely(tag: string): Intl.Locale | undefined {
  if (known.has(tag)) return known.get(tag);
  if (known.size >= mostKnown) known.clear();
  const found = maximized(tag);
  known.set(tag, found);
  return found;
}

function maximized(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * The language to answer in: the asked one, else the longest of its truncations, else one that is likely
 * to be written the same (`ug`, `ug-CN` → `ug-Arab`, `zh-TW` → `zh-Hant`), best of the same region. A
 * script is not given up for another one. Undefined where nothing fits; nonsense never throws.
 */
export function matchLanguage(asked: string, available: readonly string[]): string | undefined {
  if (asked.length > longestTag) return undefined;
  return truncatedMatch(truncations(asked), available) ?? likelyMatch(asked, available);
}

function truncatedMatch(candidates: readonly string[], available: readonly string[]): string | undefined {
  for (const candidate of candidates) {
    const match = available.find((language) => language.toLowerCase() === candidate);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** As it is written: `und`, which names no language, is likely English. */
const languageOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

function likelyMatch(asked: string, available: readonly string[]): string | undefined {
  const wanted = likely(asked);
  if (!wanted) return undefined;
  const alike = available.filter(
    (tag) => languageOf(tag) === languageOf(asked) && likely(tag)?.script === wanted.script,
  );
  return alike.find((tag) => likely(tag)?.region === wanted.region) ?? alike[0];
}

export interface Translation<T> {
  readonly lang: string;
  readonly text: T;
}

/** The text in the language that {@link matchLanguage} finds, else the first one. */
export function translationOf<T>(texts: Readonly<Record<string, T>>, asked: string | undefined): Translation<T> {
  const match = matchLanguage(asked ?? '', Object.keys(texts));
  const [first] = Object.entries(texts);
  const [lang, text] = Object.entries(texts).find(([language]) => language === match) ?? first ?? [];
  if (lang === undefined || text === undefined) throw new Error('A text has no language at all');
  return {lang, text};
}
