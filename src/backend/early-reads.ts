import {ask} from './pages-fetch.ts';
import {parsedJson} from './parsed-json.ts';

/** No cookies and no referrer go with any request. */
export const privately: RequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer'};

/** An answer, and what it says as JSON. */
export interface Answer {
  readonly response: Response;
  readonly json: unknown;
}

export async function answerOf(coming: Promise<Response>): Promise<Answer> {
  const response = await coming;
  return {response, json: parsedJson(await response.text())};
}

/** Milliseconds after which what nobody took is no news any more, and only better than nothing. */
const freshness = 30_000;

const reads = new Map<string, {readonly answer: Promise<Answer>; readonly at: number}>();

/**
 * Asks for what a client will want once it is there: meanwhile, the rest of the script comes. What was asked
 * for before is not asked for again.
 */
export function readEarly(url: URL): Promise<Answer> {
  const known = reads.get(url.href);
  if (known) return known.answer;
  const answer = answerOf(ask(url.href, privately));
  reads.set(url.href, {answer, at: Date.now()});
  // Who takes it hears of a failure; if nobody does, nobody has to.
  answer.catch(() => undefined);
  return answer;
}

/** What was asked for early, to the first who wants it; where it can't be had, or is old, it is asked for `again`. */
export function takeEarlyRead(url: URL, again: () => Promise<Answer>): Promise<Answer> {
  const read = reads.get(url.href);
  reads.delete(url.href);
  if (!read) return again();
  return Date.now() - read.at < freshness ? read.answer.catch(again) : again().catch(() => read.answer);
}
