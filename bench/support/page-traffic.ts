import type {CDPSession} from 'playwright-core';

interface Exchange {
  readonly url: string;
  /** Head and body as they came over the wire. */
  bytes: number;
  /** Once it has ended, by the clock of the page's machine (ms). */
  endedAt?: number;
}

const msPerSecond = 1000;

/** What a page asks for and is sent. A stream (`/live`) never ends, and is left out. */
export class PageTraffic {
  readonly #exchanges = new Map<string, Exchange>();
  /** What is to be added to the browser's clock, which began anywhere, to tell the time (s). */
  #clockOffset = NaN;
  #lastEvent = performance.now();

  static async watch(session: CDPSession): Promise<PageTraffic> {
    const traffic = new PageTraffic(session);
    await session.send('Network.enable');
    return traffic;
  }

  private constructor(session: CDPSession) {
    session.on('Network.requestWillBeSent', ({requestId, request, timestamp, wallTime}) => {
      this.#clockOffset = wallTime - timestamp;
      this.#lastEvent = performance.now();
      if (!request.url.startsWith('data:') && !request.url.endsWith('/live')) {
        this.#exchanges.set(requestId, {url: request.url, bytes: 0});
      }
    });
    session.on('Network.loadingFinished', ({requestId, timestamp, encodedDataLength}) =>
      this.#end(requestId, timestamp, encodedDataLength),
    );
    session.on('Network.loadingFailed', ({requestId, timestamp}) => this.#end(requestId, timestamp, 0));
  }

  /** How long there has been nothing to wait for (ms). */
  get silentFor(): number {
    const isUnderWay = [...this.#exchanges.values()].some(({endedAt}) => endedAt === undefined);
    return isUnderWay ? 0 : performance.now() - this.#lastEvent;
  }

  get requests(): readonly string[] {
    return Array.from(this.#exchanges.values(), ({url}) => url);
  }

  /** What had come by then, by the clock of the page's machine (ms). */
  bytesUntil(time: number): number {
    const ended = [...this.#exchanges.values()].filter(({endedAt = Infinity}) => endedAt <= time);
    return ended.reduce((sum, {bytes}) => sum + bytes, 0);
  }

  #end(requestId: string, timestamp: number, bytes: number): void {
    const exchange = this.#exchanges.get(requestId);
    if (!exchange) return;
    this.#lastEvent = performance.now();
    exchange.bytes = bytes;
    exchange.endedAt = (timestamp + this.#clockOffset) * msPerSecond;
  }
}
