import {afterEach, describe, expect, it, vi} from 'vitest';
import {keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import {solveInBackground} from '../../src/controllers/proof-of-work.ts';

/** As browsers have it on a plain http page. */
const insecureCrypto = {getRandomValues: crypto.getRandomValues.bind(crypto)};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a page that is not secure', () => {
  it('is told that it can have no proof of work', async () => {
    vi.stubGlobal('crypto', insecureCrypto);
    const parameters = {algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '00'};
    await expect(solveInBackground({parameters}, new AbortController().signal)).rejects.toThrow('secure page (https)');
  });

  it('is told that no form can wait on its device', async () => {
    vi.stubGlobal('indexedDB', {});
    vi.stubGlobal('crypto', insecureCrypto);
    await expect(keepOnDevice('scope', 'key', {fields: {}, consents: [], lang: 'en'})).rejects.toThrow('(https)');
    await expect(keptOnDevice('scope')).rejects.toThrow('(https)');
  });
});

it('a browser without IndexedDB is told that no form can wait on its device', async () => {
  await expect(keptOnDevice('scope')).rejects.toThrow('IndexedDB');
});
