import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import {Hono} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import {ProblemError} from '../http/problems.ts';
import {takeOver} from '../http/take-over.ts';
import type {Services} from '../services.ts';

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // Else some proxies would collect the events.
  'X-Accel-Buffering': 'no',
} as const;

/** A petition's count as it changes, and who else signs. */
export function liveRoutes({board, live}: Pick<Services, 'board' | 'live'>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/v1/petitions/:id/live', async (c) => {
    const view = await board.find(c.req.param('id'));
    if (!view) throw new ProblemError('not-found');
    // A page that gets no stream asks for the count now and then.
    if (!live.hasRoom) throw new ProblemError('unavailable');
    if (c.req.method === 'HEAD') return new Response(null, {headers});
    const known = c.req.header('Last-Event-ID');
    if (c.env.incoming.socket.writable) live.open(view, takeOver(c.env, headers), known);
    return RESPONSE_ALREADY_SENT;
  });
  return routes;
}
