import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';

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
export interface Partner {
  readonly origin: string;
  /** The address of a page, whose ending may be left out where it is `.html`. */
  page(name: string): string;
  close(): Promise<void>;
}

/** A page as a partner has it, with the addresses in it. */
export async function readPage(name: string, addresses: Readonly<Record<string, string>>): Promise<string> {
  const text = await readFile(join(pages, name), 'utf8');
  return Object.entries(addresses).reduce((page, [what, url]) => page.replaceAll(`{{${what}}}`, url), text);
}

export async function startPartner(addresses: Addresses): Promise<Partner> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', origin).pathname.slice(1);
    const type = mediaTypes[extname(name)];
    readPage(name, {...addresses, elsewhere}).then(
      (page) => response.writeHead(200, {'Content-Type': type}).end(page),
      () => response.writeHead(404, {'Content-Type': 'text/plain'}).end(),
    );
  });
  await once(server.listen({port: 0, host: '127.0.0.1'}), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  const origin = `http://127.0.0.1:${address.port}`;
  /** The same pages, of another site. */
  const elsewhere = `http://localhost:${address.port}`;
  return {
    origin,
    page: (name) => `${origin}/${extname(name) ? name : `${name}.html`}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
