import {Hono, type Context} from 'hono';
import type {AppEnv} from '../http/app-env.ts';
import {cacheableAnswer} from '../http/cacheable.ts';
import {encodingFor} from '../http/encoding.ts';
import type {FileStore} from '../http/files.ts';
import {ProblemError} from '../http/problems.ts';
import type {Services} from '../services.ts';

const forever = 'public, max-age=31536000, immutable';
const shortly = 'public, max-age=300, stale-while-revalidate=86400';

/** A part of the script has its digest in its name: `main.ZFbB….js`. */
const hashedName = /\.[\w-]{43}\.js$/;

const imagePath = '/images/';
/** An SVG that is opened by itself is a document of this origin. */
const imagePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The built files at the root, and the petitions' images. */
export function staticRoutes({dist, images}: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get(`${imagePath}*`, (c) => {
    c.header('Content-Security-Policy', imagePolicy);
    return fileAnswer(c, images, c.req.path.slice(imagePath.length));
  });
  routes.get('*', (c) => fileAnswer(c, dist, c.req.path));
  return routes;
}

async function fileAnswer(c: Context<AppEnv>, files: FileStore, path: string): Promise<Response> {
  const file = await files(path);
  if (!file) throw new ProblemError('not-found');
  c.header('Content-Type', file.mediaType);
  c.header('Cache-Control', hashedName.test(path) ? forever : shortly);
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  return cacheableAnswer(c, {
    hash: file.hash,
    encoding: file.isCompressible ? encodingFor(c) : 'identity',
    bytes: file.bytes,
  });
}
