import {randomUUID} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {Client} from 'pg';
import {inject, onTestFinished, vi} from 'vitest';
import type {PostgresOptions} from '../../../demo/backend/storage/postgres-options.ts';

type Row = Record<string, unknown>;

/** A backend's database, past the backend. */
export interface TestDatabase {
  /** Undefined: it is SQLite's file in the data folder. */
  readonly postgres: PostgresOptions | undefined;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** All that it has: the bytes of its files, or the rows of its tables. */
  readonly contents: () => Promise<string>;
  readonly run: (script: string) => Promise<void>;
  /** How many others have it open. */
  readonly clients: () => Promise<number>;
  /** Lets nobody else write. @returns what lets go */
  readonly hold: () => Promise<() => Promise<void>>;
}

const bigint = 20;
const parserOf = (type: number): ((text: string) => string | number) => (type === bigint ? Number : String);

/** Everything that is written to. */
const tables = 'petition, signature, kept_answer, mail, token, rate_use, challenge_use, write_check';

export async function connectTo(url: string): Promise<Client> {
  const client = new Client({connectionString: url, types: {getTypeParser: parserOf}});
  // A test may stop the server.
  client.on('error', () => undefined);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function onceConnected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({connectionString: url, types: {getTypeParser: parserOf}});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database on a server, for as long as the test runs. */
export async function newDatabaseOn(server: string): Promise<string> {
  const {name, url} = await createOn(server);
  onTestFinished(() => drop(server, name));
  return url;
}

interface Named {
  readonly name: string;
  readonly url: string;
}

async function createOn(server: string): Promise<Named> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onceConnected(server, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(server);
  url.pathname = name;
  return {name, url: url.href};
}

async function drop(server: string, name: string): Promise<void> {
  await onceConnected(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

/** Those that earlier tests are done with, empty but for their schema: to make one takes longer than many a test. */
const free: Named[] = [];

async function lentDatabase(server: string): Promise<TestDatabase> {
  const named = free.pop() ?? (await createOn(server));
  const database = postgresDatabase(named.url);
  let isAltered = false;
  onTestFinished(async () => {
    if (isAltered) return drop(server, named.name);
    await onceConnected(named.url, empty);
    free.push(named);
  });
  const run: TestDatabase['run'] = (script) => {
    isAltered = true;
    return database.run(script);
  };
  return {...database, run};
}

async function empty(client: Client): Promise<void> {
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  const names = (await tablesIn(client)).filter((name) => name !== 'migration');
  if (names.length > 0) await client.query(`TRUNCATE ${names.join(', ')}`);
}

async function tablesIn(client: Client): Promise<string[]> {
  const sql = `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`;
  const {rows} = await client.query<{tablename: string}>(sql);
  return rows.map(({tablename}) => tablename);
}

async function contentsOf(client: Client): Promise<string> {
  const texts: string[] = [];
  for (const name of await tablesIn(client)) {
    const {rows} = await client.query<{row: string}>(`SELECT row::text AS row FROM ${name} AS row`);
    texts.push(...rows.map(({row}) => row));
  }
  return texts.join('\n');
}

export function postgresDatabase(url: string): TestDatabase {
  return {
    postgres: {url},
    rows: (sql) => onceConnected(url, async (client) => (await client.query<Row>(sql)).rows),
    contents: () => onceConnected(url, contentsOf),
    run: (script) => onceConnected(url, async (client) => void (await client.query(script))),
    clients: async () => {
      const list = await onceConnected(url, (client) =>
        client.query(
          // The database's own work, such as a vacuum, is no client.
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
           AND backend_type = 'client backend'`,
        ),
      );
      return list.rows.length;
    },
    hold: async () => {
      const client = await connectTo(url);
      await client.query(`BEGIN; LOCK TABLE ${tables} IN EXCLUSIVE MODE`);
      return async () => void (await client.query('ROLLBACK'));
    },
  };
}

function onFile<T>(dataDir: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(dataDir, 'petitions.sqlite'));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Who writes waits for what the backend is at, as it is not to wait for them. */
function sqliteDatabase(dataDir: string): TestDatabase {
  return {
    postgres: undefined,
    rows: async (sql) => onFile(dataDir, (database) => database.prepare(sql).all()),
    contents: async () =>
      readdirSync(dataDir)
        .map((name) => readFileSync(join(dataDir, name), 'latin1'))
        .join('\n'),
    run: (script) => vi.waitFor(() => onFile(dataDir, (database) => database.exec(script))),
    // The last one to close removes what is beside the file.
    clients: async () => readdirSync(dataDir).length - 1,
    hold: async () => {
      const database = new DatabaseSync(join(dataDir, 'petitions.sqlite'));
      onTestFinished(() => database.close());
      await vi.waitFor(() => database.exec('BEGIN IMMEDIATE'));
      return async () => database.exec('ROLLBACK');
    },
  };
}

const known = new Map<string, Promise<TestDatabase>>();

/** The database of those backends that have this data folder: the file in it, or one on the run's server. */
export function databaseOf(dataDir: string): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  if (server === undefined) return Promise.resolve(sqliteDatabase(dataDir));
  const found = known.get(dataDir) ?? lentDatabase(server);
  known.set(dataDir, found);
  return found;
}
