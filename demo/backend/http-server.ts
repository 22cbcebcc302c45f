import {createServer, type RequestListener, type Server, type ServerResponse} from 'node:http';
import {createServer as createDoor, type ListenOptions, type Server as Door, type Socket} from 'node:net';

/** A client that neither sends nor reads any further doesn't keep a server from closing longer than this (ms). */
const closingTime = 10_000;

/** A client that takes longer to send its request, or no more than its headers, is cut off (ms). */
const requestTimeout = 30_000;
const headersTimeout = 10_000;

/** How often it is looked for such clients. */
const connectionsCheckingInterval = 5000;

/** So many may knock at a time, as they do when a backend is back; the system may have a lower limit. */
const backlog = 4096;

/**
 * Of each listening socket Node takes one connection a turn: while those who are in keep it busy, newcomers
 * would get in one by one, ten or twenty a second. So there are several sockets on the same port.
 */
const doors = 32;

/** A client that reads nothing of its answer in this time is cut off (ms). */
const silence = 60_000;

/** An HTTP server that finishes what is under way when it closes. */
export class HttpServer {
  readonly #server: Server;
  readonly #underWay = new Set<ServerResponse>();
  /** Those whose last request is not answered yet. */
  readonly #busy = new WeakSet<Socket>();
  /** What listens: the server, and what hands it further connections. */
  readonly #open: Door[] = [];

  constructor(listener: RequestListener) {
    const limits = {requestTimeout, headersTimeout, connectionsCheckingInterval};
    this.#server = createServer(limits, (request, response) => {
      // No browser asks again before it is answered; behind an answer that goes on and on, requests would pile up.
      if (this.#isBusy(request.socket, response)) {
        request.socket.destroy();
        return;
      }
      this.#underWay.add(response);
      response.once('close', () => this.#underWay.delete(response));
      listener(request, response);
    });
    this.#server.timeout = silence;
  }

  /**
   * Rejects if the port is taken.
   * @returns the port
   */
  async listen(options: ListenOptions): Promise<number> {
    const alone = {...options, backlog};
    // A port that is to be shared might be shared with a stranger: first it has to be nobody's.
    const port = await portFor(alone);
    try {
      await this.#openDoors({...alone, port, reusePort: true});
    } catch (error) {
      await this.#closeDoors();
      // Somebody was faster: any other will do.
      if (options.port === 0 && codeOf(error) === 'EADDRINUSE') return this.listen(options);
      // Not every system lets several sockets listen on a port.
      if (codeOf(error) !== 'ENOTSUP') throw error;
      await this.#openDoor(this.#server, {...alone, port});
    }
    return port;
  }

  async close(): Promise<void> {
    const deadline = setTimeout(() => this.#server.closeAllConnections(), closingTime);
    const closing = this.#closeDoors();
    // A connection that is kept for a next request would keep the server from closing.
    for (const response of this.#underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
    await closing;
    clearTimeout(deadline);
  }

  #isBusy(socket: Socket, response: ServerResponse): boolean {
    if (this.#busy.has(socket)) return true;
    this.#busy.add(socket);
    response.once('finish', () => this.#busy.delete(socket));
    return false;
  }

  async #openDoors(options: ListenOptions): Promise<void> {
    await this.#openDoor(this.#server, options);
    while (this.#open.length < doors) {
      const door = createDoor({allowHalfOpen: true, noDelay: true}, (socket) => {
        this.#server.emit('connection', socket);
      });
      await this.#openDoor(door, options);
    }
  }

  async #openDoor(door: Door, options: ListenOptions): Promise<void> {
    await listenOn(door, options);
    this.#open.push(door);
  }

  async #closeDoors(): Promise<void> {
    await Promise.all(this.#open.splice(0).map(closed));
  }
}

function listenOn(door: Door, options: ListenOptions): Promise<void> {
  const {promise, resolve, reject} = Promise.withResolvers<void>();
  door.once('error', reject);
  door.listen(options, () => {
    door.off('error', reject);
    resolve();
  });
  return promise;
}

function closed(door: Door): Promise<void> {
  const {promise, resolve, reject} = Promise.withResolvers<void>();
  door.close((error) => {
    if (error) reject(error);
    else resolve();
  });
  return promise;
}

/** The port that nobody has: the one asked for, or any. */
async function portFor(options: ListenOptions): Promise<number> {
  const door = createDoor();
  await listenOn(door, options);
  const address = door.address();
  await closed(door);
  return typeof address === 'object' && address ? address.port : 0;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
