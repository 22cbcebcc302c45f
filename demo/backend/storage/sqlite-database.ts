import {chmodSync, closeSync, mkdirSync, openSync} from 'node:fs';
import {dirname} from 'node:path';
import {DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite';
import {setTimeout as wait} from 'node:timers/promises';
import {StorageUnavailable} from './storage.ts';

type Row = Record<string, unknown>;
type Parameters = Record<string, SQLInputValue>;

/** How long a transaction waits for another process to let go of the file, without holding up this one. */
const busyWait = 1000;
const busyRetry = 20;

/** SQLite's primary result codes for what may pass: busy, locked, no memory, read-only, I/O, full, can't open. */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 13, 14]);
const busy = 5;

interface SqliteFailure {
  readonly code: number;
  readonly reason: string;
}

/** SQLite's own words for a failure: they never hold a value, as an error's message might. */
function failureOf(error: unknown): SqliteFailure | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return {code: error.errcode & 0xff, reason: 'errstr' in error ? String(error.errstr) : ''};
}

/** The error to throw: what may pass is told apart from what is a mistake of ours. */
function explained(error: unknown): unknown {
  const failure = failureOf(error);
  return failure && passing.has(failure.code) ? new StorageUnavailable(failure.reason, {cause: error}) : error;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error);
  }
}

/** A database file in which a committed transaction survives a loss of power. */
export class SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    makePrivate(file);
    this.#database = new DatabaseSync(file, {timeout: 0});
    // What is deleted is overwritten, so that erased personal data is gone.
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  }

  first(sql: string, parameters: Parameters = {}): Row | undefined {
    return guarded(() => this.#statement(sql).get(parameters));
  }

  all(sql: string, parameters: Parameters = {}): Row[] {
    return guarded(() => this.#statement(sql).all(parameters));
  }

  /** @returns how many rows changed */
  run(sql: string, parameters: Parameters = {}): number {
    return guarded(() => Number(this.#statement(sql).run(parameters).changes));
  }

  runScript(sql: string): void {
    guarded(() => {
      this.#database.exec(sql);
    });
  }

  /** Everything that `work` does, or nothing. It can't be asynchronous: all requests share one connection. */
  async transact<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + busyWait;
    while (!this.#tryToBegin()) {
      if (performance.now() >= deadline) throw new StorageUnavailable('locked by another process');
      await wait(busyRetry);
    }
    return this.#complete(work);
  }

  /** Writes the log back into the file and empties it, unless another process is in its way. */
  checkpoint(): void {
    this.first('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** The last one to close writes the log back into the file, and removes it. */
  close(): void {
    this.#database.close();
  }

  #tryToBegin(): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      if (failureOf(error)?.code === busy) return false;
      throw explained(error);
    }
  }

  #complete<T>(work: () => T): T {
    try {
      const result = work();
      this.runScript('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk failed.
      if (this.#database.isTransaction) this.runScript('ROLLBACK');
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Personal data is for the backend's own user only; SQLite gives its other files the mode of the first. */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), {recursive: true, mode: 0o700});
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}
