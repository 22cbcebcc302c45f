import {EventEmitter, once} from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import {connect} from 'node:net';
import {buffer} from 'node:stream/consumers';
import {setTimeout as wait} from 'node:timers/promises';
import {type Fault, FaultDeck, randomFrom} from './fault-deck.ts';

/** A request, read to its end. */
interface Sent {
  /** A later one has a higher number. */
  readonly number: number;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Whether it is a request sent once more. */
const isSame = (sent: Sent, {method, url, headers}: Sent): boolean =>
  sent.method === method && sent.url === url && sent.headers['idempotency-key'] === headers['idempotency-key'];

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The client's end, where an answer is due. */
interface Exchange {
  readonly sent: Sent;
  readonly response: ServerResponse;
}

/** How many requests of a kind met each fault, and how many there were. */
export interface Tally {
  readonly requests: number;
  readonly faults: Readonly<Partial<Record<Fault, number>>>;
}

export interface FaultyProxyOptions {
  /** The URL of the backend behind. */
  readonly backend: string;
  readonly seed: number;
  /** What gets through as it is, and is not counted. */
  readonly isSpared: (path: string) => boolean;
}

/** ms */
const longestDelay = 2000;

const hopByHop: ReadonlySet<string> = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

const endToEnd = (headers: IncomingMessage['headers']): OutgoingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

const hasNoBody = (status: number): boolean => status === 204 || status === 304;

/** As a proxy that knows nothing of the protocol answers, other than for CORS. */
const ownAnswer = (status: number, title: string, headers: IncomingMessage['headers'] = {}): Answer => ({
  status,
  headers: {
    'content-type': 'text/html',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After',
    ...headers,
  },
  body: Buffer.from(`<html><body><h1>${status} ${title}</h1></body></html>`),
});

/**
 * Stands before a backend and does to 30 of a hundred requests what networks do. Requests that sign have
 * faults dealt apart from all others, so that of as many as a hundred each kind meets some.
 */
export class FaultyProxy {
  readonly #options: FaultyProxyOptions;
  readonly #random: () => number;
  readonly #decks: {readonly signing: FaultDeck; readonly other: FaultDeck};
  readonly #tallies: Record<'signing' | 'other', {requests: number; faults: Partial<Record<Fault, number>>}> = {
    signing: {requests: 0, faults: {}},
    other: {requests: 0, faults: {}},
  };
  readonly #server: Server;
  readonly #underWay = new Set<Promise<void>>();
  /** Tells of each request that the backend has answered. */
  readonly #passed = new EventEmitter<{passed: [sent: Sent]; closing: []}>().setMaxListeners(0);
  #latest = 0;

