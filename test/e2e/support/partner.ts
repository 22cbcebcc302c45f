import {readFile} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {startServer, type WebServer} from './web-server.ts';

const pages = join(import.meta.dirname, '../pages');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
};

/** What the pages name in braces. */
export interface Addresses {
  readonly script: string;
  readonly newer: string;
  readonly older: string;
  readonly backend: string;
}

/** A partner's pages: another origin than the script's and the backend's. */
export interface Partner extends WebServer {
  /** The address of a page, whose ending may be left out where it is `.html`. */
  page(name: string): string;
}

/** A page as a partner has it, with the addresses in it. */
export async function readPage(name: string, addresses: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(join(pages, name), 'utf8');
  return Object.entries(addresses).reduce((page, [what, url]) => page.replaceAll(`{{${what}}}`, url), text);
}

export async function startPartner(addresses: Addresses): Promise<Partner> {
  const server = await startServer('127.0.0.1', async ({url = '/'}, response) => {
    const name = new URL(url, server.origin).pathname.slice(1);
    const page = await readPage(name, {...addresses, elsewhere}).catch(() => undefined);
    response.writeHead(page === undefined ? 404 : 200, {'Content-Type': mediaTypes[extname(name)] ?? 'text/plain'});
    response.end(page);
  });
  /** The same pages, of another site. */
  const elsewhere = server.origin.replace('127.0.0.1', 'localhost');
  return {...server, page: (name) => `${server.origin}/${extname(name) ? name : `${name}.html`}`};
}
