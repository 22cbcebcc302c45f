import type {GenericSchema} from 'valibot';
import type {Challenge} from '../model/challenge.ts';
import type {Count} from '../model/count.ts';
import {toJson} from '../internal/json.ts';
import {failure, problem, type Problem, type Result, type SignAnswer, slugOf, success} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import {ask} from './pages-fetch.ts';
import {parsedJson} from './parsed-json.ts';
import {petitionPath, requestUrl, withSlash} from './backend-url.ts';
import type {LiveListener, PetitionClient, ReadOptions} from './client.ts';
import {Deadline} from './deadline.ts';
import {type Answer, answerOf, privately, takeEarlyRead} from './early-reads.ts';
import type * as LiveReader from './live-reader.ts';
import {countSchema, type Petition, petitionSchema, readAs} from './wire.ts';
import {problemSchema} from './wire-problem.ts';
import {challengeSchema, signAnswerSchema} from './wire-signing.ts';

/** Only a page whose count is live reads a stream. */
const loadLiveReader = (): Promise<typeof LiveReader> => import('./live-reader.ts');

/** Milliseconds after which a backend that says nothing is given up on. */
const defaultTimeout = 15_000;

/** A stream that says nothing for three of the protocol's heartbeats is dead, whatever the connection says. */
const defaultSilence = 45_000;

/** Seconds that a `Retry-After` asks for, as delta-seconds or as an HTTP date (RFC 9110, 10.2.3). */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('Retry-After');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

function answerTo(url: URL, init: RequestInit): Promise<Answer> {
  const now = (): Promise<Answer> => answerOf(ask(url.href, init));
  return init.cache === 'default' ? takeEarlyRead(url, now) : now();
}

interface ClientLimits {
  readonly timeout?: number;
  readonly silence?: number;
}

/** Speaks the protocol, version 1, over HTTP: no cookies, no referrer, no retry of its own. */
export class HttpClient implements PetitionClient {
  readonly base: string;
  readonly #timeout: number;
  readonly #silence: number;

  /**
   * @param base the backend's URL, absolute, with or without a path
   * @param limits how long (ms) an answer may take, and a stream may be silent
   */
  constructor(base: string, {timeout = defaultTimeout, silence = defaultSilence}: ClientLimits = {}) {
    this.base = withSlash(base);
    this.#timeout = timeout;
    this.#silence = silence;
  }

  petition(
    id: string,
    lang: string,
    signal: AbortSignal,
    {fresh = false}: ReadOptions = {},
  ): Promise<Result<Petition>> {
    // An answer that was cut short on its way is in the browser's cache as a whole one, with its ETag.
    const init: RequestInit = {signal, cache: fresh ? 'reload' : 'default'};
    return this.#ask(petitionPath(id, lang), init, petitionSchema);
  }

  count(id: string, signal: AbortSignal, {fresh = false}: ReadOptions = {}): Promise<Result<Count>> {
    // The browser's own cache asks again with the ETag it holds; a header set here would cost a preflight.
    const init: RequestInit = {signal, cache: fresh ? 'reload' : 'no-cache'};
    return this.#ask(`petitions/${encodeURIComponent(id)}/count`, init, countSchema);
  }

  /** Not an `EventSource`: that sends a referrer, tells no status, and comes back whenever it likes. */
  async live(id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem> {
    const deadline = new Deadline(signal, this.#timeout);
    try {
      const coming = ask(this.#url(`petitions/${encodeURIComponent(id)}/live`).href, {
        ...privately,
        headers: {Accept: 'text/event-stream'},
        cache: 'no-store',
        signal: deadline.signal,
      });
      // A part of the script that never comes is as much a reason to give up as an answer that doesn't.
      const parts = Promise.all([coming, loadLiveReader()]);
      const [response, {readLive}] = await Promise.race([parts, deadline.passed]);
      if (!response.ok) return problemOf(response, parsedJson(await response.text()));
      const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
      if (!isStream || !response.body) return problem('unreadable');
      await readLive(response.body, listener, () => deadline.extend(this.#silence));
      return problem('unreachable');
    } catch {
      return problem(deadline.signal.aborted ? 'timeout' : 'unreachable');
    } finally {
      deadline.end();
    }
  }

  sign(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    const init: RequestInit = {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
      body: toJson(signature),
      keepalive: true,
    };
    return this.#ask(`petitions/${encodeURIComponent(id)}/signatures`, init, signAnswerSchema);
  }

  challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    return this.#ask('challenges', {signal, cache: 'no-store'}, challengeSchema);
  }

  async #ask<T>(path: string, init: RequestInit, schema: GenericSchema<unknown, T>): Promise<Result<T>> {
    const deadline = new Deadline(init.signal, this.#timeout);
    try {
      const coming = answerTo(this.#url(path), {...init, ...privately, signal: deadline.signal});
      const {response, json} = await Promise.race([coming, deadline.passed]);
      return resultOf(response, json, schema);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return failure(problem(deadline.signal.aborted ? 'timeout' : 'unreachable'));
    } finally {
      deadline.end();
    }
  }

  #url(path: string): URL {
    return requestUrl(this.base, path);
  }
}

function resultOf<T>(response: Response, json: unknown, schema: GenericSchema<unknown, T>): Result<T> {
  if (!response.ok) return failure(problemOf(response, json));
  const value = readAs(schema, json);
  return value === undefined ? failure(problem('unreadable')) : success(value);
}

function problemOf(response: Response, json: unknown): Problem {
  const {type, errors} = readAs(problemSchema, json) ?? {};
  return problem(slugOf(response.status, type?.split('/').at(-1)), {
    retryAfter: retryAfterOf(response.headers),
    errors,
  });
}

const clients = new Map<string, HttpClient>();

/** The page's one client of a backend, so that all elements of a petition share what it reads. */
export function httpClientFor(backend: string): HttpClient {
  const base = withSlash(backend);
  const known = clients.get(base) ?? new HttpClient(base);
  clients.set(base, known);
  return known;
}
