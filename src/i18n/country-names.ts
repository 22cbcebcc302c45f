import {warnOnce} from '../internal/warn-once.ts';
import {formatsBy} from './known-format.ts';
import {localeOf, type Locale} from './locales.ts';

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

type Sources = {readonly [L in Locale]?: () => Promise<{readonly default: string}>};

/** Parts of the script of their own: a page needs one at most, and that not before it has a country to name. */
const sources: Sources = {
  'ug-Arab': () => import('./tables/countries-ug-Arab.ts'),
  'ug-Cyrl': () => import('./tables/countries-ug-Cyrl.ts'),
  'ug-Latn': () => import('./tables/countries-ug-Latn.ts'),
};

/** In the order of the language's alphabet. */
const loaded = new Map<Locale, readonly NamedCountry[]>();

const regions = formatsBy((tag) => new Intl.DisplayNames(tag, {type: 'region', fallback: 'none'}));
const collators = formatsBy((tag) => new Intl.Collator(tag));

/** Whether the countries' names have to be fetched in that language, as `Intl` doesn't know them. */
export const needsCountryNames = (lang: string): boolean => {
  const locale = localeOf(lang);
  return !regions(lang).isKnown && locale !== undefined && sources[locale] !== undefined && !loaded.has(locale);
};

/**
 * Fetches the countries' names where `Intl` doesn't know them in that language. Where they can't be had,
 * English ones stand in, with a warning, and another call tries again. Never rejects.
 *
 * @returns whether there are names that were not there before
 */
export async function loadCountryNames(lang: string, from: Sources = sources): Promise<boolean> {
  const locale = regions(lang).isKnown ? undefined : localeOf(lang);
  const load = locale && from[locale];
  if (!load || loaded.has(locale)) return false;
  try {
    const rows = (await load()).default.split('|');
    loaded.set(
      locale,
      rows.map((row) => ({code: row.slice(0, 2), name: row.slice(2)})),
    );
    return true;
  } catch (error) {
    warnOnce(`countries are named in English, as a part of the script did not load (${String(error)})`);
    return false;
  }
}

/** The countries with their names in the reader's language, sorted by its rules. */
export function namedCountries(lang: string, codes: readonly string[]): readonly NamedCountry[] {
  const {format: names, isKnown} = regions(lang);
  const locale = localeOf(lang);
  const table = isKnown || !locale ? undefined : loaded.get(locale);
  if (table) return table.filter(({code}) => codes.includes(code));
  const {compare} = collators(lang).format;
  return codes
    .map((code) => ({code, name: names.of(code) ?? regions('en').format.of(code) ?? code}))
    .toSorted((a, b) => compare(a.name, b.name));
}
