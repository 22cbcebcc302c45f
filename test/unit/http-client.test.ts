import {createServer, type IncomingHttpHeaders, type RequestListener, type Server} from 'node:http';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {HttpClient, httpClientFor} from '../../src/backend/http-client.ts';
import type {LiveListener} from '../../src/backend/client.ts';
import type {Count} from '../../src/model/count.ts';
import type {Problem, Result} from '../../src/model/outcome.ts';
import type {Signature} from '../../src/model/signature.ts';
import type {Supporter} from '../../src/model/supporter.ts';
import {petitionIn} from '../../stories/support/petitions.ts';

const asOf = '2026-11-22T00:00:00Z';
const key = 'b1e3d9a0-5d1c-4a3e-9d53-0e1f2a3b4c5d';
const never = new AbortController().signal;

const signature: Signature = {
  fields: {givenName: 'Ada', email: 'ada@example.org'},
  consents: [{name: 'updates', given: false, textId: 'updates-1'}],
  lang: 'en',
  source: {code: undefined, page: 'https://example.org/page'},
};

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const servers = new Set<Server>();

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
  servers.clear();
});

async function serve(listener: RequestListener): Promise<{base: string; asked: Asked[]}> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked.push({method: request.method, url: request.url, headers: request.headers, body});
      listener(request, response);
    });
  });
  servers.add(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {base: `http://127.0.0.1:${address.port}`, asked};
}

/** A backend that gives always the same answer. */
const answering = (status: number, body: unknown, headers: Record<string, string> = {}): ReturnType<typeof serve> =>
  serve((_, response) => {
    response.writeHead(status, {'Content-Type': 'application/json', ...headers});
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });

const read = ({base}: {base: string}): ReturnType<HttpClient['petition']> =>
  new HttpClient(base).petition('stop', 'en', never);

function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error('There is no problem');
  return result.problem;
}

