import type {ProblemError, ProblemName} from '../http/problems.ts';

/** How a signing went without JavaScript, or what the link of a mail has done, as a page tells it. */
export const signedOutcomes = [
  'counted',
  'confirmation-sent',
  'withdrawn',
  'needs-javascript',
  'too-many-requests',
  'invalid',
  'closed',
  'not-found',
  'idempotency-mismatch',
  'unavailable',
] as const;
export type SignedOutcome = (typeof signedOutcomes)[number];

const outcomes: Readonly<Partial<Record<ProblemName, SignedOutcome>>> = {
  invalid: 'invalid',
  malformed: 'invalid',
  'too-large': 'invalid',
  closed: 'closed',
  'not-found': 'not-found',
  'idempotency-mismatch': 'idempotency-mismatch',
  'too-many-requests': 'too-many-requests',
};

/** What a person without JavaScript is told of a problem: that a proof of work is asked for, before all else. */
export function outcomeOf({problem, details}: ProblemError): SignedOutcome {
  const asksForProof = details.errors?.some(({field}) => field === 'challenge');
  return asksForProof ? 'needs-javascript' : (outcomes[problem] ?? 'unavailable');
}
