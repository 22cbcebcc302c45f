import {backendUrl, petitionPath, requestUrl} from '../backend/backend-url.ts';
import {type Answer, readEarly} from '../backend/early-reads.ts';
import {localeOf} from '../i18n/locales.ts';

/** What a tag's petition was asked for with, and its answer. */
export interface EarlyRead {
  /** The backend's URL. */
  readonly base: string;
  readonly answer: Promise<Answer>;
}

/** Asks for a tag's petition at once, beside the elements' code, as they will ask for it. */
export function askEarly({dataset}: HTMLScriptElement, lang: string): EarlyRead | undefined {
  const {backend, petition, remember} = dataset;
  const base = backend === undefined ? undefined : backendUrl(backend);
  // A language in the page's address may come before this one.
  if (base === undefined || !petition || remember !== undefined) return undefined;
  const url = requestUrl(base, petitionPath(petition, localeOf(lang) ?? lang));
  return {base, answer: readEarly(url)};
}
