import {DatabaseSync, type StatementSync} from 'node:sqlite';
import type {Parameters, Row} from './database.ts';
import {NumberedStatements, valuesFor, type NumberedStatement} from './numbered-statements.ts';
import {explained, guarded, isBusy} from './sqlite-errors.ts';

const statements = new NumberedStatements('?');

interface Prepared {
  readonly numbered: NumberedStatement;
  readonly statement: StatementSync;
}

/** One connection to a file, with the statements that it has prepared. */
export class SqliteConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string, settings: string) {
    this.#database = guarded(() => new DatabaseSync(file, {timeout: 0}));
    this.runScript(settings);
  }

  first(sql: string, parameters: Parameters = {}): Row | undefined {
    const {statement, numbered} = this.#prepare(sql);
    return guarded(() => statement.get(...valuesFor(numbered, parameters)));
  }

  all(sql: string, parameters: Parameters = {}): Row[] {
    const {statement, numbered} = this.#prepare(sql);
    return guarded(() => statement.all(...valuesFor(numbered, parameters)));
  }

  /** @returns how many rows changed */
  run(sql: string, parameters: Parameters = {}): number {
    const {statement, numbered} = this.#prepare(sql);
    return guarded(() => Number(statement.run(...valuesFor(numbered, parameters)).changes));
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

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const numbered = statements.of(sql);
    const prepared = {numbered, statement: guarded(() => this.#database.prepare(numbered.text))};
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
