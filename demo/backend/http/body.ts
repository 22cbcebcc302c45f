import type {IncomingMessage} from 'node:http';
import {ProblemError} from './problems.ts';

const largestBody = 64 * 1024;

/** All bodies that are coming in at a time may hold so much: a thousand of the largest, or a great many of the usual. */
const mostUnderWay = 64 * 1024 * 1024;

/** What refuses each of the bodies that are coming in; the one that began longest ago comes first. */
const underWay = new Set<() => void>();
let bytesUnderWay = 0;

/** Who signs is through in a moment: it is those who send slowly that make room. */
function makeRoom(): void {
  for (const refuse of underWay) {
    if (bytesUnderWay <= mostUnderWay) return;
    refuse();
  }
}

/** The whole body, at most 64 KiB of it: counted as it comes in, whatever its declared length. */
export function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const {promise, resolve, reject} = Promise.withResolvers<Buffer>();
  if (Number(incoming.headers['content-length'] ?? 0) > largestBody) {
    reject(new ProblemError('too-large'));
    return promise;
  }
  const chunks: Buffer[] = [];
  let length = 0;

  function settle(problem?: ProblemError): void {
    incoming.off('data', onData).off('end', onEnd).off('close', onClose);
    underWay.delete(refuse);
    bytesUnderWay -= length;
    if (!problem) {
      resolve(Buffer.concat(chunks, length));
      return;
    }
    // What else is sent stays with the sender.
    incoming.pause();
    reject(problem);
  }
  function onData(chunk: Buffer): void {
    length += chunk.length;
    bytesUnderWay += chunk.length;
    chunks.push(chunk);
    if (length > largestBody) settle(new ProblemError('too-large'));
    else makeRoom();
  }
  const refuse = (): void => settle(new ProblemError('unavailable'));
  const onEnd = (): void => settle();
  const onClose = (): void => settle(new ProblemError('malformed', {detail: 'The body ended early'}));

  underWay.add(refuse);
  incoming.on('data', onData).once('end', onEnd).once('close', onClose);
  return promise;
}

const utf8 = new TextDecoder('utf-8', {fatal: true});

/** Its text; a body that is no UTF-8 is malformed. */
export function textOf(body: Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new ProblemError('malformed', {detail: 'The body is not UTF-8'});
  }
}

/** A request's media type, without parameters. */
export function mediaTypeOf({headers}: IncomingMessage): string {
  return (headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
}
