import {randomInt} from 'node:crypto';
import type {Context} from 'hono';
import type {ContentfulStatusCode} from 'hono/utils/http-status';
import type {ProblemDocument} from '../../../src/backend/wire-problem.ts';
import type {BackendProblem, FieldError} from '../../../src/model/outcome.ts';
import type {AppEnv} from './app-env.ts';

/** The protocol's problems, and two that it leaves to their status. */
export type ProblemName = BackendProblem | 'origin-not-allowed' | 'failed';

interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What the problem's own address says. */
  readonly explanation: string;
}

const kinds: Readonly<Record<ProblemName, ProblemKind>> = {
  malformed: {
    status: 400,
    title: 'The request cannot be read',
    explanation: 'It is not JSON, not of the shape that the protocol asks for, or lacks a header that it asks for.',
  },
  'origin-not-allowed': {
    status: 403,
    title: 'Not from this site',
    explanation: 'The petition can be signed on the sites of its choice only, and the request comes from another.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    explanation: 'No such petition, or no such address on this backend.',
  },
  closed: {
    status: 409,
    title: 'The petition is closed',
    explanation: 'It takes no more signatures.',
  },
  'token-expired': {
    status: 410,
    title: 'The link is no longer valid',
    explanation: 'It has been used up, is too old, or never was one.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    explanation: 'A body may have 64 KiB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The request is in a format that is not taken',
    explanation: 'Send application/json, or application/x-www-form-urlencoded from a form.',
  },
  invalid: {
    status: 422,
    title: 'Something is missing or not valid',
    explanation: 'The member “errors” names each field and what is wrong with it.',
  },
  'idempotency-mismatch': {
    status: 422,
    title: 'The key belongs to another request',
    explanation: 'The Idempotency-Key was sent before with another body. A new request needs a new key.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explanation: 'Try again after the seconds that Retry-After says.',
  },
  failed: {
    status: 500,
    title: 'Something went wrong here',
    explanation: 'A mistake of the backend’s own. Nothing was stored.',
  },
  unavailable: {
    status: 503,
    title: 'Not available right now',
    explanation: 'Nothing was stored. Try again after the seconds that Retry-After says.',
  },
};

interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** The seconds after which the request may be granted. */
  readonly retryAfter?: number;
}

/** Thrown wherever a request can't be granted; answered as RFC 9457 has it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemName;
  readonly details: ProblemDetails;

  constructor(problem: ProblemName, details: ProblemDetails = {}) {
    super(problem);
    this.problem = problem;
    this.details = details;
  }
}

/** Those who are turned away together don't come back together: each is told another of these seconds. */
const unavailableFor = {least: 2, most: 10};

function retryAfterOf(problem: ProblemName, {retryAfter}: ProblemDetails): number | undefined {
  if (retryAfter !== undefined || problem !== 'unavailable') return retryAfter;
  return randomInt(unavailableFor.least, unavailableFor.most + 1);
}

interface ProblemContent {
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function problemContent(backend: string, problem: ProblemName, details: ProblemDetails = {}): ProblemContent {
  const {status, title} = kinds[problem];
  const {detail, errors} = details;
  const document: ProblemDocument = {
    type: `${backend}/problems/${problem}`,
    title,
    status,
    detail,
    errors: errors && [...errors],
  };
  const headers = {'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store'};
  const retryAfter = retryAfterOf(problem, details);
  return {
    status,
    headers: retryAfter === undefined ? headers : {...headers, 'Retry-After': String(retryAfter)},
    body: JSON.stringify(document),
  };
}

export function problemAnswer(c: Context<AppEnv>, problem: ProblemName, details?: ProblemDetails): Response {
  const {status, headers, body} = problemContent(c.get('backend'), problem, details);
  return new Response(body, {status, headers});
}

/** What the address of a problem's `type` says, in plain words. */
export function explanationOf(slug: string): string | undefined {
  const kind = Object.entries(kinds).find(([name]) => name === slug)?.[1];
  return kind && `${kind.title} (${kind.status})\n\n${kind.explanation}\n`;
}
