import {parsed} from '../i18n/language-tags.ts';
import {localeOf} from '../i18n/locales.ts';
import {warnOnce} from '../internal/warn-once.ts';
import {composedAncestors} from './composed-ancestors.ts';

function isTag(lang: string | null): lang is string {
  if (!lang) return false;
  const isOne = parsed(lang) !== undefined;
  if (!isOne) warnOnce(`"${lang}" is no language tag`);
  return isOne;
}

/**
 * The language that an element is given, else that of the nearest ancestor that has one, through slots and
 * shadow roots. What is no language tag is passed over, with a warning.
 */
export function languageAround(
  element: Element,
  given: string,
  languageOf: (ancestor: Element) => string | null,
): string | undefined {
  if (isTag(given)) return given;
  for (const ancestor of composedAncestors(element)) {
    const lang = languageOf(ancestor);
    if (isTag(lang)) return lang;
  }
  return undefined;
}

/** The first language of the browser's that the elements speak, or the first of all. */
export const browserLanguage = (): string => navigator.languages.find((tag) => localeOf(tag)) ?? navigator.language;
