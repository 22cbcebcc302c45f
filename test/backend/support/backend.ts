import {randomUUID} from 'node:crypto';
import {expect, onTestFinished} from 'vitest';
import * as v from 'valibot';
import type {PetitionDefinition} from '../../../demo/backend/petitions/petition-definition.ts';
import {startBackend, type BackendOptions} from '../../../demo/backend/start-backend.ts';
import {countSchema} from '../../../src/backend/wire.ts';
import {problemSchema, type ProblemDocument} from '../../../src/backend/wire-problem.ts';
import type {Count} from '../../../src/model/count.ts';
import {databaseOf} from './databases.ts';
import {river} from './fixtures.ts';
import {folderOf, seedFolder} from './folders.ts';

interface TestOptions extends Partial<BackendOptions> {
  readonly petitions?: readonly PetitionDefinition[];
}

interface Post {
  readonly petition?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const countedSchema = v.object({status: v.literal('counted'), count: countSchema});

/** A backend of the test's own, asked over HTTP. */
export interface TestBackend {
  readonly url: string;
  readonly dataDir: string;
  /** What it has logged. */
  readonly lines: readonly string[];
  close(): Promise<void>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Posts JSON, or a text as it is, to a petition's signatures. */
  sign(body: unknown, post?: Post): Promise<Response>;
  count(petition?: string): Promise<Count>;
  /** The rows of a query, straight from the database. */
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** All that it has: the bytes of its files, or the rows of its tables. */
  contents(): Promise<string>;
  /** Does something to the database past the backend. */
  alter(script: string): Promise<void>;
  /** Lets nobody store anything, as a process that doesn't let go would. @returns what lets go */
  hold(): Promise<() => Promise<void>>;
}

export async function testBackend({petitions = [river], ...options}: TestOptions = {}): Promise<TestBackend> {
  const lines: string[] = [];
  const dataDir = options.dataDir ?? folderOf();
  const database = await databaseOf(dataDir);
  const running = await startBackend({
    postgres: database.postgres,
    port: 0,
    seed: seedFolder(petitions),
    dist: folderOf(),
    images: folderOf(),
    log: (line) => lines.push(line),
    rateLimitPerHour: 0,
    ...options,
    dataDir,
  });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= running.close());
  onTestFinished(close);

  const get: TestBackend['get'] = (path, headers = {}) => fetch(running.url + path, {headers});
  return {
    url: running.url,
    dataDir,
    lines,
    close,
    get,
    sign: (body, {petition = river.id, key = randomUUID(), headers = {}} = {}) =>
      fetch(`${running.url}/v1/petitions/${petition}/signatures`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers},
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    count: async (petition = river.id) => {
      const answer = await get(`/v1/petitions/${petition}/count`);
      return v.parse(countSchema, await answer.json());
    },
    rows: database.rows,
    contents: database.contents,
    alter: database.run,
    hold: database.hold,
  };
}

/** Checks that an answer is a problem of this name, and of what its own address explains. */
export async function expectProblem(answer: Response, status: number, slug: string): Promise<ProblemDocument> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  const problem = v.parse(problemSchema, await answer.json());
  expect(problem.status).toBe(status);
  expect(problem.title).not.toBe('');
  expect(problem.type).toBe(`${new URL(answer.url).origin}/problems/${slug}`);
  return problem;
}
