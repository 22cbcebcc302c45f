import * as v from 'valibot';
import {textOf} from './body.ts';
import {ProblemError} from './problems.ts';

/** What a body of JSON says, if it is of this shape. */
export function readJson<T>(body: Uint8Array, schema: v.GenericSchema<unknown, T>): T {
  const json = parseJson(textOf(body));
  // A list is an object, too; no body is a list.
  const parsed = v.safeParse(schema, Array.isArray(json) ? undefined : json);
  if (parsed.success) return parsed.output;
  const members = parsed.issues.map(({path = []}) => path.map(({key}) => String(key)).join('.') || 'the body');
  throw new ProblemError('malformed', {detail: `Not of the right shape: ${members.join(', ')}`});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('malformed', {detail: 'The body is not JSON'});
  }
}
