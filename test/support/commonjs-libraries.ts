import type {TestRunnerPlugin} from '@web/test-runner';
import {createRequire} from 'node:module';
import {build} from 'vite';

/** What tests use that comes as CommonJS alone, which no browser reads. */
const libraries: readonly string[] = ['@sinonjs/fake-timers'];

const folder = '/__commonjs/';
const ending = '.js';

const libraryAt = (path: string): string | undefined => libraries.find((name) => path === `${folder}${name}${ending}`);

/** The library and what it requires, as one module with a default export. */
async function bundled(library: string): Promise<string> {
  const input = createRequire(import.meta.url).resolve(library);
  const result = await build({
    configFile: false,
    publicDir: false,
    // Of Node's modules that it does without here.
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {input, output: {format: 'es'}, preserveEntrySignatures: 'strict'},
    },
  });
  if (!('output' in result) || result.output.length > 1) throw new Error(`${library} does not become one module`);
  return result.output[0].code;
}

/** Serves these libraries to the tests as modules. */
export const commonjsLibraries: TestRunnerPlugin = {
  name: 'commonjs-libraries',
  resolveImport: ({source}) => (libraries.includes(source) ? `${folder}${source}${ending}` : undefined),
  resolveMimeType: ({path}) => (libraryAt(path) ? 'js' : undefined),
  serve: async ({path}) => {
    const library = libraryAt(path);
    return library === undefined ? undefined : bundled(library);
  },
};
