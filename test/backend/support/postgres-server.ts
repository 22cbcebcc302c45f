import type {TestProject} from 'vitest/node';
import {startPostgres} from '../../support/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that this run is on; absent where it is on SQLite. */
    readonly postgresUrl?: string;
  }
}

/** One server for all files of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.urlOf('postgres'));
  return () => server.remove();
}
