import {startServer, type WebServer} from './web-server.ts';

export interface SitePage {
  /** English by default; where it is empty, the page says none. */
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A partner's site: another origin than the backend's. */
export interface Site extends WebServer {
  /** Serves a page from now on, and tells its address. */
  serve(page: SitePage): string;
}

const documentOf = ({lang = 'en', head = '', body = ''}: SitePage): string =>
  `<!doctype html>
<html${lang && ` lang="${lang}"`}>
<head><meta charset="utf-8"><title>A page</title>${head}</head>
<body><h1>A page</h1>${body}</body>
</html>`;

export async function startSite(host: string): Promise<Site> {
  const pages: SitePage[] = [];
  const server = await startServer(host, async ({url}, response) => {
    const path = url?.split('?')[0] ?? '';
    const page = pages[Number(path.slice(1) || NaN)];
    if (path === '/favicon.ico') response.writeHead(204).end();
    else if (!page) response.writeHead(404).end();
    else response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers}).end(documentOf(page));
  });
  return {...server, serve: (page) => `${server.origin}/${pages.push(page) - 1}`};
}
