import {Hono} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import type {Services} from '../services.ts';

/**
 * Not limited: making a challenge costs about what reading a petition does, beside the thread that
 * answers, and keeps nothing. To count it would take a write to the disk that signatures wait for.
 */
export function challengeRoutes({challenges, now}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/v1/challenges', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(await challenges.create(now()));
  });
  return routes;
}
