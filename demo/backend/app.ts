import {Hono, type MiddlewareHandler} from 'hono';
import type {AppEnv} from './http/app-env.ts';
import {cors, preflightAnswer} from './http/cors.ts';
import {problemOf} from './http/errors.ts';
import {problemAnswer} from './http/problems.ts';
import {challengeRoutes} from './routes/challenges.ts';
import {confirmationRoutes} from './routes/confirmations.ts';
import {healthRoutes} from './routes/health.ts';
import {petitionRoutes} from './routes/petitions.ts';
import {problemPageRoutes} from './routes/problem-pages.ts';
import {signatureRoutes} from './routes/signatures.ts';
import {signedPageRoutes} from './routes/signed-page.ts';
import {staticRoutes} from './routes/static-files.ts';
import {tokenPageRoutes} from './routes/token-pages.ts';
import type {Services} from './services.ts';

/** The backend's routes, on whatever server. */
export function createApp(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(ownAddress(services.publicUrl), cors, noSniffing);
  app.route('/', petitionRoutes(services));
  app.route('/', signatureRoutes(services));
  app.route('/', challengeRoutes(services));
  app.route('/', confirmationRoutes(services));
  app.route('/', tokenPageRoutes(services));
  app.route('/', signedPageRoutes(services));
  app.route('/', healthRoutes(services));
  app.route('/', problemPageRoutes());
  app.options('*', (c) => preflightAnswer(c, 'GET, HEAD'));
  app.route('/', staticRoutes(services));
  app.notFound((c) => problemAnswer(c, 'not-found'));
  app.onError((error, c) => {
    const {problem, details} = problemOf(error, services);
    return problemAnswer(c, problem, details);
  });
  return app;
}

function ownAddress(publicUrl: string | undefined): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('backend', publicUrl ?? new URL(c.req.url).origin);
    await next();
  };
}

const noSniffing: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
};
