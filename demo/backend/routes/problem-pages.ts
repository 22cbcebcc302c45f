import {Hono} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import {explanationOf, ProblemError} from '../http/problems.ts';

/** The address that a problem's `type` is. */
export function problemPageRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/problems/:slug', (c) => {
    const explanation = explanationOf(c.req.param('slug'));
    if (explanation === undefined) throw new ProblemError('not-found');
    c.header('Cache-Control', 'public, max-age=86400');
    return c.text(explanation);
  });
  return routes;
}
