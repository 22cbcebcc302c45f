import type {Parameters} from './database.ts';

/** Texts, quoted names, comments and casts, in which no parameter is meant; and parameters. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|::\w+|:(\w+)/g;

/** A statement as a database is to be given it: its parameters go by number. */
export interface NumberedStatement {
  /** By which a connection knows it again, once it has prepared it. */
  readonly name: string;
  readonly text: string;
  /** The names of its parameters, in the order of their numbers. */
  readonly parameters: readonly string[];
}

/** The statements of a dialect, each taken apart once. There are only as many as the code has. */
export class NumberedStatements {
  readonly #mark: string;
  readonly #known = new Map<string, NumberedStatement>();

  /** @param mark what stands before a number */
  constructor(mark: '$' | '?') {
    this.#mark = mark;
  }

  of(sql: string): NumberedStatement {
    const known = this.#known.get(sql);
    if (known) return known;
    const statement = this.#number(sql);
    this.#known.set(sql, statement);
    return statement;
  }

  #number(sql: string): NumberedStatement {
    const parameters: string[] = [];
    const text = sql.replace(tokens, (token: string, name: string | undefined) => {
      if (name === undefined) return token;
      if (!parameters.includes(name)) parameters.push(name);
      return `${this.#mark}${parameters.indexOf(name) + 1}`;
    });
    return {name: `petition_${this.#known.size}`, text, parameters};
  }
}

export function valuesFor({parameters}: NumberedStatement, given: Parameters): (string | number | null)[] {
  return parameters.map((name) => {
    const value = given[name];
    if (value === undefined) throw new Error(`The parameter ${name} is missing`);
    return value;
  });
}
