import {parsed} from '../i18n/language-tags.ts';
import {warnOnce} from '../internal/warn-once.ts';

/** What holds the language in a page's address. */
export const languageParameter = 'lang';

/** Where the language that a reader chose is kept: in the page's address, or nowhere. */
export type Memory = 'url' | undefined;

/** The valid value of an element's attribute `remember`. */
export function memory(host: Element, value: string | null | undefined): Memory {
  if (value === 'url') return value;
  if (value) warnOnce(`<${host.localName}> knows no remember="${value}"; it takes url`);
  return undefined;
}

/** The language that the page's address holds, if it is one. */
export function rememberedLanguage(): string | undefined {
  const lang = new URLSearchParams(location.search).get(languageParameter) ?? '';
  return parsed(lang) ? lang : undefined;
}
