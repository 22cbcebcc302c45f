import type {ClientConfig} from 'pg';
import {SettingError} from '../setting-error.ts';

/** How PostgreSQL is reached. */
export interface PostgresOptions {
  readonly url: string;
  /** Where to listen, past a pooler that hands connections on with each transaction; `url` if absent. */
  readonly listenUrl?: string | undefined;
}

/** What our own parameters of a database's URL say. */
export interface PoolSettings {
  /** Without those parameters. */
  readonly url: string;
  readonly size: number;
  readonly isPreparing: boolean;
}

const usualSize = '10';

/** How long a connection may take to be made, or to come free (ms). */
export const connectTime = 2000;

const bigint = 20;

/** Counts come as numbers, as they are far from what a number can't hold; all else is text. */
const parserOf = (type: number): ((text: string) => string | number) => (type === bigint ? Number : String);

/**
 * `pool_size` is how many connections a process opens at most, and `prepared_statements=false` is for a pooler that
 * hands them on with each transaction and doesn't know such statements.
 * @throws {SettingError}
 */
export function poolSettings(text: string): PoolSettings {
  const url = new URL(text);
  const size = poolSize(url.searchParams.get('pool_size') ?? usualSize);
  const isPreparing = url.searchParams.get('prepared_statements') !== 'false';
  for (const name of ['pool_size', 'prepared_statements']) url.searchParams.delete(name);
  return {url: url.href, size, isPreparing};
}

/** One to read and one to write at least. */
function poolSize(text: string): number {
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (size >= 2) return size;
  throw new SettingError('The pool_size of a database has to be a whole number from 2 on.');
}

export function clientConfig(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'petition-backend',
    connectionTimeoutMillis: connectTime,
    keepAlive: true,
    types: {getTypeParser: parserOf},
  };
}
