import {DatabaseSync, type StatementSync} from 'node:sqlite';
import type {Parameters, Row} from './database.ts';
import {explained, guarded, isBusy} from './sqlite-errors.ts';

/** One connection to a file, with the statements that it has prepared. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, settings: string) {
    this.#database = new DatabaseSync(file, {timeout: 0});
    this.runScript(settings);
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

  each(sql: string, list: readonly Parameters[]): Row[][] {
    return guarded(() => {
      const statement = this.#statement(sql);
      return list.map((parameters) => statement.all(parameters));
    });
  }

  runScript(script: string): void {
    guarded(() => {
      this.#database.exec(script);
    });
  }

  /** @returns whether no other process was in its way */
  begin(): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw explained(error);
    }
  }

  rollBack(): void {
    // SQLite has done so by itself where the disk failed.
    if (this.#database.isTransaction) this.runScript('ROLLBACK');
  }

  close(): void {
    this.#database.close();
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
