import type {TestRunnerPlugin} from '@web/test-runner';
import {join} from 'node:path';
import {bundledWorker, isBundle} from '../../bundled-workers.ts';

/** Serves workers' code to the modules that import it, as builds have it. */
export const bundledWorkers = (rootDir: string): TestRunnerPlugin => ({
  name: 'bundled-workers',
  resolveMimeType: ({path}) => (isBundle(path) ? 'js' : undefined),
  serve: async ({path}) => (isBundle(path) ? bundledWorker(join(rootDir, path)) : undefined),
});
