import * as z from 'zod/mini';
import {signatureSchema} from '../../../src/backend/wire.ts';
import type {Signature} from '../../../src/model/signature.ts';
import {textOf} from '../http/body.ts';
import {ProblemError} from '../http/problems.ts';

export function signatureFromJson(body: Uint8Array): Signature {
  const parsed = z.safeParse(signatureSchema, parseJson(textOf(body)));
  if (parsed.success) return parsed.data;
  const members = parsed.error.issues.map(({path}) => path.join('.') || 'the body');
  throw new ProblemError('malformed', {detail: `Not of the right shape: ${members.join(', ')}`});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('malformed', {detail: 'The body is not JSON'});
  }
}
