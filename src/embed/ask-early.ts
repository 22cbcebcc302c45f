import {backendUrl, petitionPath, requestUrl} from '../backend/backend-url.ts';
import {readEarly} from '../backend/early-reads.ts';
import {localeOf} from '../i18n/locales.ts';

/** What was asked for: what a second tag shows, the elements have by then, or are about to. */
const asked = new Set<string>();

/** Asks for a tag's petition at once, beside the elements' code, as they will ask for it. */
export function askEarly({dataset}: HTMLScriptElement, lang: string): void {
  const {backend, petition, remember} = dataset;
  const base = backend === undefined ? undefined : backendUrl(backend);
  // A language in the page's address may come before this one.
  if (base === undefined || !petition || remember !== undefined) return;
  const url = requestUrl(base, petitionPath(petition, localeOf(lang) ?? lang));
  if (asked.has(url.href)) return;
  asked.add(url.href);
  readEarly(url);
}
