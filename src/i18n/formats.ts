import {type FormatTable, tableOf} from './format-table.ts';
import {isolated} from './isolate.ts';
import {formatsBy, type KnownFormat} from './known-format.ts';
import {directionOf, lookUp, parsed} from './language-tags.ts';

const numbers = formatsBy((tag) => new Intl.NumberFormat(tag));
const dates = formatsBy((tag) => new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'}));
const times = formatsBy((tag) => new Intl.DateTimeFormat(tag, {timeStyle: 'short'}));
const lists = formatsBy((tag) => new Intl.ListFormat(tag, {type: 'conjunction', style: 'narrow'}));
const languages = formatsBy((tag) => new Intl.DisplayNames(tag, {type: 'language', fallback: 'none'}));

/** `Intl` comes first, then the language's table; where there is neither, English stands in. */
const tableInstead = (lang: string, {isKnown}: KnownFormat<unknown>): FormatTable | undefined =>
  isKnown ? undefined : tableOf(lang);

const filled = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replaceAll(/[A-Za-z]+/g, (letters) => String(values[letters]));

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Uyghur has the digits and separators of English, so that it needs no table. */
export function formatNumber(lang: string, value: number): string {
  return numbers(lang).format.format(value);
}

/** A day as a reader writes it, "10 March 2018". */
export function formatDate(lang: string, time: string): string {
  const date = new Date(time);
  const known = dates(lang);
  const table = tableInstead(lang, known);
  if (!table) return known.format.format(date);
  const month = table.months[date.getUTCMonth()] ?? '';
  return filled(table.date, {d: date.getUTCDate(), MMMM: month, y: date.getUTCFullYear()});
}

/** A time of day where the reader is. */
export function formatTime(lang: string, time: number): string {
  const known = times(lang);
  const table = tableInstead(lang, known);
  if (!table) return known.format.format(time);
  const date = new Date(time);
  return filled(table.time, {HH: twoDigits(date.getHours()), mm: twoDigits(date.getMinutes())});
}

/**
 * Names in a row, each of which keeps its own direction. A language's table comes first here, as CLDR has
 * its lists in English words. Lists of the type "unit" have no mark between the names in half the languages.
 */
export function formatList(lang: string, items: readonly string[]): string {
  const names = items.map((item) => isolated(item, directionOf(lang)));
  const table = tableOf(lang);
  return table ? names.join(table.separator) : lists(lang).format.format(names);
}

/** A language's name for readers of another; undefined where these have none for it. */
export function languageName(lang: string, tag: string): string | undefined {
  const known = languages(lang);
  if (known.isKnown) {
    const wanted = parsed(tag);
    return wanted && known.format.of(wanted.toString());
  }
  const names = tableOf(lang)?.languages ?? {};
  const named = lookUp(tag, Object.keys(names));
  return named && names[named];
}
