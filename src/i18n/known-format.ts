import {canonicalTag, isSameLanguage, parsed} from './language-tags.ts';

/** English as it is written between countries, with the day before the month. */
const english = 'en-001';

/** A tag that names no region, as the reader's browser narrows it: `en` on a British reader's phone is `en-GB`. */
function regional(tag: string): string {
  const wanted = parsed(tag);
  if (!wanted) return english;
  if (wanted.region) return canonicalTag(tag);
  const narrowed = navigator.languages.find((each) => isSameLanguage(each, tag));
  if (narrowed !== undefined) return canonicalTag(narrowed);
  return wanted.language === 'en' ? english : canonicalTag(tag);
}

/** A format, and whether it is one of the language that was asked for; else it is English. */
export interface KnownFormat<F> {
  readonly format: F;
  readonly isKnown: boolean;
}

/**
 * What formats for a reader, by language. A browser that doesn't know the language (Chromium has no
 * Uyghur), or not in this script (the others have it in Arabic script alone), would silently take another.
 * What a format resolved to tells; to ask for all the supported languages takes a phone longer than to
 * paint a form.
 */
export function formatsBy<F extends {resolvedOptions: () => {locale: string}}>(
  make: (tag: string) => F,
): (lang: string) => KnownFormat<F> {
  const made = new Map<string, KnownFormat<F>>();
  return (lang) => {
    const tag = regional(lang);
    const before = made.get(tag);
    if (before) return before;
    const format = make(tag);
    const isKnown = isSameLanguage(tag, format.resolvedOptions().locale);
    const known = {format: isKnown ? format : make(english), isKnown};
    made.set(tag, known);
    return known;
  };
}
