import {lookUp, maximized, parsed} from './language-tags.ts';
import {registry} from './registry.ts';

/** A language that the elements themselves speak. */
export type Locale = keyof typeof registry;

const isLocale = (tag: string): tag is Locale => Object.hasOwn(registry, tag);
export const locales: readonly Locale[] = Object.keys(registry).filter(isLocale);

/** The catalogue for a language tag, if there is one. */
export const localeOf = (tag: string): Locale | undefined => lookUp(tag, locales);

/** A language's name in itself; of those that `Intl` doesn't know either, the tag. */
export function ownNameOf(tag: string): string {
  const name = parsed(tag)?.baseName;
  if (name === undefined) return tag;
  const locale = locales.find((each) => maximized(each)?.baseName === maximized(tag)?.baseName);
  return locale ? registry[locale].name : (new Intl.DisplayNames([name, 'en'], {type: 'language'}).of(name) ?? tag);
}
