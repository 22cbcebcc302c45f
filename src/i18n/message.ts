import {isolated} from './isolate.ts';
import type {Direction} from './language-tags.ts';
import type {Locale} from './locales.ts';

/** What a message is filled with, by its placeholders' names; `count` picks its plural form. */
export type Fillings = Readonly<Record<string, string | number>>;

/**
 * The plural rules of a language (CLDR). `Intl` takes the browser's language for one that it doesn't know;
 * Uyghur, which Chromium doesn't, has the plural forms of English.
 */
export function pluralRulesOf(locale: Locale): Intl.PluralRules {
  const rules = new Intl.PluralRules(locale);
  const isKnown = rules.resolvedOptions().locale.split('-')[0] === locale.split('-')[0];
  return isKnown ? rules : new Intl.PluralRules('en');
}

/** A message with its placeholders, `{{name}}`, filled: what is of another direction keeps to itself. */
export const filledMessage = (message: string, values: Fillings, dir: Direction): string =>
  message.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, name: string) =>
    isolated(String(values[name] ?? placeholder), dir),
  );
