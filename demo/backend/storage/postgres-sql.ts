import type {Parameters} from './database.ts';

/** Texts, quoted names, comments and casts, in which no parameter is meant; and parameters. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|::\w+|:(\w+)/g;

/** A statement as PostgreSQL is to be given it: its parameters go by number. */
export interface NumberedStatement {
  /** By which a connection knows it again, once it has prepared it. */
  readonly name: string;
  readonly text: string;
  /** The names of its parameters, in the order of their numbers. */
  readonly parameters: readonly string[];
}

const known = new Map<string, NumberedStatement>();

export function numberedStatement(sql: string): NumberedStatement {
  const found = known.get(sql);
  if (found) return found;
  const parameters: string[] = [];
  const text = sql.replace(tokens, (token: string, name: string | undefined) => {
    if (name === undefined) return token;
    if (!parameters.includes(name)) parameters.push(name);
    return `$${parameters.indexOf(name) + 1}`;
  });
  const statement = {name: `petition_${known.size}`, text, parameters};
  known.set(sql, statement);
  return statement;
}

export function valuesFor({parameters}: NumberedStatement, given: Parameters): (string | number | null)[] {
  return parameters.map((name) => {
    const value = given[name];
    if (value === undefined) throw new Error(`The parameter ${name} is missing`);
    return value;
  });
}

/**
 * A migration as PostgreSQL has it: texts are compared by their bytes, as SQLite does it, and whole numbers
 * are of 64 bits.
 */
export function translateScript(script: string): string {
  return script
    .replaceAll(/\) STRICT\b/g, ')')
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT');
}
