import type {Count} from './count.ts';
import type {FieldErrorCode} from './vocabulary.ts';

/** What is wrong with one field or consent, by its name. */
export interface FieldError {
  readonly field: string;
  readonly code: FieldErrorCode;
}

/** The problems a backend may answer with: the last segment of an RFC 9457 `type`. */
export const backendProblems = [
  'malformed',
  'not-found',
  'closed',
  'token-expired',
  'too-large',
  'unsupported-media-type',
  'invalid',
  'idempotency-mismatch',
  'too-many-requests',
  'unavailable',
] as const;
export type BackendProblem = (typeof backendProblems)[number];

/**
 * Every way in which asking a backend can fail: what the backend says, and what happens before it
 * can say anything. `not-configured`: the page names no petition or no usable backend.
 * `unreachable`: no answer. `timeout`: none in time. `unreadable`: an answer that is no JSON, or
 * not of the protocol's shape. `unsolved`: this browser can't do the proof of work. `failed`: an error
 * status without a known reason.
 */
export type ProblemSlug =
  BackendProblem | 'not-configured' | 'unreachable' | 'timeout' | 'unreadable' | 'unsolved' | 'failed';

const retryables: ReadonlySet<ProblemSlug> = new Set([
  'unreachable',
  'timeout',
  'unreadable',
  'failed',
  'too-many-requests',
  'unavailable',
]);

/** Why something could not be had. Failures are data: they are returned, rendered and announced, not thrown. */
export interface Problem {
  readonly slug: ProblemSlug;
  /** The same request may succeed later. */
  readonly retryable: boolean;
  /** Seconds to wait before trying again, where the backend said so. */
  readonly retryAfter?: number | undefined;
  /** The fields that the backend refused. */
  readonly errors: readonly FieldError[];
}

export function problem(
  slug: ProblemSlug,
  more: {retryAfter?: number | undefined; errors?: readonly FieldError[]} = {},
): Problem {
  return {slug, retryable: retryables.has(slug), retryAfter: more.retryAfter, errors: more.errors ?? []};
}

const slugsByStatus: Readonly<Record<number, BackendProblem>> = {
  400: 'malformed',
  404: 'not-found',
  409: 'closed',
  410: 'token-expired',
  413: 'too-large',
  415: 'unsupported-media-type',
  422: 'invalid',
  429: 'too-many-requests',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** The slug of an error answer: the one it names where that is known, else what its status stands for. */
export function slugOf(status: number, named: string | undefined): ProblemSlug {
  return backendProblems.find((slug) => slug === named) ?? slugsByStatus[status] ?? 'failed';
}

export type Result<T> = {readonly ok: true; readonly value: T} | {readonly ok: false; readonly problem: Problem};

export const success = <T>(value: T): Result<T> => ({ok: true, value});
export const failure = (reason: Problem): Result<never> => ({ok: false, problem: reason});

/** What the backend did with a signature that it took. */
export type SignAnswer = {readonly status: 'counted'; readonly count: Count} | {readonly status: 'confirmation-sent'};
