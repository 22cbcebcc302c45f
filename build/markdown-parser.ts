import {resolve} from 'node:path';
import type {Plugin} from 'vite';

const folder = 'src/elements/petition-campaign';

/** What the parser imports from elsewhere, and what of ours it gets instead, as it needs little of that. */
const replacements: ReadonlyMap<string, string> = new Map([
  ['entities', `${folder}/character-references.ts`],
  ['mdurl/encode.js', `${folder}/link-destination.ts`],
]);

const isOfParser = (path: string): boolean => path.includes('/commonmark/lib/');

/** The file of ours, by its path in the project, if the parser's file imports one of those. */
export const replacementOf = (source: string, importer: string): string | undefined =>
  isOfParser(importer) ? replacements.get(source) : undefined;

/** Bundles of the library `commonmark` its parser alone: 8 KB instead of 39. */
export function markdownParser(): Plugin {
  return {
    name: 'markdown-parser',
    enforce: 'pre',
    resolveId(source, importer) {
      const replacement = importer === undefined ? undefined : replacementOf(source, importer);
      return replacement === undefined ? null : resolve(import.meta.dirname, '..', replacement);
    },
    // Its renderers, which nobody uses, don't say that they can be left out.
    transform: (code, id) => (isOfParser(id) ? {code, map: null, moduleSideEffects: false} : null),
  };
}