describe('reading', () => {
  it('asks for the petition in a language', async () => {
    const server = await answering(200, petitionIn('en'));
    const result = await new HttpClient(server.base).petition('a/b ü', 'zh-Hant', never);
    expect(result).toMatchObject({ok: true, value: {id: 'stop-dna-collection', lang: 'en'}});
    expect(server.asked).toMatchObject([{method: 'GET', url: '/v1/petitions/a%2Fb%20%C3%BC?lang=zh-Hant', body: ''}]);
  });

  it('asks for the count', async () => {
    const server = await answering(200, {total: 12, goal: 20, asOf});
    const result = await new HttpClient(server.base).count('stop', never);
    expect(result).toEqual({ok: true, value: {total: 12, goal: 20, asOf}});
    expect(server.asked).toMatchObject([{method: 'GET', url: '/v1/petitions/stop/count'}]);
  });

  it('takes a backend with a path, with or without a slash at its end', async () => {
    const server = await answering(200, {total: 12, asOf});
    for (const base of [`${server.base}/api`, `${server.base}/api/`]) {
      const client = new HttpClient(base);
      expect(client.base).toBe(`${server.base}/api/`);
      await client.count('stop', never);
    }
    expect(server.asked.map(({url}) => url)).toEqual(['/api/v1/petitions/stop/count', '/api/v1/petitions/stop/count']);
  });

  it('sends nothing that would need a preflight, and nothing of the reader', async () => {
    const fetched = vi.fn<typeof fetch>(async () => new Response('{}'));
    vi.stubGlobal('fetch', fetched);
    const client = new HttpClient('https://petitions.example.org');
    await client.petition('stop', 'en', never);
    await client.count('stop', never);
    expect(fetched).toHaveBeenCalledTimes(2);
    for (const [, init] of fetched.mock.calls) {
      expect(init?.headers).toBe(undefined);
      expect(init?.method ?? 'GET').toBe('GET');
      expect(init).toMatchObject({credentials: 'omit', referrerPolicy: 'no-referrer'});
    }
  });

  it('goes past all caches when it is told to', async () => {
    const fetched = vi.fn<typeof fetch>(async () => new Response('{}'));
    vi.stubGlobal('fetch', fetched);
    const client = new HttpClient('https://petitions.example.org');
    await client.petition('stop', 'en', never);
    await client.petition('stop', 'en', never, {fresh: true});
    await client.count('stop', never);
    await client.count('stop', never, {fresh: true});
    expect(fetched.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload', 'no-cache', 'reload']);
  });

  it('drops what it doesn’t know', async () => {
    const server = await answering(200, {total: 12, asOf, later: true});
    expect(await new HttpClient(server.base).count('stop', never)).toEqual({ok: true, value: {total: 12, asOf}});
  });

  it.each([
    ['HTML', '<!doctype html><h1>Welcome</h1>'],
    ['half a JSON', JSON.stringify(petitionIn('en')).slice(0, 300)],
    ['nothing', ''],
    ['JSON of another shape', {items: []}],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['a wrong type', {...petitionIn('en'), title: 7}],
    ['an empty title', {...petitionIn('en'), title: ''}],
    ['a negative total', {...petitionIn('en'), count: {total: -1, asOf}}],
    ['half a signature', {...petitionIn('en'), count: {total: 1.5, asOf}}],
    ['a status that nobody knows', {...petitionIn('en'), status: 'paused'}],
    ['null for what is absent', {...petitionIn('en'), closesAt: null}],
    ['a time that is none', {...petitionIn('en'), publishedAt: 'yesterday'}],
  ])('can’t read %s', async (_, body) => {
    expect(problemOf(await read(await answering(200, body)))).toMatchObject({slug: 'unreadable', retryable: true});
  });
});

describe('an error', () => {
  it.each([
    [400, 'malformed'],
    [404, 'not-found'],
    [409, 'closed'],
    [410, 'token-expired'],
    [413, 'too-large'],
    [415, 'unsupported-media-type'],
    [422, 'invalid'],
    [429, 'too-many-requests'],
    [500, 'failed'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
    [403, 'failed'],
  ])('%i is %s, whatever its body', async (status, slug) => {
    for (const body of ['', '<h1>Error</h1>', {title: 'Error'}, {type: 'https://x/problems/nobody-knows'}, 'null']) {
      expect(problemOf(await read(await answering(status, body))).slug).toBe(slug);
    }
  });

  it('is what its type names', async () => {
    const server = await answering(422, {type: 'https://x/problems/idempotency-mismatch', status: 422});
    expect(problemOf(await read(server)).slug).toBe('idempotency-mismatch');
  });

  it('names the fields that were refused', async () => {
    const errors = [{field: 'email', code: 'not-allowed'}];
    const server = await answering(422, {type: 'https://x/problems/invalid', errors});
    expect(problemOf(await new HttpClient(server.base).sign('stop', signature, key))).toMatchObject({
      slug: 'invalid',
      retryable: false,
      errors,
    });
  });

  it('names no fields where it names them wrongly', async () => {
    const server = await answering(422, {type: 'https://x/problems/invalid', errors: [{field: 'email', code: 'odd'}]});
    expect(problemOf(await read(server))).toMatchObject({slug: 'invalid', errors: []});
  });

  it.each([
    ['120', 120],
    ['0', 0],
    ['-5', 0],
    ['soon', undefined],
    ['', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('says when to try again: Retry-After: %j is %s', async (header, seconds) => {
    const server = await answering(503, '', header ? {'Retry-After': header} : {});
    expect(problemOf(await read(server)).retryAfter).toBe(seconds);
  });

  it('says when to try again by a date', async () => {
    const server = await answering(429, '', {'Retry-After': new Date(Date.now() + 60_000).toUTCString()});
    const {retryAfter = 0} = problemOf(await read(server));
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });
});

describe('a backend that does not answer', () => {
  it('is unreachable where nobody listens', async () => {
    const server = await answering(200, {});
    for (const each of servers) each.close();
    servers.clear();
    expect(problemOf(await read(server))).toMatchObject({slug: 'unreachable', retryable: true});
  });

  it('is unreachable where it hangs up, at once or halfway', async () => {
    const atOnce = await serve((request) => request.socket.destroy());
    expect(problemOf(await read(atOnce)).slug).toBe('unreachable');
    const halfway = await serve((request, response) => {
      response.writeHead(200, {'Content-Length': 1000});
      response.write('{"id":', () => request.socket.destroy());
    });
    expect(problemOf(await read(halfway)).slug).toBe('unreachable');
  });

  it('has timed out where it says nothing, or not all', async () => {
    const silent = await serve(() => {});
    const stalling = await serve((_, response) => {
      response.writeHead(200, {'Content-Type': 'application/json'});
      response.write('{"id":');
    });
    for (const {base} of [silent, stalling]) {
      const result = await new HttpClient(base, {timeout: 50}).petition('stop', 'en', never);
      expect(problemOf(result)).toMatchObject({slug: 'timeout', retryable: true});
    }
  });

  it('is waited for 15 seconds, unless told otherwise', async () => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    vi.stubGlobal(
      'fetch',
      (_: URL, {signal}: RequestInit) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        }),
    );
    let result: Result<unknown> | undefined;
    const reading = new HttpClient('https://petitions.example.org')
      .count('stop', never)
      .then((each) => (result = each));
    await vi.advanceTimersByTimeAsync(14_999);
    expect(result).toBe(undefined);
    await vi.advanceTimersByTimeAsync(1);
    await reading;
    expect(result && problemOf(result).slug).toBe('timeout');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer once it has answered', async () => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    vi.stubGlobal('fetch', async () => Response.json({total: 1, asOf}));
    await new HttpClient('https://petitions.example.org').count('stop', never);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may be given up on by who asked', async () => {
    const {base} = await serve(() => {});
    const giveUp = new AbortController();
    const reading = new HttpClient(base).petition('stop', 'en', giveUp.signal);
    giveUp.abort();
    await expect(reading).rejects.toThrow(/abort/i);
    await expect(new HttpClient(base).petition('stop', 'en', giveUp.signal)).rejects.toThrow(/abort/i);
  });
});

describe('signing', () => {
  it('hands the signature in, under its key', async () => {
    const server = await answering(201, {status: 'counted', count: {total: 13, asOf}});
    const result = await new HttpClient(server.base).sign('stop', signature, key);
    expect(result).toEqual({ok: true, value: {status: 'counted', count: {total: 13, asOf}}});
    const [asked] = server.asked;
    expect(asked).toMatchObject({
      method: 'POST',
      url: '/v1/petitions/stop/signatures',
      headers: {'content-type': 'application/json', 'idempotency-key': key},
    });
    expect(asked?.headers.cookie).toBe(undefined);
    expect(asked?.headers.referer).toBe(undefined);
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      fields: {givenName: 'Ada', email: 'ada@example.org'},
      consents: [{name: 'updates', given: false, textId: 'updates-1'}],
      lang: 'en',
      source: {page: 'https://example.org/page'},
    });
  });

  it('may have to be confirmed', async () => {
    const server = await answering(202, {status: 'confirmation-sent'});
    const result = await new HttpClient(server.base).sign('stop', signature, key);
    expect(result).toEqual({ok: true, value: {status: 'confirmation-sent'}});
  });

  it.each([
    ['nothing', ''],
    ['a count that is missing', {status: 'counted'}],
    ['a status that nobody knows', {status: 'lost'}],
    ['a page', '<h1>Thanks</h1>'],
  ])('is not taken for done where the answer is %s', async (_, body) => {
    const server = await answering(201, body);
    expect(problemOf(await new HttpClient(server.base).sign('stop', signature, key)).slug).toBe('unreadable');
  });

  it('is not tried again by itself', async () => {
    const server = await answering(503, '', {'Retry-After': '0'});
    await new HttpClient(server.base).sign('stop', signature, key);
    expect(server.asked).toHaveLength(1);
  });

  it('outlives the page', async () => {
    const fetched = vi.fn<typeof fetch>(async () => Response.json({status: 'confirmation-sent'}, {status: 202}));
    vi.stubGlobal('fetch', fetched);
    await new HttpClient('https://petitions.example.org').sign('stop', signature, key);
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });
});

