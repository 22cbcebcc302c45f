import {expect} from 'chai';
import {type IDBPDatabase, deleteDB, openDB} from 'idb';
import {eraseFromDevice, keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import type {Signature} from '../../src/model/signature.ts';
import {until} from '../support/dom.ts';

const database = 'petition-widgets-outbox';
const scope = 'https://petitions.example.org/ stop-dna-collection';
const otherScope = 'https://petitions.example.org/ free-them';
const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-11-22T00:00:00Z');

const signatureOf = (givenName: string): Signature => ({
  fields: {givenName, email: 'amina@water.example', comment: 'حۆرمەت بىلەن'},
  consents: [{name: 'updates', given: true, textId: 'updates-1'}],
  lang: 'ug-Arab',
});

/** Reads and writes the database beside the outbox, as whoever holds the device might. */
async function inDatabase<T>(work: (raw: IDBPDatabase) => Promise<T>): Promise<T> {
  const raw = await openDB(database);
  try {
    return await work(raw);
  } finally {
    raw.close();
  }
}

const exists = async (): Promise<boolean> => (await indexedDB.databases()).some(({name}) => name === database);

/** Text of all that is in the database: keys, values, bytes read as UTF-8. */
async function readable(raw: IDBPDatabase): Promise<string> {
  const decoder = new TextDecoder();
  const text = (value: unknown): string => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return decoder.decode(value);
    if (typeof value !== 'object' || value === null) return String(value);
    return Object.entries(value)
      .map(([member, inner]) => `${member}=${text(inner)}`)
      .join(' ');
  };
  const stores = [...raw.objectStoreNames];
  const all = await Promise.all(stores.map(async (store) => [await raw.getAllKeys(store), await raw.getAll(store)]));
  return `${raw.name} ${stores.join(' ')} ${text(all)}`;
}

