import {warnOnce} from '../internal/warn-once.ts';
import {languageParameter} from './remembered-language.ts';

const ours = /^lang(?:=|$)/;

/** The page's address with that language in it; all else of it stays, letter by letter. */
export function addressIn(lang: string): string {
  const url = new URL(location.href);
  const others = url.search.split(/[?&]/).filter((each) => each !== '' && !ours.test(each));
  url.search = [...others, `${languageParameter}=${encodeURIComponent(lang)}`].join('&');
  return url.href;
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
