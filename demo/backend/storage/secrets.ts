import {randomBytes} from 'node:crypto';
import * as v from 'valibot';
import type {Database} from './database.ts';

const secretRowSchema = v.object({value: v.string()});

/** A random secret, made when it is first asked for; the same for every process on this database. */
export async function secretIn(database: Database, name: string): Promise<string> {
  const row = await database.transact(async (transaction) => {
    await transaction.run('INSERT INTO secret (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING', {
      name,
      value: randomBytes(32).toString('base64url'),
    });
    return transaction.first('SELECT value FROM secret WHERE name = :name', {name});
  });
  return v.parse(secretRowSchema, row).value;
}
