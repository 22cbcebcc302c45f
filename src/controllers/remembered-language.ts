import {maximized} from '../i18n/language-tags.ts';
import {warnOnce} from '../internal/warn-once.ts';

const parameter = 'lang';
const ours = /^lang(?:=|$)/;

/** Where the language that a reader chose is kept: in the page's address, or nowhere. */
export type Memory = 'url' | undefined;

/** The valid value of an element's attribute `remember`. */
export function memory(host: Element, value: string | null | undefined): Memory {
  if (value === 'url') return value;
  if (value) warnOnce(`<${host.localName}> knows no remember="${value}"; it takes url`);
  return undefined;
}

/** The page's address with that language in it; all else of it stays, letter by letter. */
export function addressIn(lang: string): string {
  const url = new URL(location.href);
  const others = url.search.split(/[?&]/).filter((each) => each !== '' && !ours.test(each));
  url.search = [...others, `${parameter}=${encodeURIComponent(lang)}`].join('&');
  return url.href;
}

/** The language that the page's address holds, if it is one. */
export function rememberedLanguage(): string | undefined {
  const lang = new URLSearchParams(location.search).get(parameter) ?? '';
  return maximized(lang) ? lang : undefined;
}

/** Keeps a language in the page's address, and nowhere else. No entry is added to the history. */
export function rememberLanguage(lang: string): void {
  try {
    history.replaceState(history.state, '', addressIn(lang));
  } catch (error) {
    // A document without an address of its own has none to change.
    warnOnce(`the language can't be kept in the address of this page (${String(error)})`);
  }
}
