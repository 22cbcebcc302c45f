import {ask} from './pages-fetch.ts';

/** No cookies and no referrer go with any request. */
export const privately: RequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer'};

const reads = new Map<string, Promise<Response>>();

/** Asks for what a client will want once it is there: meanwhile, the rest of the script comes. */
export function readEarly(url: URL): void {
  const read = ask(url.href, privately);
  reads.set(url.href, read);
  // Who takes it hears of a failure; if nobody does, nobody has to.
  read.catch(() => undefined);
}

/** What was asked for early, to the first who wants it. */
export function takeEarlyRead(url: URL): Promise<Response> | undefined {
  const read = reads.get(url.href);
  reads.delete(url.href);
  return read;
}
