import {ProblemError} from '../http/problems.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The key that a request was sent under: a UUID, which has no upper and lower case. */
export function idempotencyKey(text: string | undefined): string {
  const key = text?.toLowerCase() ?? '';
  if (uuid.test(key)) return key;
  const detail = text === undefined ? 'The header Idempotency-Key is missing' : 'The Idempotency-Key is no UUID';
  throw new ProblemError('malformed', {detail});
}
