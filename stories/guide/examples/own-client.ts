import type {Count, Petition, PetitionClient, Problem, Result, Signature, SignAnswer} from 'petition-widgets';

/** What this organization’s own system tells of a petition. */
interface Action {
  readonly address: string;
  readonly headline: string;
  readonly intro: string;
  readonly text: string;
  readonly recipients: readonly string[];
  readonly since: string;
  readonly locale: string;
  readonly locales: readonly string[];
  readonly isOpen: boolean;
  readonly people: number;
}

const isAction = (json: unknown): json is Action => typeof json === 'object' && json !== null && 'people' in json;

const failed = (slug: Problem['slug'], retryable: boolean, retryAfter?: number): Result<never> => ({
  ok: false,
  problem: {slug, retryable, retryAfter, errors: []},
});

const countOf = ({people}: Action): Count => ({total: people, asOf: new Date().toISOString()});

const petitionOf = (id: string, action: Action): Petition => ({
  id,
  url: action.address,
  status: action.isOpen ? 'open' : 'closed',
  organization: {id: 'seven-bridges', name: 'Seven Bridges', url: 'https://www.example.org'},
  publishedAt: action.since,
  targets: action.recipients.map((name) => ({name})),
  lang: action.locale,
  languages: [...action.locales],
  title: action.headline,
  summary: action.intro,
  body: action.text,
  count: countOf(action),
  form: {
    fields: [
      {name: 'name', required: true},
      {name: 'email', required: true},
    ],
    consents: [],
    privacyUrl: 'https://www.example.org/privacy',
    confirmation: 'none',
  },
});

export class OwnClient implements PetitionClient {
  /** What relative addresses of images and links are relative to. */
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  async petition(id: string, lang: string, signal: AbortSignal): Promise<Result<Petition>> {
    const read = await this.#ask(`actions/${encodeURIComponent(id)}?locale=${encodeURIComponent(lang)}`, {signal});
    return read.ok ? {ok: true, value: petitionOf(id, read.value)} : read;
  }

  async count(id: string, signal: AbortSignal): Promise<Result<Count>> {
    const read = await this.#ask(`actions/${encodeURIComponent(id)}`, {signal, cache: 'no-cache'});
    return read.ok ? {ok: true, value: countOf(read.value)} : read;
  }

  /** Is called again with the same key while nothing has answered: the system has to count a key once. */
  async sign(id: string, {fields, lang}: Signature, key: string): Promise<Result<SignAnswer>> {
    const taken = await this.#ask(`actions/${encodeURIComponent(id)}/people`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', 'X-Request-Id': key},
      body: JSON.stringify({name: fields['name'], email: fields['email'], locale: lang}),
      keepalive: true,
    });
    return taken.ok ? {ok: true, value: {status: 'counted', count: countOf(taken.value)}} : taken;
  }

  /** No form of this system asks for a proof of work. */
  async challenge(): Promise<Result<never>> {
    return failed('failed', false);
  }

  async #ask(path: string, init: RequestInit): Promise<Result<Action>> {
    const signals = [init.signal ?? [], AbortSignal.timeout(15_000)].flat();
    try {
      const response = await fetch(new URL(path, this.base), {...init, signal: AbortSignal.any(signals)});
      const json: unknown = response.ok ? await response.json() : undefined;
      if (isAction(json)) return {ok: true, value: json};
      if (response.ok) return failed('unreadable', true);
      if (response.status === 404) return failed('not-found', false);
      if (response.status === 409) return failed('closed', false);
      if (response.status < 500) return failed('invalid', false);
      return failed('unavailable', true, Number(response.headers.get('Retry-After')) || undefined);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
      return failed(isTimeout ? 'timeout' : 'unreachable', true);
    }
  }
}
