/** Longer than any tag in use; what exceeds it is nonsense and not worth cutting into subtags. */
const longestTag = 100;

/** `ug-Latn-CN` → `ug-latn-cn`, `ug-latn`, `ug`. */
function truncations(tag: string): string[] {
  if (tag.length > longestTag) return [];
  const subtags = tag.toLowerCase().split('-');
  return subtags.map((_, dropped) => subtags.slice(0, subtags.length - dropped).join('-'));
}

/** A script is never given up for another one: who asks for `ug-Latn` is not handed `ug-Arab`. */
function dropsScript(tag: string, truncated: string): boolean {
  return tag
    .slice(truncated.length)
    .split('-')
    .some((subtag) => /^[a-z]{4}$/i.test(subtag));
}

/**
 * The language to answer in: the asked one, else the longest of its truncations, else one that
 * begins with it (`ug`, `ug-CN` → `ug-Arab`). Undefined where nothing fits; nonsense never throws.
 */
export function matchLanguage(asked: string, available: readonly string[]): string | undefined {
  const candidates = truncations(asked);
  const extensible = candidates.filter((candidate) => candidate !== '' && !dropsScript(asked, candidate));
  return (
    firstMatch(candidates, available, (language, candidate) => language === candidate) ??
    firstMatch(extensible, available, (language, candidate) => language.startsWith(`${candidate}-`))
  );
}

function firstMatch(
  candidates: readonly string[],
  available: readonly string[],
  fits: (language: string, candidate: string) => boolean,
): string | undefined {
  for (const candidate of candidates) {
    const match = available.find((language) => fits(language.toLowerCase(), candidate));
    if (match !== undefined) return match;
  }
  return undefined;
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
