import {webUrl} from '../model/web-url.ts';

/** The absolute URL of a backend as a page names it, or undefined for what could not be asked. */
export function backendUrl(named: string): string | undefined {
  const url = webUrl(named, document.baseURI);
  return url?.startsWith('http') ? url : undefined;
}

/** What a backend is asked by, relative to it; its address is the same with and without a slash at its end. */
export const requestUrl = (base: string, path: string): URL => new URL(`v1/${path}`, withSlash(base));

export const withSlash = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

export const petitionPath = (id: string, lang: string): string =>
  `petitions/${encodeURIComponent(id)}?lang=${encodeURIComponent(lang)}`;
