import type {ClientBase, QueryResult} from 'pg';
import {TransactionConflict, type Parameters, type Row, type Transaction} from './database.ts';
import {explained} from './postgres-errors.ts';
import {NumberedStatements, valuesFor} from './numbered-statements.ts';

export const countChannel = 'petition_count';

const statements = new NumberedStatements('$');

export interface StatementSettings {
  readonly isPreparing: boolean;
  /** After this time without an answer the connection is given up (ms). */
  readonly timeout: number;
}

/** PostgreSQL has no text with a NUL in it, and refuses to look for one. */
const storable = (value: string | number | null): string | number | null =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

/** What a connection is asked for one statement. */
export function queryOf(sql: string, parameters: Parameters, {isPreparing, timeout}: StatementSettings) {
  const statement = statements.of(sql);
  return {
    ...(isPreparing ? {name: statement.name} : {}),
    text: statement.text,
    values: valuesFor(statement, parameters).map(storable),
    query_timeout: timeout,
  };
}

/** One connection's work between BEGIN and COMMIT. Statements are sent without waiting for those before. */
export class PostgresTransaction implements Transaction {
  readonly isAlone = false;
  readonly #client: ClientBase;
  readonly #settings: StatementSettings;
  readonly #written: Promise<unknown>[] = [];
  #failure: Error | undefined;

  constructor(client: ClientBase, settings: StatementSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  /** What went wrong first: after it the server only says that the transaction has failed. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  async first(sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
    const {rows} = await this.#ask(sql, parameters);
    return rows[0];
  }

  async all(sql: string, parameters: Parameters = {}): Promise<Row[]> {
    const {rows} = await this.#ask(sql, parameters);
    return rows;
  }

  async run(sql: string, parameters: Parameters = {}): Promise<number> {
    const {rowCount} = await this.#ask(sql, parameters);
    return rowCount ?? 0;
  }

  async each(sql: string, list: readonly Parameters[]): Promise<Row[][]> {
    const results = await Promise.all(list.map((parameters) => this.#ask(sql, parameters)));
    return results.map(({rows}) => rows);
  }

  write(sql: string, list: readonly Parameters[]): void {
    for (const parameters of list) this.#later(this.#ask(sql, parameters));
  }

  async runScript(script: string): Promise<void> {
    await this.#noting(this.#command(script));
  }

  async hold(names: readonly string[]): Promise<void> {
    // In one order, so that no two wait for each other.
    const list = [...new Set(names)].toSorted().map((name) => ({name}));
    await this.each('SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))', list);
  }

  announce(message: string): void {
    this.write(`SELECT pg_notify('${countChannel}', :message)`, [{message}]);
  }

  begin(script: string): void {
    this.#later(this.runScript(script));
  }

  /** Resolves once all of it is durable. */
  async commit(): Promise<void> {
    const committing = this.#noting(this.#command('COMMIT'));
    await Promise.all([...this.#written, committing]);
    const {command} = await committing;
    // A transaction in which a statement has failed ends in another way.
    if (command !== 'COMMIT') throw this.#failure ?? new TransactionConflict('rolled back');
  }

  async rollBack(): Promise<void> {
    await this.#command('ROLLBACK');
  }

  #command(text: string): Promise<QueryResult<Row>> {
    const command = {text, query_timeout: this.#settings.timeout};
    return this.#client.query<Row>(command);
  }

  #later(promise: Promise<unknown>): void {
    // It is waited for at the end; until then nobody does.
    promise.catch(() => undefined);
    this.#written.push(promise);
  }

  #ask(sql: string, parameters: Parameters): Promise<QueryResult<Row>> {
    return this.#noting(this.#client.query<Row>(queryOf(sql, parameters, this.#settings)));
  }

  async #noting<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      this.#failure ??= explained(error);
      throw this.#failure;
    }
  }
}
