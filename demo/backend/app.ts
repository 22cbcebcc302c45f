import {Hono, type MiddlewareHandler} from 'hono';
import type {AppEnv} from './http/app-env.ts';
import {preflightAnswer} from './http/cors.ts';
import {problemOf} from './http/errors.ts';
import {problemAnswer} from './http/problems.ts';
import {challengeRoutes} from './routes/challenges.ts';
import {confirmationRoutes} from './routes/confirmations.ts';
import {countRoutes} from './routes/counts.ts';
import {healthRoutes} from './routes/health.ts';
import {liveRoutes} from './routes/live.ts';
import {petitionRoutes} from './routes/petitions.ts';
import {problemPageRoutes} from './routes/problem-pages.ts';
import {signatureRoutes} from './routes/signatures.ts';
import {signedPageRoutes} from './routes/signed-page.ts';
import {staticRoutes} from './routes/static-files.ts';
import {tokenPageRoutes} from './routes/token-pages.ts';
import type {Services} from './services.ts';

/** The backend's routes; what every answer has in common is up to whoever listens. */
export function createApp(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(ownAddress(services.publicUrl));
  app.route('/', petitionRoutes(services));
  app.route('/', countRoutes(services));
  app.route('/', liveRoutes(services));
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
  return (c, next) => {
    c.set('backend', publicUrl ?? originOf(c.req.url));
    return next();
  };
}

/** Of a URL that has a path, as every request's has: faster than taking it apart. */
const originOf = (url: string): string => url.slice(0, url.indexOf('/', url.indexOf('//') + 2));
