import {randomBytes, randomUUID} from 'node:crypto';
import {Client} from 'pg';
import * as v from 'valibot';
import {now} from './clock.ts';
import {plainRow, plainSeconds, type BenchDatabase, type PlainRate} from './database.ts';

const msPerSecond = 1000;
const plainConnections = 10;
const nameBytes = 6;

/** A database of the benchmark's own on a server, gone with it. */
export async function postgresDatabase(server: string): Promise<BenchDatabase> {
  const name = `petition_bench_${randomBytes(nameBytes).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name}`));
  return {
    name: 'PostgreSQL',
    env: {DATABASE_URL: url.href},
    countSignatures: (petition) => countIn(url.href, petition),
    plainRates: async () => [await plainRate(url.href, 1), await plainRate(url.href, plainConnections)],
    close: async () => {
      await withClient(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function withClient<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({connectionString: url});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function countIn(url: string, petition: string): Promise<number> {
  return withClient(url, async (client) => {
    const {rows} = await client.query<Record<string, unknown>>(
      'SELECT count(*)::int AS count FROM signature WHERE petition_id = $1 AND counted_at IS NOT NULL',
      [petition],
    );
    return v.parse(v.object({count: v.number()}), rows[0]).count;
  });
}

/** Without a BEGIN each statement is a transaction, and its answer comes once it is durable. */
async function plainRate(url: string, connections: number): Promise<PlainRate> {
  await withClient(url, (client) =>
    client.query('CREATE TABLE IF NOT EXISTS bench_plain (id TEXT PRIMARY KEY, content TEXT NOT NULL)'),
  );
  const clients = Array.from({length: connections}, () => new Client({connectionString: url}));
  try {
    await Promise.all(clients.map((client) => client.connect()));
    const start = now();
    const end = start + plainSeconds * msPerSecond;
    let rows = 0;
    const insertOn = async (client: Client): Promise<void> => {
      for (; now() < end; rows += 1) {
        const values = [randomUUID(), plainRow];
        await client.query({name: 'plain', text: 'INSERT INTO bench_plain (id, content) VALUES ($1, $2)', values});
      }
    };
    await Promise.all(clients.map(insertOn));
    const what = `plain inserts, a transaction each, ${connections} connection${connections > 1 ? 's' : ''}`;
    return {what, perSecond: (rows * msPerSecond) / (now() - start)};
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
