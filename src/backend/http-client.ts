import type {Challenge} from '../model/challenge.ts';
import type {Count} from '../model/count.ts';
import {failure, problem, type Problem, type Result, type SignAnswer, slugOf, success} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import type {LiveListener, PetitionClient, ReadOptions} from './client.ts';
import {Deadline} from './deadline.ts';
import type * as EventStream from './event-stream.ts';
import type * as Wire from './wire.ts';

type Parse<T> = (
  wire: typeof Wire,
  json: unknown,
) => {readonly success: true; readonly data: T} | {readonly success: false};

/** The checks of what comes in: a module of its own, asked for beside the first answer, not before it. */
const loadWire = (): Promise<typeof Wire> => import('./wire.ts');

/** Only a page whose count is live reads a stream. */
const loadEventStream = (): Promise<typeof EventStream> => import('./event-stream.ts');

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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const jsonOf = async (response: Response): Promise<unknown> => parsed(await response.text());

const privately: RequestInit = {credentials: 'omit', referrerPolicy: 'no-referrer'};

async function answerTo(url: URL, init: RequestInit): Promise<{response: Response; json: unknown}> {
  const response = await fetch(url, init);
  return {response, json: await jsonOf(response)};
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
  ): Promise<Result<Wire.Petition>> {
    const path = `petitions/${encodeURIComponent(id)}?lang=${encodeURIComponent(lang)}`;
    // An answer that was cut short on its way is in the browser's cache as a whole one, with its ETag.
    const init: RequestInit = {signal, cache: fresh ? 'reload' : 'default'};
    return this.#ask(path, init, (wire, json) => wire.petitionSchema.safeParse(json));
  }

  count(id: string, signal: AbortSignal, {fresh = false}: ReadOptions = {}): Promise<Result<Count>> {
    // The browser's own cache asks again with the ETag it holds; a header set here would cost a preflight.
    const init: RequestInit = {signal, cache: fresh ? 'reload' : 'no-cache'};
    return this.#ask(`petitions/${encodeURIComponent(id)}/count`, init, (wire, json) =>
      wire.countSchema.safeParse(json),
    );
  }

  /** Not an `EventSource`: that sends a referrer, tells no status, and comes back whenever it likes. */
  async live(id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem> {
    const deadline = new Deadline(signal, this.#timeout);
    try {
      const coming = fetch(this.#url(`petitions/${encodeURIComponent(id)}/live`), {
        ...privately,
        headers: {Accept: 'text/event-stream'},
        cache: 'no-store',
        signal: deadline.signal,
      });
      const parts = Promise.all([coming, loadWire(), loadEventStream()]);
      const [response, wire, {readEvents}] = await Promise.race([parts, deadline.passed]);
      if (!response.ok) return problemOf(response, await jsonOf(response), wire);
      const isStream = response.headers.get('Content-Type')?.startsWith('text/event-stream');
      if (!isStream || !response.body) return problem('unreadable');
      await readEvents(response.body, {
        alive: () => {
          deadline.extend(this.#silence);
          listener.alive();
        },
        event: ({event, data}) => tell(listener, wire, event, parsed(data)),
      });
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
    const deadline = new Deadline(init.signal, this.#timeout);
    try {
      const coming = answerTo(this.#url(path), {...init, ...privately, signal: deadline.signal});
      const parts = Promise.all([coming, loadWire()]);
      // A part of the script that never comes is as much a reason to give up as an answer that doesn't.
      const [{response, json}, wire] = await Promise.race([parts, deadline.passed]);
      return resultOf(response, json, wire, parse);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      return failure(problem(deadline.signal.aborted ? 'timeout' : 'unreachable'));
    } finally {
      deadline.end();
    }
  }

  #url(path: string): URL {
    return new URL(`v1/${path}`, this.base);
  }
}

function resultOf<T>(response: Response, json: unknown, wire: typeof Wire, parse: Parse<T>): Result<T> {
  if (!response.ok) return failure(problemOf(response, json, wire));
  const read = parse(wire, json);
  return read.success ? success(read.data) : failure(problem('unreadable'));
}

function problemOf(response: Response, json: unknown, wire: typeof Wire): Problem {
  const read = wire.problemSchema.safeParse(json);
  const document = read.success ? read.data : {};
  const slug = slugOf(response.status, document.type?.split('/').at(-1));
  return problem(slug, {retryAfter: retryAfterOf(response.headers), errors: document.errors});
}

/** Hands on what can be read; what can't is passed over, as a later version may tell more. */
function tell(listener: LiveListener, wire: typeof Wire, event: string | undefined, json: unknown): void {
  const count = event === 'count' ? wire.countSchema.safeParse(json) : undefined;
  if (count?.success) listener.count(count.data);
  const supporter = event === 'supporter' ? wire.supporterSchema.safeParse(json) : undefined;
  if (supporter?.success) listener.supporter(supporter.data);
}

/** A backend's address is the same with and without it. */
const withSlash = (base: string): string => (base.endsWith('/') ? base : `${base}/`);

const clients = new Map<string, HttpClient>();

/** The page's one client of a backend, so that all elements of a petition share what it reads. */
export function httpClientFor(backend: string): HttpClient {
  const base = withSlash(backend);
  const known = clients.get(base) ?? new HttpClient(base);
  clients.set(base, known);
  return known;
}
