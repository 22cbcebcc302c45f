import {chmodSync, closeSync, mkdirSync, openSync} from 'node:fs';
import {dirname} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {
  StorageUnavailable,
  type Database,
  type Listener,
  type Parameters,
  type Reader,
  type Row,
  type Transaction,
} from './database.ts';
import {Listeners} from './listeners.ts';
import {SqliteConnection} from './sqlite-connection.ts';

/** How long a transaction waits for another process to let go of the file, without holding up this one (ms). */
const busyWait = 1000;
const busyRetry = 20;

/** The same for what is done at the start, which may be much (ms). */
const longWait = 60_000;

/** How often the file is asked whether another process has written to it (ms). */
const lookPause = 500;

// What is deleted is overwritten, so that erased personal data is gone. Signatures go to places all over the indexes:
// memory for 64 MB of them, and a log of up to 16 MB, spare most of the reading and writing back.
const writing = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
  PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4096`;
const reading = 'PRAGMA query_only = ON';

/** A file. Whoever reads sees what was committed last, and waits for nobody; those who write do so in turn. */
export class SqliteDatabase implements Database {
  readonly untaken = '';
  readonly #file: string;
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  readonly #listeners: Listeners;
  /** When all that was to be written so far is done. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: string) {
    makePrivate(file);
    this.#file = file;
    this.#writer = new SqliteConnection(file, writing);
    this.#reader = new SqliteConnection(file, reading);
    this.#listeners = new Listeners(() => this.#watchFile());
  }

  async first(sql: string, parameters?: Parameters): Promise<Row | undefined> {
    return this.#reader.first(sql, parameters);
  }

  async all(sql: string, parameters?: Parameters): Promise<Row[]> {
    return this.#reader.all(sql, parameters);
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const deadline = performance.now() + busyWait;
    return this.#inTurn(async () => {
      await this.#begin(deadline);
      return this.#complete(work);
    });
  }

  async transactAlone<T>(_name: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#begin(performance.now() + longWait);
      return this.#complete(work);
    });
  }

  async snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
    const connection = new SqliteConnection(this.#file, `${reading}; BEGIN`);
    try {
      return await work({
        first: async (sql, parameters) => connection.first(sql, parameters),
        all: async (sql, parameters) => connection.all(sql, parameters),
      });
    } finally {
      connection.close();
    }
  }

  translate(script: string): string {
    return script;
  }

  /** Writes the log back into the file and empties it, unless another process is in its way. */
  clearLog(): Promise<void> {
    return this.#inTurn(async () => {
      this.#writer.first('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  overwriteDeleted(): Promise<void> {
    return this.clearLog();
  }

  listen(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  /** The last one to close writes the log back into the file, and removes it. */
  async close(): Promise<void> {
    this.#listeners.close();
    await this.#inTurn(async () => {
      this.#reader.close();
      this.#writer.close();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Tries at least once, however long it had to wait for its turn. */
  async #begin(deadline: number): Promise<void> {
    while (!this.#writer.begin()) {
      if (performance.now() >= deadline) throw new StorageUnavailable('locked by another process');
      await wait(busyRetry);
    }
  }

  async #complete<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = new SqliteTransaction(this.#writer);
    try {
      const result = await work(transaction);
      this.#writer.runScript('COMMIT');
      return result;
    } catch (error) {
      this.#writer.rollBack();
      throw error;
    }
  }

  #watchFile(): () => void {
    let known: unknown;
    const look = (): void => {
      const version = this.#fileVersion();
      // One that can't be had now may be another.
      if (version === known && version !== undefined) return;
      known = version;
      this.#listeners.tell(undefined);
    };
    known = this.#fileVersion();
    const timer = setInterval(look, lookPause).unref();
    return () => clearInterval(timer);
  }

  /** Another one since another connection has written; this one's own writes leave it as it is. */
  #fileVersion(): unknown {
    try {
      return this.#writer.first('PRAGMA data_version')?.['data_version'];
    } catch {
      // Whoever reads next hears what is wrong with it; a timer can tell nobody.
      return undefined;
    }
  }
}

/** Its statements are done at once: that they are promised is for databases that take their time. */
class SqliteTransaction implements Transaction {
  readonly isAlone = true;
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async first(sql: string, parameters?: Parameters): Promise<Row | undefined> {
    return this.#connection.first(sql, parameters);
  }

  async all(sql: string, parameters?: Parameters): Promise<Row[]> {
    return this.#connection.all(sql, parameters);
  }

  async run(sql: string, parameters?: Parameters): Promise<number> {
    return this.#connection.run(sql, parameters);
  }

  async each(sql: string, list: readonly Parameters[]): Promise<Row[][]> {
    return list.map((parameters) => this.#connection.all(sql, parameters));
  }

  write(sql: string, list: readonly Parameters[]): void {
    for (const parameters of list) this.#connection.run(sql, parameters);
  }

  async runScript(script: string): Promise<void> {
    this.#connection.runScript(script);
  }

  /** There is no other transaction on this file. */
  async hold(): Promise<void> {}

  /** Whoever else has the file open sees by itself that it has changed. */
  announce(): void {}
}

/** Personal data is for the backend's own user only; SQLite gives its other files the mode of the first. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700});
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
