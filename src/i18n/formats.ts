import {isolated} from './isolate.ts';
import {directionOf, localeOf, maximized} from './locales.ts';

/** English as it is written between countries, with the day before the month. */
const english = 'en-001';

/** A tag that names no region, as the reader's browser narrows it: `en` on a British page's phone is `en-GB`. */
function regional(tag: string): string {
  if (new Intl.Locale(tag).region) return tag;
  const [language, script] = [maximized(tag)?.language, maximized(tag)?.script];
  const narrowed = navigator.languages.find((each) => {
    const reader = maximized(each);
    return reader?.language === language && reader?.script === script;
  });
  return narrowed ?? (language === 'en' ? english : tag);
}

/**
 * The tag to format for: the reader's own, with a region, where the browser knows the language.
 * Where it doesn't (Chromium has no Uyghur), it would silently take the browser's language, so
 * English stands in.
 */
function known(tag: string): string {
  if (!maximized(tag)) return english;
  return Intl.NumberFormat.supportedLocalesOf(tag).length > 0 ? regional(tag) : english;
}

export function formatNumber(lang: string, value: number): string {
  return new Intl.NumberFormat(known(lang)).format(value);
}

/** A day as a reader writes it, "10 March 2018"; in a language that the browser can't date in, 2018-03-10. */
export function formatDate(lang: string, time: string): string {
  const date = new Date(time);
  const format = new Intl.DateTimeFormat(known(lang), {dateStyle: 'long', timeZone: 'UTC'});
  const isKnown = maximized(lang)?.language === maximized(format.resolvedOptions().locale)?.language;
  return isKnown ? format.format(date) : date.toISOString().slice(0, 10);
}

/** Names in a row, each of which keeps its own direction. */
export function formatList(lang: string, items: readonly string[]): string {
  const names = items.map((item) => isolated(item, directionOf(lang)));
  const format = new Intl.ListFormat(known(lang), {type: 'unit', style: 'long'});
  const isKnown = maximized(lang)?.language === maximized(format.resolvedOptions().locale)?.language;
  return isKnown ? format.format(names) : names.join(localeOf(lang) === 'ug-Arab' ? '، ' : ', ');
}

/** The countries with their names in the reader's language, sorted by its rules. */
export function namedCountries(lang: string, codes: readonly string[]): readonly {code: string; name: string}[] {
  const names = new Intl.DisplayNames(known(lang), {type: 'region'});
  const {compare} = new Intl.Collator(known(lang));
  return codes.map((code) => ({code, name: names.of(code) ?? code})).toSorted((a, b) => compare(a.name, b.name));
}
