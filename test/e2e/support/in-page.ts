import {join} from 'node:path';
import {build} from 'vite';
import type * as main from '../in-page/main.ts';

declare global {
  /** What runs in the page of the stories. */
  var inPage: typeof main;
}

/** The code of what is called in a page as `inPage`. */
export async function inPageCode(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: {entry: join(import.meta.dirname, '../in-page/main.ts'), formats: ['iife'], name: 'inPage'},
    },
  });
  const chunks = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const chunk = chunks.find((each) => each.type === 'chunk');
  if (!chunk) throw new Error('There is nothing to run in the page');
  return chunk.code;
}
