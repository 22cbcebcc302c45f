import * as z from 'zod/mini';
import {textOf} from './body.ts';
import {ProblemError} from './problems.ts';

/** What a body of JSON says, if it is of this shape. */
export function readJson<Schema extends z.ZodMiniType>(body: Uint8Array, schema: Schema): z.infer<Schema> {
  const parsed = z.safeParse(schema, parseJson(textOf(body)));
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
