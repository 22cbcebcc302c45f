import {randomUUID} from 'node:crypto';
import {onTestFinished} from 'vitest';
import {openStorage} from '../../../demo/backend/storage/open-storage.ts';
import type {KeptAnswer, Signing, Storage} from '../../../demo/backend/storage/storage.ts';
import {databaseOf} from './databases.ts';
import {organization, petition} from './fixtures.ts';
import {folderOf} from './folders.ts';

export const start = new Date('2026-11-01T12:00:00Z');

/** Of this petition, to which nobody has brought any signatures. */
export const counted = petition('counted', {broughtIn: 0});

/** A storage of the test's own, without a backend; another one for the same folder stands for another process. */
export async function testStorage(dataDir = folderOf()): Promise<Storage> {
  const {postgres} = await databaseOf(dataDir);
  const storage = await openStorage({dataDir, postgres});
  onTestFinished(() => storage.close());
  await storage.seed({organization, petitions: [counted]}, start);
  return storage;
}

/** What somebody of this mailbox hands in. */
export function signing(mailbox: string, more: Partial<Signing> = {}): Signing {
  return {
    petition: counted.id,
    key: randomUUID(),
    digest: mailbox,
    signature: {fields: {email: mailbox}, mailbox, consents: [], listed: 'unlisted', lang: 'en', source: {}},
    confirmation: 'none',
    limits: [],
    at: start,
    ...more,
  };
}

const answer = (total: number) => ({status: 201, body: String(total)});

export const sign = (storage: Storage, one: Signing): Promise<KeptAnswer> => storage.sign(one, answer);

/** The total as the answer to a signing tells it. */
export const totalIn = ({body}: KeptAnswer): number => Number(body);

export async function totalOf(storage: Storage, id = counted.id): Promise<number | undefined> {
  const found = await storage.findCount(id);
  return found?.count.total;
}