  private constructor(options: FaultyProxyOptions) {
    this.#options = options;
    this.#random = randomFrom(options.seed);
    this.#decks = {signing: new FaultDeck(this.#random), other: new FaultDeck(this.#random)};
    this.#server = createServer((request, response) => {
      const handled = this.#handle(request, response).catch(() => void response.destroy());
      this.#underWay.add(handled);
      void handled.finally(() => this.#underWay.delete(handled));
    });
  }

  static async start(options: FaultyProxyOptions): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(options);
    await once(proxy.#server.listen({port: 0, host: '127.0.0.1'}), 'listening');
    return proxy;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** What became of requests that sign. */
  get signing(): Tally {
    return this.#tallies.signing;
  }

  /** What became of all others. */
  get other(): Tally {
    return this.#tallies.other;
  }

  /** Takes no more requests. Resolves once the backend has heard all that were held back. */
  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    this.#passed.emit('closing');
    await Promise.all(this.#underWay);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = 'GET', url = '/', headers} = request;
    this.#latest += 1;
    const number = this.#latest;
    const exchange: Exchange = {sent: {number, method, url, headers, body: await buffer(request)}, response};
    if (this.#options.isSpared(url)) return give(exchange, await this.#pass(exchange.sent));
    if (url.endsWith('/live')) return this.#stream(exchange);
    const kind = method === 'POST' ? 'signing' : 'other';
    const tally = this.#tallies[kind];
    tally.requests += 1;
    const fault = this.#decks[kind].deal();
    if (fault) tally.faults[fault] = (tally.faults[fault] ?? 0) + 1;
    await this.#meet(fault, exchange);
  }

  /** Hands a stream on for as long as both ends are there; each third is cut at its first word. */
  async #stream({sent: {number, url, headers}, response}: Exchange): Promise<void> {
    const {hostname, port} = new URL(this.#options.backend);
    const asking = httpRequest({hostname, port, path: url, headers: endToEnd(headers), agent: false});
    asking.on('error', () => response.destroy());
    asking.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 0, endToEnd(answer.headers));
      answer.pipe(response);
      if (number % 3 === 0) answer.once('data', () => response.destroy());
    });
    asking.end();
    await once(response, 'close');
    asking.destroy();
  }

  async #meet(fault: Fault | undefined, exchange: Exchange): Promise<void> {
    const {sent, response} = exchange;
    switch (fault) {
      case undefined:
        return give(exchange, await this.#pass(sent));
      case 'request-lost':
        return void response.destroy();
      case 'request-cut':
        await this.#passInPart(sent);
        return void response.destroy();
      case 'answer-lost':
        await this.#pass(sent);
        return void response.destroy();
      case 'answer-cut':
        return giveCut(exchange, await this.#pass(sent));
      case 'answer-garbled':
        return giveGarbled(exchange, await this.#pass(sent));
      case 'silence':
        return void (await this.#pass(sent));
      case 'delayed':
        await wait(this.#random() * longestDelay);
        return give(exchange, await this.#pass(sent));
      case 'twice-at-once': {
        const [, answer] = await Promise.all([this.#pass(sent), this.#pass(sent)]);
        return give(exchange, answer);
      }
      case 'twice-in-turn':
        await this.#pass(sent);
        return give(exchange, await this.#pass(sent));
      case 'overtaken':
        await this.#passing(({number}) => number > sent.number);
        return give(exchange, await this.#pass(sent));
      case 'late':
        response.destroy();
        await this.#passing((later) => later.number > sent.number && isSame(later, sent));
        return void (await this.#pass(sent));
      case 'unavailable':
        return give(exchange, ownAnswer(503, 'Service Unavailable', {'retry-after': '1'}));
      case 'too-many':
        return give(exchange, ownAnswer(429, 'Too Many Requests', {'retry-after': '1'}));
      case 'gave-up':
        await this.#pass(sent);
        return give(exchange, ownAnswer(504, 'Gateway Timeout'));
    }
  }

  /** Hands a request to the backend, and waits for all of its answer. */
  async #pass(sent: Sent): Promise<Answer> {
    const {method, url, headers, body} = sent;
    const {hostname, port} = new URL(this.#options.backend);
    const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
    const length = body.length > 0 ? {'content-length': body.length} : {};
    httpRequest({hostname, port, method, path: url, headers: {...endToEnd(headers), ...length}, agent: false})
      .once('response', resolve)
      .once('error', reject)
      .end(body);
    const answer = await promise;
    const answered = {status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer)};
    this.#passed.emit('passed', sent);
    return answered;
  }

  /** Begins to hand a request to the backend: half of its body or, where it has none, of its head. */
  async #passInPart({method, url, headers, body}: Sent): Promise<void> {
    const {hostname, port} = new URL(this.#options.backend);
    const named = Object.entries({...endToEnd(headers), 'content-length': body.length});
    const lines = [`${method} ${url} HTTP/1.1`, ...named.map(([name, value]) => `${name}: ${String(value)}`)];
    const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
    const part = body.length > 0 ? Buffer.concat([head, half(body)]) : half(head);
    const socket = connect({host: hostname, port: Number(port)});
    socket.resume().end(part);
    await once(socket, 'close');
  }

  /** Once such a request has passed, or none will any more. */
  async #passing(isAwaited: (sent: Sent) => boolean): Promise<void> {
    const {promise, resolve} = Promise.withResolvers<void>();
    const look = (sent: Sent): void => {
      if (isAwaited(sent)) resolve();
    };
    this.#passed.on('passed', look).once('closing', resolve);
    await promise;
    this.#passed.off('passed', look).off('closing', resolve);
  }
}

function give({response}: Exchange, {status, headers, body}: Answer): void {
  const length = hasNoBody(status) ? {} : {'content-length': body.length};
  response.writeHead(status, {...endToEnd(headers), ...length}).end(body);
}

/** Breaks the connection in the midst of the body or, where there is none, of the head. */
function giveCut({response}: Exchange, {status, headers, body}: Answer): void {
  if (body.length === 0) return void response.socket?.end('HTTP/1.1 2');
  response.writeHead(status, {...endToEnd(headers), 'content-length': body.length});
  response.write(half(body), () => response.destroy());
}

/** Ends in the midst of the body as if that were all; what has no body lacks what it says in its head. */
function giveGarbled({response}: Exchange, {status, headers, body}: Answer): void {
  if (body.length === 0) return void response.writeHead(status).end();
  response.writeHead(status, endToEnd(headers)).write(half(body));
  response.end();
}
