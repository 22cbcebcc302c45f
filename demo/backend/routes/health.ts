import {Hono, type Context} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import type {Services} from '../services.ts';

/** Each check is a durable write: however often it is asked for, it is made this seldom (ms). */
const checkInterval = 1000;

export function healthRoutes({storage, now}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  let checkedAt = -Infinity;
  let check = Promise.resolve();

  routes.get('/healthz', (c) => statusAnswer(c, 'alive'));
  routes.get('/readyz', async (c) => {
    if (performance.now() - checkedAt >= checkInterval) {
      checkedAt = performance.now();
      check = storage.checkWritable(now());
    }
    await check;
    return statusAnswer(c, 'ready');
  });
  return routes;
}

function statusAnswer(c: Context<AppEnv>, status: string): Response {
  c.header('Cache-Control', 'no-store');
  return c.json({status});
}
