import {join} from 'node:path';
import {openFiles} from '../../../demo/backend/http/files.ts';
import {probe} from './probe.ts';
import {startServer, type WebServer} from './web-server.ts';

export const dist = join(import.meta.dirname, '../../../dist');

export interface CdnOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** What it serves in place of a file of the build. */
  readonly serving?: (path: string, code: string) => string;
}

/** What lets pages of any origin, isolated ones too, have a file (Fetch, Cross-Origin-Resource-Policy). */
export const shared = {'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin'};

/** Serves the build, and the probe as `/probe.js`, from an origin of their own. */
export function startCdn(
  host: string,
  {headers = shared, serving = (_, code) => code}: CdnOptions = {},
): Promise<WebServer> {
  const files = openFiles(dist);
  const codeAt = async (path: string): Promise<string | undefined> => {
    if (path === '/probe.js') return probe;
    const file = await files(path);
    return file && serving(path, Buffer.from(await file.bytes('identity')).toString());
  };
  return startServer(host, async ({url = '/'}, response) => {
    const code = await codeAt(url.split('?')[0] ?? url);
    response.writeHead(code === undefined ? 404 : 200, {'Content-Type': 'text/javascript; charset=utf-8', ...headers});
    response.end(code);
  });
}
