import type {TestRunnerConfig} from '@web/test-runner';
import {petitionIn} from '../../../stories/support/petitions.ts';

/*
 * Backends that answer badly until they are mended, at /bad/<what>.<kind>.<name>/v1/…: `all` of it or
 * only what would `sign`. The name keeps one test's from another's; a kind that is not among these
 * answers well. Asking for /bad/…/mend mends.
 */

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type Context = Parameters<Middleware>[0];

const asOf = '2026-11-22T00:00:00Z';

function answer(context: Context, status: number, type: string, body: string): void {
  context.status = status;
  context.type = type;
  context.body = body;
}

const json = (context: Context, status: number, body: unknown): void =>
  answer(context, status, 'application/json', JSON.stringify(body));

const problem = (context: Context, status: number, slug: string): void =>
  answer(context, status, 'application/problem+json', JSON.stringify({type: `https://x/problems/${slug}`, status}));

const half = (context: Context): string => JSON.stringify(petitionIn(langOf(context))).slice(0, 400);

const langOf = (context: Context): string => new URL(context.href).searchParams.get('lang') ?? 'en';

/** Hands the connection over to what comes next, which may never answer. */
function takeOver(context: Context): Context['res'] {
  context.respond = false;
  return context.res;
}

const bad: Readonly<Record<string, (context: Context) => void>> = {
  unknown: (context) => problem(context, 404, 'not-found'),
  'unknown-page': (context) => answer(context, 404, 'text/html', '<h1>Not found</h1>'),
  down: (context) => {
    takeOver(context).destroy();
  },
  broken: (context) => {
    const response = takeOver(context);
    response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 100_000});
    response.write(half(context), () => response.destroy());
  },
  html: (context) => answer(context, 200, 'text/html', '<!doctype html><title>Welcome</title><h1>Welcome</h1>'),
  half: (context) => answer(context, 200, 'application/json', half(context)),
  shape: (context) => json(context, 200, {petition: {id: 1}, items: []}),
  null: (context) => json(context, 200, null),
  empty: (context) => answer(context, 200, 'application/json', ''),
  error: (context) => answer(context, 500, 'text/plain', 'Internal Server Error'),
  busy: (context) => {
    context.set('Retry-After', '1');
    problem(context, 503, 'unavailable');
  },
  limited: (context) => problem(context, 429, 'too-many-requests'),
  closed: (context) => problem(context, 409, 'closed'),
  silence: (context) => {
    takeOver(context);
  },
  stall: (context) => {
    const response = takeOver(context);
    response.writeHead(200, {'Content-Type': 'application/json'});
    response.write(half(context));
  },
};

function good(context: Context): void {
  const count = {total: 5136, goal: 7500, asOf};
  if (context.method === 'POST') json(context, 201, {status: 'counted', count: {...count, total: 5137}});
  else if (context.path.endsWith('/count')) json(context, 200, count);
  else json(context, 200, petitionIn(langOf(context), {count}));
}

const mended = new Set<string>();

export const badBackends: Middleware = (context, next) => {
  const [, name = '', what = '', kind = '', path = ''] =
    /^\/bad\/((\w+)\.([\w-]+)\.[\w-]+)\/(.*)/.exec(context.path) ?? [];
  if (!name) return next();
  if (path === 'mend') {
    mended.add(name);
    context.status = 204;
    return undefined;
  }
  const isConcerned = what === 'all' || context.method === 'POST';
  const misbehave = isConcerned && !mended.has(name) ? bad[kind] : undefined;
  (misbehave ?? good)(context);
  return undefined;
};
