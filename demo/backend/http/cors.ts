import type {Context, MiddlewareHandler} from 'hono';
import type {AppEnv} from './app-env.ts';
import {ProblemError} from './problems.ts';

const dayInSeconds = '86400';

/** Lets every origin read an answer, or those that the route has set. */
export const cors: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const allowed = c.get('allowedOrigins');
  const headers = c.res.headers;
  headers.set('Access-Control-Expose-Headers', 'ETag, Retry-After, Content-Language');
  if (allowed === undefined) {
    headers.set('Access-Control-Allow-Origin', '*');
    return;
  }
  headers.append('Vary', 'Origin');
  const origin = c.req.header('Origin');
  if (origin !== undefined && isAllowed(origin, c)) headers.set('Access-Control-Allow-Origin', origin);
};

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
  c.header('Access-Control-Allow-Headers', 'Content-Type, Idempotency-Key, If-None-Match');
  c.header('Access-Control-Max-Age', dayInSeconds);
  return c.body(null, 204);
}