describe('a form that waits on the device', () => {
  afterEach(() => deleteDB(database));

  it('is had back as it was kept', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'), () => start);
    const kept = await keptOnDevice(scope, () => start + day);
    expect(kept).to.deep.equal({key: 'one', signature: signatureOf('Amina'), keptAt: start});
  });

  it('is had back by what another page loads of this script', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'));
    const again: string = new URL('../../src/controllers/device-outbox.ts?again', import.meta.url).href;
    const fresh: {keptOnDevice: typeof keptOnDevice} = await import(again);
    expect(fresh.keptOnDevice).not.to.equal(keptOnDevice);
    expect((await fresh.keptOnDevice(scope))?.signature).to.deep.equal(signatureOf('Amina'));
  });

  it('is only given to its own backend and petition, the longest waiting first', async () => {
    await keepOnDevice(scope, 'young', signatureOf('Zulpiye'), () => start + 2);
    await keepOnDevice(scope, 'old', signatureOf('Amina'), () => start + 1);
    await keepOnDevice(otherScope, 'other', signatureOf('Rahile'), () => start);
    expect((await keptOnDevice(scope, () => start + day))?.key).to.equal('old');
    expect((await keptOnDevice(otherScope, () => start + day))?.key).to.equal('other');
    expect(await keptOnDevice('https://elsewhere.example/', () => start + day)).to.equal(undefined);
  });

  it('is replaced by what is kept under its key', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'), () => start);
    await keepOnDevice(scope, 'one', signatureOf('Aminem'), () => start + 1);
    expect((await keptOnDevice(scope, () => start + 1))?.signature).to.deep.equal(signatureOf('Aminem'));
    expect(await inDatabase((raw) => raw.count('forms'))).to.equal(1);
  });

  it('waits for seven days and no longer, whoever asks', async () => {
    await keepOnDevice(scope, 'old', signatureOf('Amina'), () => start);
    await keepOnDevice(scope, 'young', signatureOf('Zulpiye'), () => start + day);
    expect((await keptOnDevice(scope, () => start + 7 * day))?.key).to.equal('old');
    expect(await keptOnDevice(otherScope, () => start + 7 * day + 1)).to.equal(undefined);
    expect(await inDatabase((raw) => raw.getAllKeys('forms'))).to.deep.equal(['young']);
    expect((await keptOnDevice(scope, () => start + 7 * day + 1))?.key).to.equal('young');
    expect(await keptOnDevice(scope, () => start + 8 * day + 1)).to.equal(undefined);
    await until(async () => !(await exists()), 'the database is gone');
  });

  it('does not wait for years where the clock was wrong', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'), () => start + 1000 * day);
    expect(await keptOnDevice(scope, () => start)).to.equal(undefined);
    await until(async () => !(await exists()), 'the database is gone');
  });

  it('is erased, and with the last one the key and the database', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'));
    await keepOnDevice(scope, 'two', signatureOf('Zulpiye'));
    await eraseFromDevice('one');
    expect((await keptOnDevice(scope))?.key).to.equal('two');
    await eraseFromDevice('nobody’s');
    expect(await exists()).to.equal(true);
    await eraseFromDevice('two');
    await until(async () => !(await exists()), 'the database is gone');
    await keepOnDevice(scope, 'three', signatureOf('Rahile'));
    expect((await keptOnDevice(scope))?.key).to.equal('three');
  });

  it('leaves no database where nothing waits', async () => {
    expect(await keptOnDevice(scope)).to.equal(undefined);
    await eraseFromDevice('nobody’s');
    await until(async () => !(await exists()), 'the database is gone');
  });

  it('says nothing of who signs what to somebody who reads the database', async () => {
    await keepOnDevice(scope, '1c7e0f3c', signatureOf('Amina'), () => start);
    const text = await inDatabase(readable);
    expect(text).to.include('1c7e0f3c').and.include(String(start));
    for (const secret of ['Amina', 'water.example', 'حۆرمەت', 'updates', 'ug-Arab', 'petitions.example', 'stop-dna']) {
      expect(text).not.to.include(secret);
    }
  });

  it('is encrypted with a key that no script can export', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'));
    const [key, ...others]: unknown[] = await inDatabase((raw) => raw.getAll('keys'));
    if (!(key instanceof CryptoKey)) throw new Error('There is no key');
    expect(others).to.deep.equal([]);
    expect(key.algorithm).to.deep.include({name: 'AES-GCM', length: 256});
    for (const format of ['raw', 'jwk'] as const) {
      const refusal: unknown = await crypto.subtle.exportKey(format, key).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(DOMException);
    }
  });

  it('is never encrypted twice with the same initialization vector', async () => {
    const ivs = new Set<string>();
    for (const key of ['one', 'one', 'two']) {
      await keepOnDevice(scope, key, signatureOf('Amina'), () => start);
      const form: unknown = await inDatabase((raw) => raw.get('forms', key));
      if (!(typeof form === 'object' && form && 'iv' in form && form.iv instanceof Uint8Array))
        throw new Error('No iv');
      expect(form.iv.length).to.equal(12);
      ivs.add(form.iv.join());
    }
    expect(ivs.size).to.equal(3);
  });

  const changes: Readonly<Record<string, (form: Record<string, unknown>) => object>> = {
    'its ciphertext': ({ciphertext, ...form}) => {
      if (!(ciphertext instanceof ArrayBuffer)) throw new Error('There is no ciphertext');
      const bytes = new Uint8Array(ciphertext);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      return {...form, ciphertext};
    },
    'its key': (form) => ({...form, key: 'another'}),
    'its time': (form) => ({...form, keptAt: start + 1}),
    'what it consists of': ({key, keptAt}) => ({key, keptAt}),
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`is erased, not given, once somebody has changed ${what}`, async () => {
      await keepOnDevice(scope, 'one', signatureOf('Amina'), () => start);
      await keepOnDevice(scope, 'two', signatureOf('Zulpiye'), () => start + day);
      await inDatabase(async (raw) => {
        const form: unknown = await raw.get('forms', 'one');
        if (typeof form !== 'object') throw new Error('There is no form');
        await raw.delete('forms', 'one');
        await raw.put('forms', change({...form}));
      });
      expect((await keptOnDevice(scope, () => start + day))?.key).to.equal('two');
      expect(await inDatabase((raw) => raw.getAllKeys('forms'))).to.deep.equal(['two']);
    });
  }

  it('is erased once its key is gone', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'));
    await inDatabase((raw) => raw.clear('keys'));
    expect(await keptOnDevice(scope)).to.equal(undefined);
    await until(async () => !(await exists()), 'the database is gone');
  });

  const names = ['one', 'two', 'three', 'four', 'five'];

  /** The names of all forms that wait, which are erased by this. */
  async function taken(): Promise<readonly string[]> {
    const found: string[] = [];
    for (let kept = await keptOnDevice(scope); kept; kept = await keptOnDevice(scope)) {
      expect(kept.signature).to.deep.equal(signatureOf(kept.key));
      found.push(kept.key);
      await eraseFromDevice(kept.key);
    }
    return found.toSorted();
  }

  it('is not lost where the first ones are kept at once', async () => {
    await Promise.all(names.map((key) => keepOnDevice(scope, key, signatureOf(key))));
    expect(await taken()).to.deep.equal(names.toSorted());
  });

  it('is not lost where others are erased at the same time', async () => {
    await keepOnDevice(scope, 'last', signatureOf('Amina'));
    const calls = names.flatMap((key) => [
      keepOnDevice(scope, key, signatureOf(key)),
      eraseFromDevice('last'),
      keptOnDevice(scope),
    ]);
    await Promise.all([eraseFromDevice('last'), ...calls]);
    expect(await taken()).to.deep.equal(names.toSorted());
  });

  it('is erased also while another connection to the database stays open', async () => {
    await keepOnDevice(scope, 'one', signatureOf('Amina'));
    const raw = await openDB(database);
    await eraseFromDevice('one');
    expect([await raw.count('forms').catch(String), await raw.count('keys').catch(String)]).to.deep.equal([0, 0]);
    raw.close();
    expect(await keptOnDevice(scope)).to.equal(undefined);
    await until(async () => !(await exists()), 'the database is gone');
  });
});
