import type {TestRunnerPlugin} from '@web/test-runner';

const asModule = '?module';

/** Serves what a module imports from `.json` as a module, as Vite does; what a page fetches stays JSON. */
export const jsonModules: TestRunnerPlugin = {
  name: 'json-modules',
  transformImport: ({source}) => (source.endsWith('.json') ? source + asModule : undefined),
  resolveMimeType: ({path, originalUrl}) =>
    path.endsWith('.json') && originalUrl.endsWith(asModule) ? 'js' : undefined,
  transform: ({path, originalUrl, body}) =>
    path.endsWith('.json') && originalUrl.endsWith(asModule) ? `export default ${String(body)};` : undefined,
};
