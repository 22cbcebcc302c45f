import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import * as v from 'valibot';

const root = join(import.meta.dirname, '../..');
/** Always the same one, so that none is left behind by a runner that is interrupted; a build empties it. */
const folder = join(root, '.cache/stories');
const packageFile = createRequire(import.meta.url).resolve('storybook/package.json');
const packageSchema = v.object({bin: v.string()});

const storySchema = v.object({
  id: v.string(),
  title: v.string(),
  name: v.string(),
  type: v.picklist(['story', 'docs']),
  tags: v.optional(v.array(v.string()), []),
});
const indexSchema = v.object({entries: v.record(v.string(), storySchema)});

/** A story as the built index has it. */
export type BuiltStory = v.InferOutput<typeof storySchema>;

export interface BuiltStorybook {
  /** Of the files to serve; `iframe.html` shows a story by itself. */
  readonly folder: string;
  /** Those that need nothing else to run, in their order. */
  readonly stories: readonly BuiltStory[];
}

const run = promisify(execFile);

/** Only the stories themselves: neither pages of documentation nor what stands around a story. */
async function build(): Promise<void> {
  const {bin} = v.parse(packageSchema, JSON.parse(await readFile(packageFile, 'utf8')));
  const storybook = join(dirname(packageFile), bin);
  await run(process.execPath, [storybook, 'build', '--test', '--preview-only', '--quiet', '--output-dir', folder], {
    cwd: root,
    // A test runner's own variables would have the stories believe that they run in it.
    env: {...process.env, NODE_ENV: 'production', VITEST: undefined},
  });
}

/** The stories of an index of Storybook's that need nothing else to run, in the order of the sidebar. */
export const testedStories = (index: unknown): readonly BuiltStory[] =>
  Object.values(v.parse(indexSchema, index).entries).filter(
    ({type, tags}) => type === 'story' && !tags.includes('!test') && tags.includes('test'),
  );

/** Whether a story looks the same whenever it is seen. */
export const isStill = ({tags}: BuiltStory): boolean => !tags.includes('moving');

/** Builds the stories as they are now. */
export async function buildStorybook(): Promise<BuiltStorybook> {
  await build();
  const index: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return {folder, stories: testedStories(index)};
}

export interface StorybookSite {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the stories that were built, on any free port. */
export async function serveStorybook({folder: files}: BuiltStorybook, host = '127.0.0.1'): Promise<StorybookSite> {
  const app = new Hono().use(serveStatic({root: files}));
  const server = serve({fetch: app.fetch, hostname: host, port: 0});
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return {
    origin: `http://${host}:${address.port}`,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
