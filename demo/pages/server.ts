import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import {Hono} from 'hono';
import {mediaTypes} from '../backend/http/files.ts';
import {listen} from '../backend/listen.ts';

export interface PagesOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The address that the pages' `{{backend}}` stands for. */
  readonly backend: string;
  /** The page of the caught mails, which `{{mails}}` stands for; absent: lines that name it are left out. */
  readonly mails?: string | undefined;
}

export interface Pages {
  readonly url: string;
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** Serves the partner pages on this machine; rejects if the port is taken. */
export async function startPages({port, ...addresses}: PagesOptions): Promise<Pages> {
  const answer = getRequestListener(pagesApp(addresses).fetch);
  const listening = await listen((request, response) => void answer(request, response), {port});
  return {url: `http://localhost:${listening.port}`, close: () => listening.close()};
}

type Addresses = Pick<PagesOptions, 'backend' | 'mails'>;

function pagesApp(addresses: Addresses): Hono {
  const app = new Hono();
  app.get('*', async (context) => {
    const name = context.req.path === '/' ? 'index.html' : context.req.path.slice(1);
    const page = await readPage(name, addresses);
    if (page === undefined) return context.notFound();
    return context.body(page, 200, headersOf(name));
  });
  app.notFound(async (context) => {
    const page = await readPage('404.html', addresses);
    return context.body(page ?? 'Not found', 404, headersOf('404.html'));
  });
  return app;
}

/** Only plain names of the served kinds are files here, so that no path leads out of the folder. */
async function readPage(name: string, addresses: Addresses): Promise<string | undefined> {
  if (!/^[a-z0-9-]+\.[a-z]+$/.test(name) || !(extname(name) in mediaTypes)) return undefined;
  try {
    const text = await readFile(join(import.meta.dirname, name), 'utf8');
    return withAddresses(text, addresses);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function withAddresses(text: string, {backend, mails}: Addresses): string {
  const told = mails === undefined ? text.replaceAll(/^.*\{\{mails\}\}.*\n/gm, '') : text;
  return told.replaceAll('{{backend}}', escapeHtml(backend)).replaceAll('{{mails}}', escapeHtml(mails ?? ''));
}

function headersOf(name: string): Record<string, string> {
  return {
    'Content-Type': mediaTypes[extname(name)] ?? 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
