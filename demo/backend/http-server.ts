import {createServer, type RequestListener, type Server, type ServerResponse} from 'node:http';
import type {ListenOptions} from 'node:net';

/** A client that neither sends nor reads any further doesn't keep a server from closing longer than this (ms). */
const closingTime = 10_000;

/** A client that takes longer to send its request, or no more than its headers, is cut off (ms). */
const requestTimeout = 30_000;
const headersTimeout = 10_000;

/** How often it is looked for such clients. */
const connectionsCheckingInterval = 5000;

/** A client that reads nothing of its answer in this time is cut off (ms). */
const silence = 60_000;

/** An HTTP server that finishes what is under way when it closes. */
export class HttpServer {
  readonly #server: Server;
  readonly #underWay = new Set<ServerResponse>();

  constructor(listener: RequestListener) {
    const limits = {requestTimeout, headersTimeout, connectionsCheckingInterval};
    this.#server = createServer(limits, (request, response) => {
      this.#underWay.add(response);
      response.once('close', () => this.#underWay.delete(response));
      listener(request, response);
    });
    this.#server.timeout = silence;
  }

  /** @returns the port */
  listen(options: ListenOptions): Promise<number> {
    const {promise, resolve, reject} = Promise.withResolvers<number>();
    this.#server.once('error', reject);
    this.#server.listen(options, () => {
      this.#server.off('error', reject);
      const address = this.#server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
    return promise;
  }

  close(): Promise<void> {
    const {promise, resolve, reject} = Promise.withResolvers<void>();
    const deadline = setTimeout(() => this.#server.closeAllConnections(), closingTime);
    this.#server.close((error) => {
      clearTimeout(deadline);
      if (error) reject(error);
      else resolve();
    });
    // A connection that is kept for a next request would keep the server from closing.
    for (const response of this.#underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
    return promise;
  }
}
