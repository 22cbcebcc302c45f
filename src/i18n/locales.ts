/** The languages that the elements themselves speak: a catalogue for each. */
export const locales = ['en', 'fr', 'ar', 'ug-Arab'] as const;
export type Locale = (typeof locales)[number];

export type Direction = 'ltr' | 'rtl';

const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** What has been looked up before: elements ask for the same few tags at every rendering. */
const lookedUp = new Map<string, Intl.Locale | undefined>();

/** A BCP 47 tag with its likely script and region, or undefined for what is no such tag. */
export function maximized(tag: string): Intl.Locale | undefined {
  if (!lookedUp.has(tag)) lookedUp.set(tag, lookUp(tag));
  return lookedUp.get(tag);
}

function lookUp(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The direction that a language is written in, from its script; left-to-right for what is no language tag. */
export function directionOf(tag: string): Direction {
  return rightToLeft.has(maximized(tag)?.script ?? '') ? 'rtl' : 'ltr';
}

/**
 * The catalogue for a language tag: RFC 4647 lookup over likely subtags, so that `ug` finds `ug-Arab`
 * and `ar-EG` finds `ar`, but `ug-Latn`, which is another script, does not find `ug-Arab`.
 */
export function localeOf(tag: string): Locale | undefined {
  const wanted = maximized(tag);
  return locales.find((locale) => {
    const candidate = maximized(locale);
    return wanted && candidate?.language === wanted.language && candidate.script === wanted.script;
  });
}

const ownNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ar: 'العربية',
    de: 'Deutsch',
    en: 'English',
    fr: 'Français',
    ja: '日本語',
    ru: 'Русский',
    tr: 'Türkçe',
    ug: 'ئۇيغۇرچە',
    'ug-Arab': 'ئۇيغۇرچە',
    'ug-Cyrl': 'Уйғурчә',
    'ug-Latn': 'Uyghurche',
    'zh-Hans': '简体中文',
    'zh-Hant': '繁體中文',
  }),
);

/** A language's name in itself; of those that `Intl` doesn't know either, the tag. */
export function ownNameOf(tag: string): string {
  const name = ownNames.get(tag);
  if (name !== undefined) return name;
  if (!maximized(tag)) return tag;
  return new Intl.DisplayNames([tag, 'en'], {type: 'language'}).of(tag) ?? tag;
}
