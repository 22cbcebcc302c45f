import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import type {Context} from 'hono';
import {accepts} from 'hono/accepts';

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** The best of what the reader takes, in our order: a browser lists all it knows as equally welcome. */
export function encodingFor(c: Context): Encoding {
  const taken = accepts(c, {
    header: 'Accept-Encoding',
    supports: [...encodings],
    default: 'identity',
    match: (accepted, {supports}) =>
      supports.find((name) => accepted.some(({type, q}) => type.toLowerCase() === name && q > 0)) ?? 'identity',
  });
  return encodings.find((encoding) => encoding === taken) ?? 'identity';
}

/** `once`: as small as can be, for what is kept. `often`: fast. */
export type Effort = 'once' | 'often';

export async function encode(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  effort: Effort,
): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === 'identity') return bytes;
  if (encoding === 'gzip') return gzipAsync(bytes, {level: effort === 'once' ? 9 : 6});
  const quality = effort === 'once' ? constants.BROTLI_MAX_QUALITY : 4;
  return brotliAsync(bytes, {
    params: {[constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
  });
}
