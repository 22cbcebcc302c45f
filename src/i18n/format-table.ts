import {localeOf, type Locale} from './locales.ts';

/** How a language is formatted that not every browser knows. */
export interface FormatTable {
  /** The twelve, as they stand in a date. */
  readonly months: readonly string[];
  /** A whole date in CLDR's letters: d, MMMM and y. */
  readonly date: string;
  /** A time of day in CLDR's letters: HH and mm. */
  readonly time: string;
  /** What stands between the names in a list. */
  readonly separator: string;
  /** The names of languages, by tag. */
  readonly languages: Readonly<Record<string, string>>;
}

const tables = new Map<Locale, FormatTable>();

/** Comes with the language's texts, so that these never stand beside the formats of another language. */
export function provideTable(locale: Locale, table: FormatTable): void {
  tables.set(locale, table);
}

export function tableOf(lang: string): FormatTable | undefined {
  const locale = localeOf(lang);
  return locale && tables.get(locale);
}
