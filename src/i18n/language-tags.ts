export type Direction = 'ltr' | 'rtl';

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/**
 * Languages that are written in one script, whatever the region (CLDR, likely subtags). To have a browser look
 * up the first likely script takes a phone nearly as long as all else that runs until a form is painted.
 */
export const usualScripts: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'Arab',
    da: 'Latn',
    de: 'Latn',
    en: 'Latn',
    es: 'Latn',
    fi: 'Latn',
    fr: 'Latn',
    it: 'Latn',
    ja: 'Jpan',
    nl: 'Latn',
    pl: 'Latn',
    pt: 'Latn',
    ru: 'Cyrl',
    sv: 'Latn',
    tr: 'Latn',
  }),
);

/** What tells a language from another one. */
interface Identity {
  readonly language: string;
  readonly script?: string | undefined;
}

/** What has been looked up before: elements ask for the same few tags at every rendering. */
const identities = new Map<string, Identity | undefined>();

function lookedUp(tag: string): Identity | undefined {
  const locale = parsed(tag);
  if (!locale) return undefined;
  const {baseName, language, script = usualScripts.get(language)} = locale;
  const isKnown = script !== undefined && script !== 'Zzzz' && !baseName.startsWith('und');
  return isKnown ? {language, script} : locale.maximize();
}

function identityOf(tag: string): Identity | undefined {
  if (!identities.has(tag)) identities.set(tag, lookedUp(tag));
  return identities.get(tag);
}

/** A BCP 47 tag with its likely script and region, or undefined for what is no such tag. */
export const maximized = (tag: string): Intl.Locale | undefined => parsed(tag)?.maximize();

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
  return rightToLeft.has(identityOf(tag)?.script ?? '') ? 'rtl' : 'ltr';
}

/** The same language in the same script, such as `zh-TW` and `zh-Hant`. */
function isSame(one: Identity | undefined, other: Identity | undefined): boolean {
  return one !== undefined && one.language === other?.language && one.script === other.script;
}

export const isSameLanguage = (one: string, other: string): boolean => isSame(identityOf(one), identityOf(other));

/**
 * The one of the available languages that a reader of `tag` is served best with: RFC 4647 lookup over
 * likely subtags (UTS #35), so that `zh-TW` finds `zh-Hant`, and `ug-Latn`, which is another script,
 * doesn't find `ug`. The very tag comes first, then one of the same region, then one of no region.
 */
export function lookUp<T extends string>(tag: string, available: readonly T[]): T | undefined {
  const very = available.find((each) => each.toLowerCase() === tag.toLowerCase());
  const wanted = identityOf(tag);
  const fitting = available.filter((each) => isSame(wanted, identityOf(each)));
  if (very !== undefined || fitting.length < 2) return very ?? fitting[0];
  const region = maximized(tag)?.region;
  return (
    fitting.find((each) => parsed(each)?.region === region) ??
    fitting.find((each) => parsed(each)?.region === undefined) ??
    fitting[0]
  );
}
