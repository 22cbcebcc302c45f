import {readFile, stat} from 'node:fs/promises';
import {extname, join} from 'node:path';
import {hashOf} from './cacheable.ts';
import {encode, type Encoding} from './encoding.ts';

export const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible: ReadonlySet<string> = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt']);

export interface StoredFile {
  readonly mediaType: string;
  readonly isCompressible: boolean;
  readonly hash: string;
  readonly bytes: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Finds a file of a folder by its path in a URL. */
export type FileStore = (path: string) => Promise<StoredFile | undefined>;

interface Kept {
  readonly version: string;
  readonly file: Promise<StoredFile>;
}

/** A folder's files, each read and compressed once, until it changes on disk. */
export function openFiles(folder: string): FileStore {
  const kept = new Map<string, Kept>();
  return async (path) => {
    const name = safeName(path);
    const version = name && (await versionOf(join(folder, name)));
    if (!name || !version) return undefined;
    const known = kept.get(name);
    if (known?.version === version) return known.file;
    const file = readStored(join(folder, name));
    kept.set(name, {version, file});
    file.catch(() => kept.delete(name));
    return file;
  };
}

/** Plain names only: nothing hidden, no way out of the folder, no escapes to be undone later. */
function safeName(path: string): string | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.every((segment) => /^[\w@-][\w.@-]*$/.test(segment)) ? segments.join('/') : undefined;
}

async function versionOf(file: string): Promise<string | undefined> {
  const stats = await stat(file).catch(() => undefined);
  return stats?.isFile() ? `${stats.mtimeMs} ${stats.size}` : undefined;
}

async function readStored(file: string): Promise<StoredFile> {
  const extension = extname(file).toLowerCase();
  const content = await readFile(file);
  const encoded = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    mediaType: mediaTypes[extension] ?? 'application/octet-stream',
    isCompressible: compressible.has(extension),
    hash: hashOf(content),
    bytes: (encoding) => {
      const known = encoded.get(encoding) ?? encode(content, encoding, 'once');
      encoded.set(encoding, known);
      return known;
    },
  };
}
