import {rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {expectProblem, testBackend} from './support/backend.ts';
import {folderOf} from './support/folders.ts';
import {answerTo, rawRequest} from './support/raw-http.ts';

const script = 'export const word = "petition";\n'.repeat(100);

/** A name as the build gives it to a part. */
const part = 'chunks/sign-form._LcFln_7bl-YFh09oXsrRdXWKpw3XG1Romcb9E2E9CI.js';

const built = (): string =>
  folderOf({
    'embed.js': script,
    [part]: script,
    'petition-language-switcher.js': script,
    'modules/index.js': script,
    'modules/styles.css': 'a{}',
    'embed.js.map': '{}',
    'data.bin': 'x',
    '.secret': 'hidden',
    'folder/.env': 'hidden',
  });

describe('the built files', () => {
  it('are at the root, for every site, for a short time', async () => {
    const backend = await testBackend({dist: built()});
    const answer = await backend.get('/embed.js');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(script);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    const etag = answer.headers.get('ETag') ?? '';
    expect((await backend.get('/embed.js', {'If-None-Match': etag})).status).toBe(304);
  });

  it.each([
    [`/${part}`, 'public, max-age=31536000, immutable'],
    ['/petition-language-switcher.js', 'public, max-age=300, stale-while-revalidate=86400'],
    ['/modules/index.js', 'public, max-age=300, stale-while-revalidate=86400'],
  ])('are kept for ever where the name has a digest: %s', async (path, caching) => {
    const backend = await testBackend({dist: built()});
    expect((await backend.get(path)).headers.get('Cache-Control')).toBe(caching);
  });

  it.each([
    ['/modules/styles.css', 'text/css; charset=utf-8'],
    ['/embed.js.map', 'application/json'],
    ['/data.bin', 'application/octet-stream'],
  ])('have their type: %s', async (path, type) => {
    const backend = await testBackend({dist: built()});
    expect((await backend.get(path)).headers.get('Content-Type')).toBe(type);
  });

  it('are compressed as the reader likes it', async () => {
    const backend = await testBackend({dist: built()});
    const etags = new Set<string | null>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const answer = await backend.get('/embed.js', {'Accept-Encoding': encoding});
      expect(answer.headers.get('Content-Encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
      expect(await answer.text()).toBe(script);
      etags.add(answer.headers.get('ETag'));
    }
    expect(etags.size).toBe(3);
  });

  it('are read again when they were built again, and gone when they are gone', async () => {
    const dist = built();
    const backend = await testBackend({dist});
    await backend.get('/embed.js');
    writeFileSync(join(dist, 'embed.js'), script.replaceAll('petition', 'PETITION'));
    utimesSync(join(dist, 'embed.js'), new Date(), new Date(Date.now() + 5000));
    expect(await (await backend.get('/embed.js')).text()).toContain('PETITION');
    rmSync(join(dist, 'embed.js'));
    await expectProblem(await backend.get('/embed.js'), 404, 'not-found');
  });

  it('are not there before the build', async () => {
    const backend = await testBackend({dist: join(folderOf(), 'none')});
    await expectProblem(await backend.get('/embed.js'), 404, 'not-found');
    await expectProblem(await backend.get('/'), 404, 'not-found');
  });
});

describe('what is not served', () => {
  it.each([
    '/../outside.txt',
    '/folder/../../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e%2foutside.txt',
    '/..%5coutside.txt',
    '/%252e%252e/outside.txt',
    '//etc/passwd',
    '/images/../../outside.txt',
    '/images/%2e%2e/%2e%2e/outside.txt',
    '/embed.js%00.txt',
    '/.secret',
    '/folder/.env',
    '/folder',
    '/folder/',
    '/',
    '/%E0%A4%A',
  ])('%s', async (path) => {
    const root = folderOf({'outside.txt': 'outside', 'dist/folder/.env': 'hidden', 'dist/.secret': 'hidden'});
    const backend = await testBackend({dist: join(root, 'dist'), images: join(root, 'dist/images')});
    const answer = await answerTo(rawRequest(backend.url, {path}).end());
    expect(answer.statusCode).toBe(404);
    answer.resume();
  });
});

describe('the images', () => {
  it('are under /images/, and can do nothing when opened by themselves', async () => {
    const images = folderOf({'river.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>'});
    const backend = await testBackend({images});
    const answer = await backend.get('/images/river.svg');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/svg+xml',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    await expectProblem(await backend.get('/images/none.svg'), 404, 'not-found');
  });
});
