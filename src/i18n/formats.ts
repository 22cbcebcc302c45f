import {type FormatTable, tableOf} from './format-table.ts';
import {isolated} from './isolate.ts';
import {formatsBy, type KnownFormat} from './known-format.ts';
import {directionOf, lookUp, maximized, parsed} from './language-tags.ts';
import {localeOf} from './locales.ts';
import {registry} from './registry.ts';

const numbers = formatsBy((tag) => new Intl.NumberFormat(tag));
const dates = formatsBy((tag) => new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'}));
const times = formatsBy((tag) => new Intl.DateTimeFormat(tag, {timeStyle: 'short'}));
const lists = formatsBy((tag) => new Intl.ListFormat(tag, {type: 'conjunction', style: 'long'}));
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

/** What stands between the names of a list that is not at its end. */
function separatorIn(lang: string): string {
  const [, separator] = lists(lang).format.formatToParts(['a', 'b', 'c']);
  return separator?.value ?? ', ';
}

/** A row of names that are isolated themselves has no letter that would tell its direction; this mark does. */
const rightToLeftMark = '\u200F';

/**
 * Names in a row, each of which keeps its own direction, while the row has the language's. A language's
 * table comes first here, as CLDR has its lists in English words. Lists of the type "unit" have no mark
 * between the names in half the languages.
 * @param goesOn more is said after them, such as "and 3 more", so that there is no "and" before the last
 */
export function formatList(lang: string, items: readonly string[], {goesOn = false} = {}): string {
  const dir = directionOf(lang);
  const names = items.map((item) => isolated(item, dir));
  const separator = tableOf(lang)?.separator ?? (goesOn ? separatorIn(lang) : undefined);
  const row = separator === undefined ? lists(lang).format.format(names) : names.join(separator);
  return dir === 'rtl' ? rightToLeftMark + row : row;
}

/** A language's name for readers of another; undefined where these have none for it. */
export function languageName(lang: string, tag: string): string | undefined {
  const known = languages(lang);
  if (known.isKnown) {
    const wanted = parsed(tag);
    return wanted && known.format.of(wanted.baseName);
  }
  const names = tableOf(lang)?.languages ?? {};
  const named = lookUp(tag, Object.keys(names));
  return named && names[named];
}

/** Whether two tags are of the same language in the same script and region. */
const isVery = (one: string, other: string): boolean =>
  one === other || maximized(one)?.baseName === maximized(other)?.baseName;

/** A language's name in itself; of one that has none here, its English name or, where it has none, its tag. */
export function ownNameOf(tag: string): string {
  const locale = localeOf(tag);
  if (locale && isVery(locale, tag)) return registry[locale].name;
  const name = parsed(tag)?.baseName ?? '';
  const own = maximized(tag) && languages(tag);
  if (own?.isKnown) return own.format.of(name) ?? tag;
  return (locale ? registry[locale].name : own?.format.of(name)) ?? tag;
}
