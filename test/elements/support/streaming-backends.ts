import type {ServerResponse} from 'node:http';
import type {TestRunnerConfig} from '@web/test-runner';
import {petitionIn} from '../../../stories/support/petitions.ts';

/*
 * Backends with a live count, at /live/<name>/v1/…; the name keeps one test's from another's. What they
 * do is said by a look at /live/<name>/set?…: `total` moves it, `streams` is how streams are answered
 * from now on (`well`, `missing`, `page`, `down`, `silent`), `cut` hangs up on those that are open. Any
 * look, also one that sets nothing, tells how often was asked, and how many streams are open.
 */

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type Context = Parameters<Middleware>[0];

const asOf = '2026-11-22T00:00:00Z';

interface Backend {
  total: number;
  streams: string;
  readonly open: Set<ServerResponse>;
  readonly asked: {petition: number; count: number; live: number};
}

const backends = new Map<string, Backend>();

function backendOf(name: string): Backend {
  const backend = backends.get(name) ?? {
    total: 5136,
    streams: 'well',
    open: new Set(),
    asked: {petition: 0, count: 0, live: 0},
  };
  backends.set(name, backend);
  return backend;
}

const countOf = ({total}: Backend): object => ({total, goal: 7500, asOf});

const eventOf = (backend: Backend): string =>
  `event: count\nid: ${backend.total}\ndata: ${JSON.stringify(countOf(backend))}\n\n`;

function json(context: Context, body: unknown): void {
  context.set('Cache-Control', 'no-store');
  context.type = 'application/json';
  context.body = JSON.stringify(body);
}

function stream(context: Context, backend: Backend): void {
  const {res: response} = context;
  if (backend.streams === 'missing') return;
  if (backend.streams === 'page') {
    context.body = '<!doctype html><h1>Welcome</h1>';
    return;
  }
  context.respond = false;
  if (backend.streams === 'down') {
    response.destroy();
    return;
  }
  response.writeHead(200, {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'});
  response.write(backend.streams === 'silent' ? ':\n\n' : eventOf(backend));
  backend.open.add(response);
  response.once('close', () => backend.open.delete(response));
}

function set(backend: Backend, changes: URLSearchParams): void {
  backend.streams = changes.get('streams') ?? backend.streams;
  backend.total = Number(changes.get('total') ?? backend.total);
  if (changes.has('total')) for (const response of backend.open) response.write(eventOf(backend));
  if (changes.has('cut')) for (const response of backend.open) response.destroy();
}

export const streamingBackends: Middleware = (context, next) => {
  const [, name = '', path = ''] = /^\/live\/([\w-]+)\/(.*)$/.exec(context.path) ?? [];
  if (!name) return next();
  const backend = backendOf(name);
  const {searchParams} = new URL(context.href);
  if (path === 'set') {
    set(backend, searchParams);
    json(context, {...backend.asked, open: backend.open.size});
  } else if (path.endsWith('/live')) {
    backend.asked.live += 1;
    stream(context, backend);
  } else if (path.endsWith('/count')) {
    backend.asked.count += 1;
    json(context, countOf(backend));
  } else {
    backend.asked.petition += 1;
    json(context, petitionIn(searchParams.get('lang') ?? 'en', {count: {total: backend.total, goal: 7500, asOf}}));
  }
  return undefined;
};
