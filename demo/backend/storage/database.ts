/** What a statement is given by `:name`. */
export type Parameters = Readonly<Record<string, string | number | null>>;

export type Row = Record<string, unknown>;

/** The storage can't do now what it was asked for, and has done nothing of it; it may later. */
export class StorageUnavailable extends Error {
  override readonly name: string = 'StorageUnavailable';
}

/** What is stored is not what it has to be to be worked with; in words that hold nothing of it. */
export class StorageMismatch extends Error {
  override readonly name = 'StorageMismatch';
}

/** A statement that the database refused; without its message, which may quote values. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';
}

/** Two transactions were in each other's way, and this one has done nothing: it is to be run again. */
export class TransactionConflict extends StorageUnavailable {
  override readonly name = 'TransactionConflict';
}

/**
 * The SQL is what SQLite and PostgreSQL both speak. It names its parameters as `:name`, and its times are
 * texts of one form, so that they sort as they are compared.
 */
export interface Reader {
  first(sql: string, parameters?: Parameters): Promise<Row | undefined>;
  all(sql: string, parameters?: Parameters): Promise<Row[]>;
}

export interface Transaction extends Reader {
  /** Nobody else writes as long as this lasts. */
  readonly isAlone: boolean;

  /** @returns how many rows changed */
  run(sql: string, parameters?: Parameters): Promise<number>;

  /** Runs a statement once for each of `list`, in its order, without waiting in between; the rows of each. */
  each(sql: string, list: readonly Parameters[]): Promise<Row[][]>;

  /** Like `each`, for what nothing is to be heard of: it is done by the end of the transaction, or fails it. */
  write(sql: string, list: readonly Parameters[]): void;

  runScript(script: string): Promise<void>;

  /** Waits until no other transaction holds one of these names, and holds them to its end. */
  hold(names: readonly string[]): Promise<void>;

  /** Tells those who listen, in whatever process, once the transaction is durable. */
  announce(message: string): void;
}

/** Hears what others have announced; `undefined`: they may have changed what they did not, or could not, announce. */
export type Listener = (message: string | undefined) => void;

/** A database in which a committed transaction survives a loss of power. Every method may be called at any time. */
export interface Database extends Reader {
  /** What a SELECT ends in to take rows, within a transaction, that no other has taken. */
  readonly untaken: string;

  /** Everything that `work` does, or nothing: durable once it resolves. It may be run again where it was in conflict. */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;

  /** A transaction that waits its turn for as long as it takes: one at a time has the name. */
  transactAlone<T>(name: string, work: (transaction: Transaction) => Promise<T>): Promise<T>;

  /** Reads all of it from one state of the database. */
  snapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T>;

  /** The script of a migration in the database's own dialect. */
  translate(script: string): string;

  /** Leaves nothing of what has been deleted in a log that is a file of the database's own. */
  clearLog(): Promise<void>;

  /** Leaves nothing of what has been deleted, as far as no other process holds it up. */
  overwriteDeleted(): Promise<void>;

  /** @returns what ends it */
  listen(listener: Listener): () => void;

  close(): Promise<void>;
}
