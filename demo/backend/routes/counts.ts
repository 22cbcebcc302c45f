import {Hono} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import {isKnown} from '../http/cacheable.ts';
import {ProblemError} from '../http/problems.ts';
import type {Services} from '../services.ts';

/** So that a cache may carry any number of viewers, also while the backend is out of reach. */
const caching = 'public, max-age=2, stale-while-revalidate=30, stale-if-error=300';

/** A petition's count, from memory. */
export function countRoutes({board}: Pick<Services, 'board'>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/v1/petitions/:id/count', async (c) => {
    const view = await board.find(c.req.param('id'));
    if (!view) throw new ProblemError('not-found');
    const headers = {ETag: view.etag, 'Cache-Control': caching};
    return isKnown(view.etag, c.req.header('If-None-Match'))
      ? new Response(null, {status: 304, headers})
      : new Response(view.json, {headers: {...headers, 'Content-Type': 'application/json'}});
  });
  return routes;
}
