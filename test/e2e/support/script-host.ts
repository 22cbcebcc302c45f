import {readFile} from 'node:fs/promises';
import type {ServerResponse} from 'node:http';
import {stripTypeScriptTypes} from 'node:module';
import {join} from 'node:path';
import {dist, shared} from './cdn.ts';
import {startServer, type WebServer} from './web-server.ts';

/** What may become of a part of the script on its way. */
export const partFaults = [
  /** There is none any more, as after a release that took the old files away. */
  'missing',
  /** The connection breaks in the midst of it. */
  'cut',
  /** Half of it, as if that were all. */
  'half',
  /** A page in its place, as of a server that answers everything with its own. */
  'page',
] as const;
export type PartFault = (typeof partFaults)[number];

/** A host of the script: neither the page's origin nor the backend's. */
export interface ScriptHost extends WebServer {
  /** The files that were asked for, in order; those that were sent whole, and those that were not. */
  readonly asked: readonly string[];
  readonly sent: readonly string[];
  readonly failed: readonly string[];
  /** What becomes of each part that is asked for from now on, until it is undefined again. */
  fault: PartFault | undefined;
  /** Answers no request for a part from now on until what it returns is called; that answers them all. */
  hold(): () => void;
}

const headers = {
  'Content-Type': 'text/javascript; charset=utf-8',
  ...shared,
  'X-Content-Type-Options': 'nosniff',
};
const shortly = {'Cache-Control': 'public, max-age=300'};
const forever = {'Cache-Control': 'public, max-age=31536000, immutable'};

/** The built script; the same as `/newer/…`; and at `/older/…` one that stands in for a copy of years ago. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  if (path === '/older/embed.js') return olderScript();
  return readFile(join(dist, path.replace(/^\/newer\//, '/'))).catch(() => undefined);
}

async function olderScript(): Promise<Buffer> {
  return Buffer.from(stripTypeScriptTypes(await readFile(join(import.meta.dirname, 'older-embed.ts'), 'utf8')));
}

const isPart = (path: string): boolean => path.includes('/chunks/');

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

function answerFaulty(response: ServerResponse, fault: PartFault, content: Buffer): void {
  switch (fault) {
    case 'missing':
      response.writeHead(404, {...headers, 'Content-Type': 'application/problem+json'}).end('{"status": 404}');
      return;
    case 'cut':
      response.writeHead(200, {...headers, ...forever, 'Content-Length': content.length});
      response.write(half(content), () => response.destroy());
      return;
    case 'half':
      response.writeHead(200, {...headers, ...forever, 'Content-Length': half(content).length}).end(half(content));
      return;
    case 'page':
      response.writeHead(200, {...headers, 'Content-Type': 'text/html'}).end('<!doctype html><title>Welcome</title>');
  }
}

export async function startScriptHost(): Promise<ScriptHost> {
  const [asked, sent, failed]: [string[], string[], string[]] = [[], [], []];
  let held = Promise.resolve();
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    asked.push(path);
    if (isPart(path)) await held;
    const content = await contentOf(path);
    if (!content) return void response.writeHead(404, headers).end();
    if (host.fault && isPart(path)) {
      failed.push(path);
      return answerFaulty(response, host.fault, content);
    }
    sent.push(path);
    response.writeHead(200, {...headers, ...(isPart(path) ? forever : shortly)}).end(content);
  };
  const server = await startServer('127.0.0.1', ({url = '/'}, response) =>
    answer(new URL(url, 'http://script').pathname, response),
  );
  const host: ScriptHost = {
    ...server,
    asked,
    sent,
    failed,
    fault: undefined,
    hold: () => {
      const {promise, resolve} = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = Promise.resolve();
        resolve();
      };
    },
  };
  return host;
}
