import {connect, type Socket} from 'node:net';

/** What came of a stream. */
export interface StreamListener {
  /** A count came; `before` is the one before it. */
  counted(before: number | undefined, total: number): void;
  supporter(): void;
  heartbeat(): void;
  refused(status: number): void;
  /** There is no room now; it may come back after a while (s). */
  putOff(seconds: number): void;
  broken(): void;
}

export interface StreamAddress {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly localAddress: string;
}

const bufferBytes = 65_536;
/** All streams read into one buffer: what is read is used up before another is. */
const buffer = Buffer.alloc(bufferBytes);

const ok = 200;
const unavailable = 503;
const headEnd = '\r\n\r\n';
const blockEnd = '\n\n';

/**
 * A live viewer, with as little as it takes to tell what came. The backend sends an event in one chunk, so
 * what frames the chunks stands between events and is passed over.
 */
export class ViewerStream {
  lastTotal: number | undefined;
  readonly #socket: Socket;
  readonly #listener: StreamListener;
  #isStream = false;
  #rest = '';
  #isOver = false;

  constructor({host, port, path, localAddress}: StreamAddress, listener: StreamListener) {
    this.#listener = listener;
    this.#socket = connect({
      host,
      port,
      localAddress,
      onread: {
        buffer,
        callback: (length) => {
          this.#take(buffer.toString('latin1', 0, length));
          return true;
        },
      },
    });
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nAccept: text/event-stream\r\n\r\n`);
    this.#socket.on('error', () => undefined);
    this.#socket.once('close', () => this.#end(() => listener.broken()));
  }

  get isOpen(): boolean {
    return !this.#isOver;
  }

  #take(text: string): void {
    if (this.#isOver) return;
    const whole = this.#rest + text;
    this.#rest = this.#isStream ? this.#readEvents(whole) : this.#readHead(whole);
  }

  /** @returns what is not read yet */
  #readHead(text: string): string {
    const end = text.indexOf(headEnd);
    if (end < 0) return text;
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? NaN);
    if (status !== ok) {
      const retryAfter = /\nretry-after: *(\d+)/i.exec(text)?.[1];
      const isPutOff = status === unavailable && retryAfter !== undefined;
      this.#end(() => (isPutOff ? this.#listener.putOff(Number(retryAfter)) : this.#listener.refused(status)));
      return '';
    }
    this.#isStream = true;
    return this.#readEvents(text.slice(end + headEnd.length));
  }

  #readEvents(text: string): string {
    const end = text.lastIndexOf(blockEnd);
    if (end < 0) return text;
    for (const block of text.slice(0, end).split(blockEnd)) this.#read(block);
    return text.slice(end + blockEnd.length);
  }

  #read(block: string): void {
    const event = /^event: ?(\w+)/m.exec(block)?.[1];
    if (event === 'count') this.#readCount(block);
    else if (event === 'supporter') this.#listener.supporter();
    else if (/^:/m.test(block)) this.#listener.heartbeat();
  }

  #readCount(block: string): void {
    const before = this.lastTotal;
    this.lastTotal = Number(/"total":(\d+)/.exec(block)?.[1] ?? NaN);
    this.#listener.counted(before, this.lastTotal);
  }

  #end(tell: () => void): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#socket.destroy();
    tell();
  }
}
