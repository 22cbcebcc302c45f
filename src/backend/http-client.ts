import type {Challenge} from '../model/challenge.ts';
import type {Count} from '../model/count.ts';
import {failure, problem, type Problem, type Result, type SignAnswer, slugOf, success} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import type {PetitionClient, ReadOptions} from './client.ts';
import type * as Wire from './wire.ts';

type Parse<T> = (
  wire: typeof Wire,
  json: unknown,
) => {readonly success: true; readonly data: T} | {readonly success: false};

/** The checks of what comes in: a module of its own, asked for beside the first answer, not before it. */
const loadWire = (): Promise<typeof Wire> => import('./wire.ts');

/** Milliseconds after which a backend that says nothing is given up on. */
const defaultTimeout = 15_000;

/** Seconds that a `Retry-After` asks for, as delta-seconds or as an HTTP date (RFC 9110, 10.2.3). */
function retryAfterOf(headers: Headers): number | undefined {
  const text = headers.get('Retry-After');
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function answerTo(url: URL, init: RequestInit): Promise<{response: Response; json: unknown}> {
  const response = await fetch(url, init);
  return {response, json: await jsonOf(response)};
}

/** Speaks the protocol, version 1, over HTTP: no cookies, no referrer, no retry of its own. */
export class HttpClient implements PetitionClient {
  readonly base: string;
  readonly #timeout: number;

  /** @param base the backend's URL, absolute, with or without a path */
  constructor(base: string, {timeout = defaultTimeout}: {timeout?: number} = {}) {
    this.base = base.endsWith('/') ? base : `${base}/`;
    this.#timeout = timeout;
  }

  petition(
    id: string,
    lang: string,
    signal: AbortSignal,
    {fresh = false}: ReadOptions = {},
  ): Promise<Result<Wire.Petition>> {
    const path = `petitions/${encodeURIComponent(id)}?lang=${encodeURIComponent(lang)}`;
    // An answer that was cut short on its way is in the browser's cache as a whole one, with its ETag.
    const init: RequestInit = {signal, cache: fresh ? 'reload' : 'default'};
    return this.#ask(path, init, (wire, json) => wire.petitionSchema.safeParse(json));
  }

  count(id: string, signal: AbortSignal): Promise<Result<Count>> {
    // The browser's own cache asks again with the ETag it holds; a header set here would cost a preflight.
    const init: RequestInit = {signal, cache: 'no-cache'};
    return this.#ask(`petitions/${encodeURIComponent(id)}/count`, init, (wire, json) =>
      wire.countSchema.safeParse(json),
    );
  }

  sign(id: string, signature: Signature, key: string): Promise<Result<SignAnswer>> {
    const init: RequestInit = {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
      body: JSON.stringify(signature),
      keepalive: true,
    };
    return this.#ask(`petitions/${encodeURIComponent(id)}/signatures`, init, (wire, json) =>
      wire.signAnswerSchema.safeParse(json),
    );
  }

  challenge(signal: AbortSignal): Promise<Result<Challenge>> {
    return this.#ask('challenges', {signal, cache: 'no-store'}, (wire, json) => wire.challengeSchema.safeParse(json));
  }

  async #ask<T>(path: string, init: RequestInit, parse: Parse<T>): Promise<Result<T>> {
    // One controller for both ends: WebKit may collect what `AbortSignal.any` returns, and lose the abort.
    const request = new AbortController();
    const abort = (): void => request.abort();
    const timer = setTimeout(abort, this.#timeout);
    init.signal?.addEventListener('abort', abort);
    try {
      const url = new URL(`v1/${path}`, this.base);
      const privately: RequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer', signal: request.signal};
      // A part of the script that never comes is as much a reason to give up as an answer that doesn't.
      const late = new Promise<never>((_, reject) => {
        request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      });
      const coming = Promise.all([answerTo(url, {...init, ...privately}), loadWire()]);
      const [{response, json}, wire] = await Promise.race([coming, late]);
      return this.#read(response, json, wire, parse);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return failure(problem(request.signal.aborted ? 'timeout' : 'unreachable'));
    } finally {
      clearTimeout(timer);
      init.signal?.removeEventListener('abort', abort);
    }
  }

  #read<T>(response: Response, json: unknown, wire: typeof Wire, parse: Parse<T>): Result<T> {
    if (!response.ok) return failure(this.#problemOf(response, json, wire));
    const parsed = parse(wire, json);
    return parsed.success ? success(parsed.data) : failure(problem('unreadable'));
  }

  #problemOf(response: Response, json: unknown, wire: typeof Wire): Problem {
    const parsed = wire.problemSchema.safeParse(json);
    const document = parsed.success ? parsed.data : {};
    const slug = slugOf(response.status, document.type?.split('/').at(-1));
    return problem(slug, {retryAfter: retryAfterOf(response.headers), errors: document.errors});
  }
}

const clients = new Map<string, HttpClient>();

/** The page's one client of a backend, so that all elements of a petition share what it reads. */
export function httpClientFor(backend: string): HttpClient {
  const known = clients.get(backend) ?? new HttpClient(backend);
  clients.set(backend, known);
  return known;
}
