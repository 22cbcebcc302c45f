import {lookUp} from './language-tags.ts';
import {registry} from './registry.ts';

/** A language that the elements themselves speak. */
export type Locale = keyof typeof registry;

const isLocale = (tag: string): tag is Locale => Object.hasOwn(registry, tag);
export const locales: readonly Locale[] = Object.keys(registry).filter(isLocale);

/** The catalogue for a language tag, if there is one. */
export const localeOf = (tag: string): Locale | undefined => lookUp(tag, locales);
