import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import type {Hono} from 'hono';
import {logRequest, type Log} from '../log.ts';
import type {AppEnv} from './app-env.ts';
import {allowAll} from './cors.ts';
import type {Gate} from './gate.ts';
import {problemContent} from './problems.ts';

interface RequestListenerOptions {
  readonly app: Hono<AppEnv>;
  readonly gate: Gate;
  readonly log: Log;
  readonly publicUrl: string | undefined;
}

/** What every request passes before the routes; one that is turned away costs hardly more than its log line. */
export function requestListener({app, gate, log, publicUrl}: RequestListenerOptions): RequestListener {
  const answer = getRequestListener(app.fetch);
  return (request, response) => {
    logRequest(log, request, response);
    allowAll(response);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (gate.admits(request, response)) void answer(request, response);
    else turnAway(request, response, publicUrl);
  };
}

function turnAway({headers}: IncomingMessage, response: ServerResponse, publicUrl: string | undefined): void {
  const content = problemContent(publicUrl ?? `http://${headers.host ?? ''}`, 'unavailable');
  response.writeHead(content.status, content.headers).end(content.body);
}
