import {setTimeout as wait} from 'node:timers/promises';
import {Client, Pool, type PoolClient} from 'pg';
import {
  TransactionConflict,
  type Database,
  type Listener,
  type Parameters,
  type Reader,
  type Row,
  type Transaction,
} from './database.ts';
import {Listeners} from './listeners.ts';
import {explained} from './postgres-errors.ts';
import {PostgresListener} from './postgres-listener.ts';
import {clientConfig, poolSettings, type PoolSettings, type PostgresOptions} from './postgres-options.ts';
import {translateScript} from './postgres-dialect.ts';
import {PostgresTransaction, queryOf, type StatementSettings} from './postgres-transaction.ts';

/** How long a statement waits for what another transaction holds, and a connection for an answer (ms). */
const lockWait = 2000;
const answerWait = 10_000;

/** The same for what is done at the start, in turn, and for what reads or rewrites whole tables (ms). */
const longWait = 10 * 60_000;

/** How often a transaction is run that others are in the way of, and the longest pause before another run (ms). */
const mostRuns = 6;
const conflictPause = 30;

const erasedTables = 'signature, token, mail, kept_answer, rate_use, challenge_use';

interface Way {
  /** What begins a transaction. */
  readonly begin: string;
  readonly timeout: number;
}

const beginReading = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** One that is answered is on the server's disk, whatever the server is set to otherwise. */
const durable = `SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`;

const writing = (lockTime: number, timeout: number): Way => ({
  begin: `BEGIN; SET LOCAL lock_timeout = ${lockTime}; ${durable}`,
  timeout,
});
/**
 * What is quick goes by indexes alone. The server would read a whole table that it takes for empty, as it
 * is at the start, and plans a statement once: a petition's first rush would be over before it thinks again.
 */
const quick: Way = {
  begin: `${writing(lockWait, answerWait).begin}; SET LOCAL enable_seqscan = off`,
  timeout: answerWait,
};
const patient = writing(longWait, longWait);

/** A server that several processes share. */
export class PostgresDatabase implements Database {
  readonly untaken = 'FOR UPDATE SKIP LOCKED';
  /** Of their own, so that those who read keep nobody from signing. */
  readonly #readers: Pool;
  readonly #writers: Pool;
  readonly #settings: PoolSettings;
  readonly #listeners: Listeners;

  constructor({url, listenUrl = url}: PostgresOptions) {
    this.#settings = poolSettings(url);
    const {size} = this.#settings;
    this.#readers = poolOf(this.#settings, Math.floor(size / 2));
    this.#writers = poolOf(this.#settings, Math.ceil(size / 2));
    this.#listeners = new Listeners(() => this.#listenTo(poolSettings(listenUrl).url));
  }

  async first(sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
    const [row] = await this.all(sql, parameters);
    return row;
  }

  async all(sql: string, parameters: Parameters = {}): Promise<Row[]> {
    try {
      const {rows} = await this.#readers.query<Row>(queryOf(sql, parameters, this.#statements(answerWait)));
      return rows;
    } catch (error) {
      throw explained(error);
    }
  }

  async transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#untilItIsNotInTheWay(() => this.#transactOnce(quick, work));
  }

  async transactAlone<T>(name: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#untilItIsNotInTheWay(() =>
      this.#transactOnce(patient, async (transaction) => {
        await transaction.hold([name]);
        return work(transaction);
      }),
    );
  }

  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#aside(async (client) => {
      const transaction = new PostgresTransaction(client, this.#statements(longWait));
      try {
        transaction.begin(beginReading);
        const result = await work(transaction);
        await transaction.commit();
        return result;
      } catch (error) {
        throw transaction.failure ?? error;
      }
    });
  }

  translate(script: string): string {
    return translateScript(script);
  }

  /** The server's logs are its own. */
  async clearLog(): Promise<void> {}

  overwriteDeleted(): Promise<void> {
    return this.#aside(async (client) => {
      try {
        await client.query(queryOf(`VACUUM ${erasedTables}`, {}, {isPreparing: false, timeout: longWait}));
      } catch (error) {
        throw explained(error);
      }
    });
  }

  listen(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    this.#listeners.close();
    await Promise.all([this.#readers.end(), this.#writers.end()]);
  }

  #statements(timeout: number): StatementSettings {
    return {isPreparing: this.#settings.isPreparing, timeout};
  }

  /** Has what may take long keep no connection from those who wait for an answer: it gets one of its own. */
  async #aside<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({...clientConfig(this.#settings.url), pipeline: true});
    client.on('error', () => undefined);
    try {
      await connect(client);
      return await work(client);
    } finally {
      // Nobody waits for its goodbye, which a server that is gone doesn't answer.
      client.end().catch(() => undefined);
    }
  }

  async #transactOnce<T>({begin, timeout}: Way, work: (transaction: PostgresTransaction) => Promise<T>): Promise<T> {
    const client = await connectionOf(this.#writers);
    const transaction = new PostgresTransaction(client, this.#statements(timeout));
    try {
      transaction.begin(begin);
      const result = await work(transaction);
      await transaction.commit();
      client.release();
      return result;
    } catch (error) {
      await giveBack(client, transaction);
      throw transaction.failure ?? error;
    }
  }

  async #untilItIsNotInTheWay<T>(run: () => Promise<T>): Promise<T> {
    for (let left = mostRuns; ; left -= 1) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof TransactionConflict) || left <= 1) throw error;
        await wait(Math.random() * conflictPause);
      }
    }
  }

  #listenTo(url: string): () => void {
    // What this process has announced itself is among it: should the answer to a COMMIT be lost, it still hears.
    const listener = new PostgresListener({url, hear: (message) => this.#listeners.tell(message)});
    return () => listener.close();
  }
}

function poolOf({url}: PoolSettings, max: number): Pool {
  const pool = new Pool({...clientConfig(url), max, pipeline: true});
  // A connection that is lost tells whoever uses it, and the pool opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function connectionOf(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw explained(error);
  }
}

async function connect(client: Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    throw explained(error);
  }
}

/** A connection that can't be brought back to where it was is closed. */
async function giveBack(client: PoolClient, transaction: PostgresTransaction): Promise<void> {
  const isGood = await transaction.rollBack().then(
    () => true,
    () => false,
  );
  client.release(!isGood);
}
