import {subscribe} from 'node:diagnostics_channel';
import {IncomingMessage} from 'node:http';
import {Socket} from 'node:net';

/** Counts the connections that a server of this process has had at once. */
export class Connections {
  readonly #open = new Set<Socket>();
  /** Those of them that carried a request of the protocol; the others brought files. */
  readonly #speaking = new Set<Socket>();
  #mostOpen = 0;
  #mostSpeaking = 0;

  /** Only those from now on. */
  constructor(port: number) {
    subscribe('net.server.socket', (message) => {
      if (!(message instanceof Object && 'socket' in message && message.socket instanceof Socket)) return;
      if (message.socket.localPort === port) this.#add(message.socket);
    });
    subscribe('http.server.request.start', (message) => {
      if (!(message instanceof Object && 'request' in message && message.request instanceof IncomingMessage)) return;
      const {url = '', socket} = message.request;
      if (url.startsWith('/v1/') && this.#open.has(socket)) this.#speaking.add(socket);
      this.#mostSpeaking = Math.max(this.#mostSpeaking, this.#speaking.size);
    });
  }

  /** How many are open now. */
  get open(): number {
    return this.#open.size;
  }

  /** How many were open at once since they were forgotten. */
  get mostOpen(): number {
    return this.#mostOpen;
  }

  /** How many of those had carried a request of the protocol. */
  get mostSpeaking(): number {
    return this.#mostSpeaking;
  }

  forget(): void {
    this.#mostOpen = this.#open.size;
    this.#mostSpeaking = this.#speaking.size;
  }

  #add(socket: Socket): void {
    this.#open.add(socket);
    this.#mostOpen = Math.max(this.#mostOpen, this.#open.size);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#speaking.delete(socket);
    });
  }
}