describe('the page’s client of a backend', () => {
  it('is one', () => {
    const client = httpClientFor('https://petitions.example.org/');
    expect(httpClientFor('https://petitions.example.org/')).toBe(client);
    expect(httpClientFor('https://petitions.example.org')).toBe(client);
    expect(httpClientFor('https://other.example.org/')).not.toBe(client);
  });
});

interface Heard extends LiveListener {
  readonly counts: Count[];
  readonly supporters: Supporter[];
  /** How often anything came in. */
  signs: number;
}

function hearing(): Heard {
  const heard: Heard = {
    counts: [],
    supporters: [],
    signs: 0,
    alive: () => (heard.signs += 1),
    count: (count) => heard.counts.push(count),
    supporter: (supporter) => heard.supporters.push(supporter),
  };
  return heard;
}

const eventOf = (type: string, data: unknown): string => `event: ${type}\nid: 1\ndata: ${JSON.stringify(data)}\n\n`;

const counts = [12, 13, 14].map((total) => ({total, goal: 20, asOf}));

/** A backend whose stream says these pieces one by one, and then ends or falls silent. */
const streaming = (pieces: readonly string[], {isSilent = false} = {}): ReturnType<typeof serve> =>
  serve((_, response) => {
    response.writeHead(200, {'Content-Type': 'text/event-stream; charset=utf-8'});
    const say = ([piece, ...rest]: readonly string[]): void => {
      if (piece !== undefined) response.write(piece, () => say(rest));
      else if (!isSilent) response.end();
    };
    say(pieces);
  });

