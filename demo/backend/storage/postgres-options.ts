import type {ClientConfig} from 'pg';

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

const usualSize = 10;

/** How long a connection may take to be made, or to come free (ms). */
export const connectTime = 2000;

const bigint = 20;

/** Counts come as numbers, as they are far from what a number can't hold; all else is text. */
const parserOf = (type: number): ((text: string) => string | number) => (type === bigint ? Number : String);

/**
 * `pool_size` is how many connections a process opens at most, and `prepared_statements=false` is for a pooler that
 * hands them on with each transaction and doesn't know such statements.
 */
export function poolSettings(text: string): PoolSettings {
  const url = new URL(text);
  const size = Number(url.searchParams.get('pool_size') ?? usualSize);
  const isPreparing = url.searchParams.get('prepared_statements') !== 'false';
  for (const name of ['pool_size', 'prepared_statements']) url.searchParams.delete(name);
  return {url: url.href, size: Number.isInteger(size) && size > 1 ? size : usualSize, isPreparing};
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
