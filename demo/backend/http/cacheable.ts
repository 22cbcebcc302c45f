import {createHash} from 'node:crypto';
import type {Context} from 'hono';
import {encode, encodingFor, type Encoding} from './encoding.ts';

/** Below this, compressing saves less than it costs. */
const smallestEncoded = 1024;

interface CacheableContent {
  /** A hash of the content, as it is before it is encoded. */
  readonly hash: string;
  readonly encoding: Encoding;
  readonly bytes: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

/** Answers with the content, or with 304 if the reader has it. The ETag is strong: of exactly these bytes. */
export async function cacheableAnswer(c: Context, {hash, encoding, bytes}: CacheableContent): Promise<Response> {
  const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding');
  if (isKnown(etag, c.req.header('If-None-Match'))) return c.body(null, 304);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  const body = await bytes(encoding);
  c.header('Content-Length', String(body.byteLength));
  return c.body(body);
}

export async function cacheableJson(c: Context, value: unknown): Promise<Response> {
  const json = new TextEncoder().encode(JSON.stringify(value));
  c.header('Content-Type', 'application/json');
  return cacheableAnswer(c, {
    hash: hashOf(json),
    encoding: json.byteLength < smallestEncoded ? 'identity' : encodingFor(c),
    bytes: (encoding) => encode(json, encoding, 'often'),
  });
}

/** A weak comparison, as RFC 9110 asks of If-None-Match: a cache on the way may have weakened the tag. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const tags = new Set((ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  return tags.has(etag) || tags.has('*');
}