describe('a stream', () => {
  it('tells the count and the supporters as they come in', async () => {
    const supporter = {id: 's1', name: 'Ada', country: 'DE', signedAt: asOf};
    const server = await streaming([
      eventOf('count', counts[0]),
      ': still here\n\n',
      eventOf('supporter', supporter) + eventOf('count', counts[1]),
      eventOf('count', counts[2]),
    ]);
    const heard = hearing();
    const reason = await new HttpClient(server.base).live('a/b ü', never, heard);
    expect(reason).toMatchObject({slug: 'unreachable', retryable: true});
    expect(heard.counts).toEqual(counts);
    expect(heard.supporters).toEqual([supporter]);
    expect(heard.signs).toBeGreaterThan(0);
    expect(server.asked).toMatchObject([
      {method: 'GET', url: '/v1/petitions/a%2Fb%20%C3%BC/live', headers: {accept: 'text/event-stream'}},
    ]);
  });

  it('may come in pieces of any size', async () => {
    const text = counts.map((count) => eventOf('count', count)).join('');
    const heard = hearing();
    await new HttpClient((await streaming(text.split(''))).base).live('stop', never, heard);
    expect(heard.counts).toEqual(counts);
  });

  it('is passed over where it can’t be read, and read on', async () => {
    const heard = hearing();
    const server = await streaming([
      'event: count\ndata: {"total":\n\n',
      eventOf('count', {total: -1, asOf}),
      eventOf('later', {a: 1}),
      eventOf('supporter', {name: 'Nobody'}),
      'data: 5\n\n',
      'nonsense\n\n',
      eventOf('count', counts[1]),
    ]);
    await new HttpClient(server.base).live('stop', never, heard);
    expect([heard.counts, heard.supporters]).toEqual([[counts[1]], []]);
  });

  it('sends nothing that would need a preflight, and nothing of the reader', async () => {
    const fetched = vi.fn<typeof fetch>(async () => new Response('', {status: 404}));
    vi.stubGlobal('fetch', fetched);
    await new HttpClient('https://petitions.example.org').live('stop', never, hearing());
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      headers: {Accept: 'text/event-stream'},
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
  });

  it.each([
    [404, '', 'not-found', false],
    [503, '', 'unavailable', true],
    [200, '<!doctype html>', 'unreadable', true],
  ])('that is none (%i %s) is %s', async (status, body, slug, retryable) => {
    const server = await answering(status, body, {'Content-Type': 'text/html', 'Retry-After': '7'});
    const reason = await new HttpClient(server.base).live('stop', never, hearing());
    expect(reason).toMatchObject({slug, retryable});
    if (status === 503) expect(reason.retryAfter).toBe(7);
  });

  it('is over where the backend hangs up', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, {'Content-Type': 'text/event-stream'});
      response.write(eventOf('count', counts[0]), () => request.socket.destroy());
    });
    const heard = hearing();
    expect((await new HttpClient(server.base).live('stop', never, heard)).slug).toBe('unreachable');
    expect(heard.counts).toEqual([counts[0]]);
  });

  it('is over once it has been silent for too long, before the first word or after it', async () => {
    for (const pieces of [[], [eventOf('count', counts[0])]]) {
      const server = await streaming(pieces, {isSilent: true});
      const client = new HttpClient(server.base, {timeout: 50, silence: 50});
      expect((await client.live('stop', never, hearing())).slug).toBe('timeout');
    }
  });

  it('is over after 45 s of silence, and not while its heart beats', async () => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
    const {readable, writable} = new TransformStream<Uint8Array>();
    vi.stubGlobal('fetch', async (_: URL, {signal}: RequestInit) => {
      const headers = {'Content-Type': 'text/event-stream'};
      const stop = (): void => void writer.abort();
      signal?.addEventListener('abort', stop);
      return new Response(readable, {headers});
    });
    const writer = writable.getWriter();
    let reason: Problem | undefined;
    const over = new HttpClient('https://petitions.example.org')
      .live('stop', never, hearing())
      .then((each) => (reason = each));
    for (let beats = 0; beats < 10; beats += 1) {
      await writer.write(new TextEncoder().encode(':\n\n'));
      await vi.advanceTimersByTimeAsync(44_000);
    }
    expect(reason).toBe(undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    await over;
    expect(reason?.slug).toBe('timeout');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over where one event never ends', async () => {
    const server = await streaming(['data: ', ...Array.from({length: 40}, () => 'x'.repeat(4096))], {isSilent: true});
    expect((await new HttpClient(server.base).live('stop', never, hearing())).slug).toBe('unreachable');
  });

  it('leaves no connection and no timer once nobody listens any more', async () => {
    const server = await streaming([eventOf('count', counts[0])], {isSilent: true});
    const heard = hearing();
    const giveUp = new AbortController();
    const over = new HttpClient(server.base).live('stop', giveUp.signal, heard);
    await vi.waitUntil(() => heard.counts.length === 1);
    giveUp.abort();
    await over;
    const [open] = servers;
    await vi.waitUntil(
      () => new Promise<boolean>((resolve) => open?.getConnections((_, connections) => resolve(connections === 0))),
    );
  });
});
