import type {ServerResponse} from 'node:http';
import type {Context} from 'hono';
import type {AppEnv} from './app-env.ts';
import {ProblemError} from './problems.ts';

const dayInSeconds = '86400';
const allowOrigin = 'Access-Control-Allow-Origin';

/** Lets every origin read the answer, whatever it becomes, unless {@link allowOnly} says otherwise. */
export function allowAll(response: ServerResponse): void {
  response.setHeader(allowOrigin, '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After, Content-Language');
}

/** From here on only these origins may read the answer; undefined: all may. */
export function allowOnly(c: Context<AppEnv>, origins: readonly string[] | undefined): void {
  c.set('allowedOrigins', origins);
  if (origins === undefined) return;
  const {outgoing} = c.env;
  outgoing.setHeader('Vary', 'Origin');
  const origin = c.req.header('Origin');
  if (origin !== undefined && isAllowed(origin, c)) outgoing.setHeader(allowOrigin, origin);
  else outgoing.removeHeader(allowOrigin);
}

function isAllowed(origin: string, c: Context<AppEnv>): boolean {
  const allowed = c.get('allowedOrigins');
  return allowed === undefined || allowed.includes(origin) || origin === new URL(c.get('backend')).origin;
}

/** A browser sends a plain form without asking first, so allowed origins are looked at here too. */
export function refuseOtherOrigins(c: Context<AppEnv>): void {
  const origin = c.req.header('Origin');
  if (origin !== undefined && !isAllowed(origin, c)) throw new ProblemError('origin-not-allowed');
}

export function preflightAnswer(c: Context<AppEnv>, methods: string): Response {
  c.header('Access-Control-Allow-Methods', methods);
  c.header('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID');
  c.header('Access-Control-Max-Age', dayInSeconds);
  return c.body(null, 204);
}
