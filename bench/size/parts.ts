import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {brotliCompressSync, constants} from 'node:zlib';

/** A file of the build that a page may fetch. */
export interface Part {
  /** Its path in the build's folder, as in `chunks/ar.U9Aj….js`. */
  readonly file: string;
  /** The same without what tells its versions apart: `ar`. */
  readonly name: string;
  /** The only language whose readers fetch it. */
  readonly locale: string | undefined;
  /** As a server sends it that has taken its time to compress it. */
  readonly bytes: number;
}

export const nameOf = (file: string): string => basename(file).split('.')[0] ?? file;

/** A language's parts bear its tag, alone or at the end: `ar`, `countries-ug-Arab`. */
export const localeOf = (name: string, locales: readonly string[]): string | undefined =>
  locales.find((locale) => name === locale || name.endsWith(`-${locale}`));

export const brotliBytes = (content: Uint8Array): number =>
  brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }).length;

/** The languages that the elements speak, each of which has a catalogue in the sources. */
export const localesOf = (root: string): string[] =>
  globSync('src/i18n/catalogues/*.json', {cwd: root})
    .map((path) => basename(path, '.json'))
    .toSorted();

export function readParts(dist: string, locales: readonly string[]): Part[] {
  const files = globSync('**/*.js', {cwd: dist}).map((path) => path.replaceAll('\\', '/'));
  return files.toSorted().map((file) => {
    const name = nameOf(file);
    return {file, name, locale: localeOf(name, locales), bytes: brotliBytes(readFileSync(join(dist, file)))};
  });
}
