import {once} from 'node:events';
import {createServer} from 'node:http';

export interface SitePage {
  /** English by default; where it is empty, the page says none. */
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A partner's site: another origin than the backend's. */
export interface Site {
  readonly origin: string;
  /** Serves a page from now on, and tells its address. */
  serve(page: SitePage): string;
  close(): Promise<void>;
}

const documentOf = ({lang = 'en', head = '', body = ''}: SitePage): string =>
  `<!doctype html>
<html${lang && ` lang="${lang}"`}>
<head><meta charset="utf-8"><title>A page</title>${head}</head>
<body><h1>A page</h1>${body}</body>
</html>`;

export async function startSite(host: string): Promise<Site> {
  const pages: SitePage[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const page = pages[Number(path.slice(1) || NaN)];
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (!page) response.writeHead(404).end();
    else response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers}).end(documentOf(page));
  });
  await once(server.listen({port: 0, host}), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  const origin = `http://${host}:${address.port}`;
  return {
    origin,
    serve: (page) => `${origin}/${pages.push(page) - 1}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
