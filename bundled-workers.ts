import {resolve} from 'node:path';
import {build, type Plugin} from 'vite';

/** `x.bundle` is all the code of `x.ts`, with what it imports, as the text of one classic script. */
const ending = '.bundle';

export const isBundle = (path: string): boolean => path.endsWith(ending);

/** The module that exports the text. */
export async function bundledWorker(path: string): Promise<string> {
  const input = path.slice(0, -ending.length) + '.ts';
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'baseline-widely-available',
      minify: true,
      modulePreload: false,
      rolldownOptions: {input, output: {format: 'iife'}},
    },
  });
  if (!('output' in result) || result.output.length > 1) throw new Error(`${input} does not become one script`);
  return `export default ${JSON.stringify(result.output[0].code.trim())};`;
}

/**
 * Lets a module import a worker's code, in all that Vite serves and builds: a script that a page has
 * from another origin can't start a worker by a URL, and so brings its code along.
 */
export function bundledWorkers(): Plugin {
  return {
    name: 'bundled-workers',
    enforce: 'pre',
    resolveId: (source, importer) => (isBundle(source) && importer ? resolve(importer, '..', source) : null),
    load: (id) => (isBundle(id) ? bundledWorker(id) : null),
  };
}
