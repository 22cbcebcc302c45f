import {toJson} from '../internal/json.ts';
import {type DBSchema, deleteDB, type IDBPDatabase, openDB} from 'idb';
import type {Signature} from '../model/signature.ts';

/** Milliseconds for which a form waits at most. */
const longestWait = 7 * 24 * 60 * 60 * 1000;

/** The name of the database, of the lock on it, and of the one key in it. */
const name = 'petition-widgets-outbox';

const algorithm = 'AES-GCM';

/**
 * A form as it waits: all that says something of a person, the petition included, is in the
 * `ciphertext`. `key`: the idempotency key, which is random; `keptAt`: milliseconds since 1970.
 */
interface SealedForm {
  readonly key: string;
  readonly keptAt: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

interface OutboxSchema extends DBSchema {
  keys: {key: string; value: CryptoKey};
  forms: {key: string; value: SealedForm};
}
type Outbox = IDBPDatabase<OutboxSchema>;

/** A form that waits. `signature` is as it was kept, yet nobody has checked it: judge it by its schema. */
export interface KeptForm {
  readonly key: string;
  readonly signature: unknown;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

function requireMeans(): void {
  const isMissing = !('indexedDB' in globalThis) || !('subtle' in crypto) || !('locks' in navigator);
  if (isMissing) throw new Error('No form can wait on this device: that takes a secure page (https) with IndexedDB.');
}

const openOutbox = (): Promise<Outbox> =>
  openDB<OutboxSchema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('forms', {keyPath: 'key'});
    },
    // Another version of this script, in another tab, wants to change or delete the database.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

async function eraseKey(outbox: Outbox): Promise<void> {
  const erasing = outbox.transaction('keys', 'readwrite', {durability: 'strict'});
  await Promise.all([erasing.store.clear(), erasing.done]);
}

/** Resolves once the database is deleted, or will be as soon as somebody else's connection to it ends. */
const deleteOutbox = (): Promise<void> =>
  new Promise((resolve, reject) => {
    deleteDB(name, {blocked: () => resolve()}).then(resolve, reject);
  });

/**
 * One at a time, of all tabs: no tab encrypts with a key that another one is deleting. An outbox in
 * which no form is left goes whole, with its key.
 */
async function withOutbox<T>(work: (outbox: Outbox) => Promise<T>): Promise<T> {
  requireMeans();
  return navigator.locks.request(name, async () => {
    const outbox = await openOutbox();
    try {
      return await work(outbox);
    } finally {
      const isEmpty = (await outbox.count('forms')) === 0;
      if (isEmpty) await eraseKey(outbox);
      outbox.close();
      if (isEmpty) await deleteOutbox();
    }
  });
}

async function keyOf(outbox: Outbox): Promise<CryptoKey> {
  const known = await outbox.get('keys', name);
  if (known) return known;
  const key = await crypto.subtle.generateKey({name: algorithm, length: 256}, false, ['encrypt', 'decrypt']);
  const adding = outbox.transaction('keys', 'readwrite', {durability: 'strict'});
  await Promise.all([adding.store.put(key, name), adding.done]);
  return key;
}

/** What a ciphertext is bound to: no record can be passed off as another one, or as a younger one. */
const binding = (key: string, keptAt: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(toJson([key, keptAt]));

interface Content {
  readonly scope: string;
  readonly signature: unknown;
}

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && 'scope' in value && 'signature' in value;

async function sealed(content: Content, key: string, keptAt: number, cryptoKey: CryptoKey): Promise<SealedForm> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plaintext = new TextEncoder().encode(toJson(content));
  const parameters = {name: algorithm, iv, additionalData: binding(key, keptAt)};
  return {key, keptAt, iv, ciphertext: await crypto.subtle.encrypt(parameters, cryptoKey, plaintext)};
}

/** What was sealed; undefined for a record that is not as it was kept. */
async function opened({key, keptAt, iv, ciphertext}: SealedForm, cryptoKey: CryptoKey): Promise<Content | undefined> {
  try {
    const parameters = {name: algorithm, iv, additionalData: binding(key, keptAt)};
    const plaintext = await crypto.subtle.decrypt(parameters, cryptoKey, ciphertext);
    const content: unknown = JSON.parse(new TextDecoder().decode(plaintext));
    return isContent(content) ? content : undefined;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** One that was kept in the future was so by a clock that has been set back since: its time is up as well. */
const isFresh = ({keptAt}: SealedForm, now: number): boolean => Math.abs(now - keptAt) <= longestWait;

async function erase(outbox: Outbox, forms: readonly {readonly key: string}[]): Promise<void> {
  if (forms.length === 0) return;
  const erasing = outbox.transaction('forms', 'readwrite', {durability: 'strict'});
  await Promise.all([...forms.map(({key}) => erasing.store.delete(key)), erasing.done]);
}

/**
 * Keeps a filled form on this device, encrypted (AES-GCM, 256 bits) with a key that no script can
 * export; it replaces what waits under the same `key`. Once this resolves the form outlives the
 * browser's end; it is erased by {@link eraseFromDevice}, or when a form is asked for after 7 days.
 * Rejects where a page can't keep anything: with an Error on a plain http page or without IndexedDB,
 * with a DOMException where the browser forbids it (a sandbox, a private window) or has no room.
 * @param scope the backend and the petition: only who asks with the same is given the form
 * @param key the idempotency key that the form will be sent with
 * @param now the time, in milliseconds since 1970
 */
export async function keepOnDevice(
  scope: string,
  key: string,
  signature: Signature,
  now: () => number = Date.now,
): Promise<void> {
  await withOutbox(async (outbox) => {
    const form = await sealed({scope, signature}, key, now(), await keyOf(outbox));
    const keeping = outbox.transaction('forms', 'readwrite', {durability: 'strict'});
    await Promise.all([keeping.store.put(form), keeping.done]);
  });
}

/**
 * The form of this scope that waits the longest, or undefined if none does. Erases first, of any
 * scope, what has waited for more than 7 days and what can't be decrypted. Rejects as
 * {@link keepOnDevice} does.
 * @param now the time, in milliseconds since 1970
 * @param isWanted whether a form will do, by its signature, which nobody has checked
 */
export async function keptOnDevice(
  scope: string,
  now: () => number = Date.now,
  isWanted: (signature: unknown) => boolean = () => true,
): Promise<KeptForm | undefined> {
  return withOutbox(async (outbox) => {
    const [cryptoKey, forms] = await Promise.all([outbox.get('keys', name), outbox.getAll('forms')]);
    const good: (KeptForm & Content)[] = [];
    for (const form of forms) {
      const content = cryptoKey && isFresh(form, now()) ? await opened(form, cryptoKey) : undefined;
      if (content) good.push({...content, key: form.key, keptAt: form.keptAt});
    }
    const bad = forms.filter(({key}) => !good.some((form) => form.key === key));
    await erase(outbox, bad);
    const [oldest] = good
      .filter((form) => form.scope === scope && isWanted(form.signature))
      .toSorted((one, other) => one.keptAt - other.keptAt);
    return oldest && {key: oldest.key, signature: oldest.signature, keptAt: oldest.keptAt};
  });
}

/**
 * Erases a form, as after its delivery; with the last one the encryption key goes too, and the
 * database. A `key` that nothing waits under is no error. Rejects as {@link keepOnDevice} does.
 */
export async function eraseFromDevice(key: string): Promise<void> {
  await withOutbox((outbox) => erase(outbox, [{key}]));
}

/**
 * Lets nobody else deliver a form until it is released, in whatever tab; undefined while somebody else
 * does. The browser releases it with the page.
 */
export function claimOnDevice(key: string): Promise<(() => void) | undefined> {
  requireMeans();
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(`${name} ${key}`, {ifAvailable: true}, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
