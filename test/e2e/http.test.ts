import {type IncomingMessage, request} from 'node:http';
import {buffer} from 'node:stream/consumers';
import {brotliDecompressSync} from 'node:zlib';
import {describe, expect} from 'vitest';
import {it} from './support.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  /** As it was sent: still encoded. */
  readonly body: Buffer;
}

/** Asks like `curl`: with these headers only, and takes the body as it comes. */
async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
  request(url, {headers, agent: false}).once('response', resolve).once('error', reject).end();
  const answer = await promise;
  return {status: answer.statusCode, headers: answer.headers, body: await buffer(answer)};
}

const script = 'text/javascript; charset=utf-8';

/** The files beside it that the script names. */
const chunksIn = (code: string): string[] => [...new Set(code.match(/chunks\/[\w.-]+\.js/g))];

describe('embed.js over HTTP', () => {
  it('is a script that any origin may use, and that a browser asks for again before long', async ({demo}) => {
    const {status, headers, body} = await get(`${demo.backend}/embed.js`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': script,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('set-cookie');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['content-length']).toBe(String(body.length));
  });

  it('is sent in brotli to those who ask for it', async ({demo}) => {
    const plain = await get(`${demo.backend}/embed.js`);
    const asked = await get(`${demo.backend}/embed.js`, {'Accept-Encoding': 'gzip, deflate, br, zstd'});
    expect(asked.headers).toMatchObject({'content-encoding': 'br', vary: 'Accept-Encoding'});
    expect(asked.body.length).toBeLessThan(plain.body.length / 2);
    expect(brotliDecompressSync(asked.body).equals(plain.body)).toBe(true);
  });

  it('is not sent again to those who have it', async ({demo}) => {
    const {headers} = await get(`${demo.backend}/embed.js`);
    const again = await get(`${demo.backend}/embed.js`, {'If-None-Match': headers.etag ?? ''});
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('has each of its chunks beside it, kept for good under a name of its content', async ({demo}) => {
    const list = await get(`${demo.backend}/integrity.json`);
    const chunks = chunksIn(list.body.toString());
    expect(chunks.length).toBeGreaterThan(12);
    for (const chunk of chunks) {
      const answer = await get(`${demo.backend}/${chunk}`);
      expect(answer.status, chunk).toBe(200);
      expect(answer.headers, chunk).toMatchObject({
        'content-type': script,
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(answer.body.length, chunk).toBeGreaterThan(0);
    }
  });

  it('says of a chunk that is not there that it is not there', async ({demo}) => {
    const {status, headers} = await get(`${demo.backend}/chunks/ar.${'0'.repeat(43)}.js`);
    expect(status).toBe(404);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).not.toMatch(/immutable|max-age=[1-9]/);
  });

  it('gives nothing from outside of its folder', async ({demo}) => {
    const {hostname, port} = new URL(demo.backend);
    for (const path of ['/../package.json', '/..%2fpackage.json', '/chunks/../../package.json']) {
      const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>();
      request({hostname, port, path, agent: false}).once('response', resolve).once('error', reject).end();
      const answer = await promise;
      answer.resume();
      expect(answer.statusCode, path).toBe(404);
    }
  });
});
