import {isolated} from './isolate.ts';
import {directionOf, localeOf, maximized} from './locales.ts';

/** English as it is written between countries, with the day before the month. */
const english = 'en-001';

/** A tag that names no region, as the reader's browser narrows it: `en` on a British reader's phone is `en-GB`. */
function regional(tag: string): string {
  const wanted = maximized(tag);
  if (!wanted) return english;
  if (new Intl.Locale(tag).region) return tag;
  const narrowed = navigator.languages.find((each) => {
    const reader = maximized(each);
    return reader?.language === wanted.language && reader.script === wanted.script;
  });
  return narrowed ?? (wanted.language === 'en' ? english : tag);
}

/**
 * What formats for a reader, where the browser knows the language. Where it doesn't (Chromium has no
 * Uyghur), it would silently take the browser's own, so English stands in. What a format resolved to
 * tells; to ask for all the supported languages takes a phone longer than to paint a form.
 */
function formatFor<F extends {resolvedOptions: () => {locale: string}}>(
  lang: string,
  make: (tag: string) => F,
): {readonly format: F; readonly isKnown: boolean} {
  const tag = regional(lang);
  const format = make(tag);
  const isKnown = maximized(lang)?.language === maximized(format.resolvedOptions().locale)?.language;
  return {format: isKnown ? format : make(english), isKnown};
}

export function formatNumber(lang: string, value: number): string {
  return formatFor(lang, (tag) => new Intl.NumberFormat(tag)).format.format(value);
}

/** A day as a reader writes it, "10 March 2018"; in a language that the browser can't date in, 2018-03-10. */
export function formatDate(lang: string, time: string): string {
  const date = new Date(time);
  const {format, isKnown} = formatFor(lang, (tag) => {
    return new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'});
  });
  return isKnown ? format.format(date) : date.toISOString().slice(0, 10);
}

/** A time of day where the reader is. */
export function formatTime(lang: string, time: number): string {
  return formatFor(lang, (tag) => new Intl.DateTimeFormat(tag, {timeStyle: 'short'})).format.format(time);
}

/** Names in a row, each of which keeps its own direction. */
export function formatList(lang: string, items: readonly string[]): string {
  const names = items.map((item) => isolated(item, directionOf(lang)));
  const {format, isKnown} = formatFor(lang, (tag) => new Intl.ListFormat(tag, {type: 'unit', style: 'long'}));
  return isKnown ? format.format(names) : names.join(localeOf(lang) === 'ug-Arab' ? '، ' : ', ');
}

/** The countries with their names in the reader's language, sorted by its rules. */
export function namedCountries(lang: string, codes: readonly string[]): readonly {code: string; name: string}[] {
  const names = formatFor(lang, (tag) => new Intl.DisplayNames(tag, {type: 'region'})).format;
  const {compare} = formatFor(lang, (tag) => new Intl.Collator(tag)).format;
  return codes.map((code) => ({code, name: names.of(code) ?? code})).toSorted((a, b) => compare(a.name, b.name));
}
