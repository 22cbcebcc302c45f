export type Direction = 'ltr' | 'rtl';

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** What has been looked up before: elements ask for the same few tags at every rendering. */
const lookedUp = new Map<string, Intl.Locale | undefined>();

/** A BCP 47 tag with its likely script and region, or undefined for what is no such tag. */
export function maximized(tag: string): Intl.Locale | undefined {
  if (!lookedUp.has(tag)) lookedUp.set(tag, parsed(tag)?.maximize());
  return lookedUp.get(tag);
}

/** An extended language, which BCP 47 allows and `Intl` doesn't, is the same as itself: `zh-yue` is `yue`. */
const extendedLanguage = /^[a-z]{2,3}-(?=[a-z]{3}(?:-|$))/i;

const plainTag = (tag: string): string => tag.replace(extendedLanguage, '');

/**
 * A valid tag as `Intl` writes it. Not by a locale's `toString`: WebKit, once it has compiled a function
 * that is called often, takes that for the one of any object, and gives "[object Intl.Locale]".
 */
export const canonicalTag = (tag: string): string => Intl.getCanonicalLocales(plainTag(tag))[0] ?? tag;

/** A BCP 47 tag in the form that `Intl` takes, or undefined for what is no such tag. */
export function parsed(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(plainTag(tag));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The direction that a language is written in, from its script; left-to-right for what is no language tag. */
export function directionOf(tag: string): Direction {
  return rightToLeft.has(maximized(tag)?.script ?? '') ? 'rtl' : 'ltr';
}

/** The same language in the same script, such as `zh-TW` and `zh-Hant`. */
function isSame(one: Intl.Locale | undefined, other: Intl.Locale | undefined): boolean {
  return one !== undefined && one.language === other?.language && one.script === other.script;
}

export const isSameLanguage = (one: string, other: string): boolean => isSame(maximized(one), maximized(other));

/**
 * The one of the available languages that a reader of `tag` is served best with: RFC 4647 lookup over
 * likely subtags (UTS #35), so that `zh-TW` finds `zh-Hant`, and `ug-Latn`, which is another script,
 * doesn't find `ug`. The very tag comes first, then one of the same region, then one of no region.
 */
export function lookUp<T extends string>(tag: string, available: readonly T[]): T | undefined {
  const wanted = maximized(tag);
  const fitting = available.filter((each) => isSame(wanted, maximized(each)));
  return (
    available.find((each) => each.toLowerCase() === tag.toLowerCase()) ??
    fitting.find((each) => parsed(each)?.region === wanted?.region) ??
    fitting.find((each) => parsed(each)?.region === undefined) ??
    fitting[0]
  );
}
