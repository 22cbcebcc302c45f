import {connect, type Socket} from 'node:net';

export interface HttpAnswer {
  /** 0: none came, as the connection was lost. */
  readonly status: number;
  readonly body: string;
}

const lost: HttpAnswer = {status: 0, body: ''};
const nothing = Buffer.alloc(0);

const headEnd = '\r\n\r\n';
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

/** Where the number of the status stands in `HTTP/1.1 201 Created`. */
const [statusStart, statusEnd] = [9, 12];

/** The answer, once all of it is there. Of its head only what is needed is read. */
function answerIn(bytes: Buffer): HttpAnswer | undefined {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const bodyStart = end + headEnd.length;
  const length = /\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const isThere =
    length === undefined
      ? bytes.subarray(-lastChunk.length).equals(lastChunk)
      : bytes.length >= bodyStart + Number(length);
  if (!isThere) return undefined;
  return {status: Number(head.slice(statusStart, statusEnd)), body: bytes.toString('utf8', bodyStart)};
}

/**
 * A connection that is kept, and carries one request at a time. A client that reads everything as HTTP has it
 * would take more of the machine than the backend that is measured.
 */
export class HttpConnection {
  readonly #host: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #received: Buffer = nothing;
  #resolve: ((answer: HttpAnswer) => void) | undefined;

  constructor(url: URL) {
    this.#host = url.hostname;
    this.#port = Number(url.port);
  }

  /** Sends a request as it is; one that was closed is opened again. */
  send(request: Uint8Array): Promise<HttpAnswer> {
    const {promise, resolve} = Promise.withResolvers<HttpAnswer>();
    this.#resolve = resolve;
    this.#socket ??= this.#open();
    this.#socket.write(request);
    return promise;
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({host: this.#host, port: this.#port, noDelay: true});
    socket.on('data', (bytes) => this.#take(bytes));
    // What went wrong is told by the request that gets no answer.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      this.#socket = undefined;
      this.#settle(lost);
    });
    return socket;
  }

  #take(bytes: Buffer): void {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const answer = answerIn(this.#received);
    if (answer) this.#settle(answer);
  }

  #settle(answer: HttpAnswer): void {
    const resolve = this.#resolve;
    this.#resolve = undefined;
    this.#received = nothing;
    resolve?.(answer);
  }
}
