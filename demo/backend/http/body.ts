import {ProblemError} from './problems.ts';

const largestBody = 64 * 1024;

/** The whole body, at most 64 KiB of it: counted as it comes in, whatever its declared length. */
export async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > largestBody) throw new ProblemError('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    length += chunk.byteLength;
    if (length > largestBody) throw new ProblemError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

async function* chunksOf({body}: Request): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body ?? []) yield chunk;
  } catch {
    throw new ProblemError('malformed', {detail: 'The body ended early'});
  }
}

/** Its text; a body that is no UTF-8 is malformed. */
export function textOf(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(body);
  } catch {
    throw new ProblemError('malformed', {detail: 'The body is not UTF-8'});
  }
}

/** A request's media type, without parameters. */
export function mediaTypeOf(request: Request): string {
  return (request.headers.get('Content-Type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}
