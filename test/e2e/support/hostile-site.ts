import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer, type ServerResponse} from 'node:http';
import {extname, join} from 'node:path';
import {dna} from './petitions.ts';

const root = join(import.meta.dirname, '../../..');
const pages = join(root, 'test/e2e/pages');

/** What pages of others load beside their own: libraries as they are published. */
const libraries: Readonly<Record<string, string>> = {
  'bootstrap.css': 'bootstrap/dist/css/bootstrap.css',
  'bootstrap.js': 'bootstrap/dist/js/bootstrap.bundle.js',
  'core-js.js': 'core-js-bundle/index.js',
  'custom-elements.js': '@webcomponents/custom-elements/custom-elements.min.js',
  'preflight.css': 'tailwindcss/preflight.css',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** What a page has beside what stands in its file. */
export interface Hostility {
  /** Stylesheets and scripts, in their order, before the tag. */
  readonly files?: readonly string[];
  /** The attributes of the box that the tag stands in. */
  readonly place?: string;
  /** Further attributes of the tag. */
  readonly tag?: string;
}

export interface HostileSite {
  /** The address of a page of that name, made worse. */
  urlOf(name: string, hostility?: Hostility): string;
  close(): Promise<void>;
}

const elementFor = (file: string): string =>
  extname(file) === '.css' ? `<link rel="stylesheet" href="${file}" />` : `<script src="${file}"></script>`;

const tagFor = (backend: string, attributes: string): string =>
  `<script async src="${backend}/embed.js" data-backend="${backend}" data-petition="${dna.id}" ${attributes}></script>`;

/** Names are those of files here and of libraries, so that no path leads anywhere else. */
function pathOf(name: string): string | undefined {
  const library = libraries[name];
  if (library !== undefined) return join(root, 'node_modules', library);
  return /^hostile-[\w-]+\.\w+$/.test(name) ? join(pages, name) : undefined;
}

function documentOf(text: string, search: URLSearchParams, backend: string): string {
  return text
    .replaceAll('{{files}}', search.getAll('file').map(elementFor).join(''))
    .replaceAll('{{place}}', search.get('place') ?? '')
    .replaceAll('{{tag}}', tagFor(backend, search.get('tag') ?? ''))
    .replaceAll('{{backend}}', backend);
}

async function answer({pathname, searchParams}: URL, backend: string, response: ServerResponse): Promise<void> {
  const name = pathname.slice(1);
  const path = pathOf(name);
  const type = mediaTypes[extname(name)];
  if (path === undefined || type === undefined) return void response.writeHead(404).end();
  const text = await readFile(path, 'utf8');
  const content = extname(name) === '.html' ? documentOf(text, searchParams, backend) : text;
  response.writeHead(200, {'Content-Type': type}).end(content);
}

/** Serves the pages that are hostile to what they embed, from another origin than the backend's. */
export async function startHostileSite(host: string, backend: string): Promise<HostileSite> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${host}`);
    answer(url, backend, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await once(server.listen({port: 0, host}), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return {
    urlOf: (name, {files = [], place, tag} = {}) => {
      const url = new URL(`http://${host}:${address.port}/${name}.html`);
      for (const file of files) url.searchParams.append('file', file);
      if (place !== undefined) url.searchParams.set('place', place);
      if (tag !== undefined) url.searchParams.set('tag', tag);
      return url.href;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
