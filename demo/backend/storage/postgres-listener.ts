import {Client, type Notification} from 'pg';
import {countChannel} from './postgres-transaction.ts';
import {clientConfig} from './postgres-options.ts';

/** How long to wait before the next try once the connection is lost (ms): processes don't come back all at once. */
const shortestPause = 100;
const longestPause = 1000;

/** How often the connection is asked for a sign of life, and how long that may take (ms). */
const lookPause = 10_000;
const lookTime = 5000;

interface ListenerOptions {
  readonly url: string;
  /** Hears each message; `undefined`: messages may have been missed. */
  readonly hear: (message: string | undefined) => void;
}

/** A connection that listens to all processes on a database. When it is lost it is taken up again. */
export class PostgresListener {
  readonly #options: ListenerOptions;
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pause = shortestPause;
  #isClosed = false;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#connect();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  #connect(): void {
    const client = new Client({...clientConfig(this.#options.url), query_timeout: lookTime});
    this.#client = client;
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({payload}: Notification) => this.#hear(client, payload));
    this.#listen(client).catch(() => this.#lose(client));
  }

  async #listen(client: Client): Promise<void> {
    await client.connect();
    await client.query(`LISTEN ${countChannel}`);
    if (this.#client !== client) return;
    this.#pause = shortestPause;
    this.#options.hear(undefined);
    this.#lookLater(client);
  }

  /** One that was given up may still be told of what is long past. */
  #hear(client: Client, message: string | undefined): void {
    if (this.#client === client) this.#options.hear(message);
  }

  /** A server that is gone without a word is noticed by this alone. */
  #lookLater(client: Client): void {
    this.#timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.#client === client && this.#lookLater(client),
        () => this.#lose(client),
      );
    }, lookPause).unref();
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    clearTimeout(this.#timer);
    this.#drop();
    if (this.#isClosed) return;
    // As long as nothing is heard, what is known is to be read again with each try.
    this.#options.hear(undefined);
    this.#timer = setTimeout(() => this.#connect(), this.#pause * (0.5 + Math.random())).unref();
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #drop(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.end().catch(() => undefined);
  }
}
