import {globSync} from 'node:fs';
import {defineConfig} from 'vitest/config';
import {linkedParts} from './build/linked-parts.ts';
import {markdownParser} from './build/markdown-parser.ts';
import {minifiedLiterals} from './build/minified-literals.ts';
import {ownRegistries} from './build/own-registries.ts';
import {pickedTexts} from './build/picked-texts.ts';

/** What npm gives: the classes, and a module for each tag that registers it. */
const npmEntries = ['src/index.ts', ...globSync('src/define/*.ts')];

/** What npm installs beside it. */
const libraries = [/^lit/, /^@lit\//, 'valibot', 'idb', 'eventsource-parser', /^altcha-lib/, 'email-misspelled'];

const backendTests = ['test/backend/**/*.test.ts'];

/** What is the same on every database. */
const withoutDatabase = ['catalogues', 'cors', 'fake-client*', 'form-and-schema', 'mail-catcher', 'static-files'].map(
  (name) => `test/backend/${name}.test.ts`,
);

/** What has to happen does so on a busy machine, too, only later. */
const patient = {testTimeout: 30_000, hookTimeout: 30_000, expect: {poll: {timeout: 15_000}}};

export default defineConfig(({mode}) => ({
  // A catalogue is used as a whole: an export for each of its texts would make it a quarter larger.
  json: {namedExports: false, stringify: false},
  define: {'process.env.NODE_ENV': '"production"'},
  build: {
    target: 'baseline-widely-available',
    modulePreload: false,
    reportCompressedSize: false,
    emptyOutDir: true,
    ...(mode === 'modules'
      ? {
          outDir: 'dist/modules',
          minify: false,
          lib: {entry: npmEntries, formats: ['es' as const]},
          rolldownOptions: {
            external: libraries,
            output: {
              preserveModules: true,
              preserveModulesRoot: 'src',
              // npm leaves out folders called node_modules.
              entryFileNames: ({name}) => `${name.replace(/^node_modules\//, 'libraries/')}.js`,
            },
          },
        }
      : {
          outDir: 'dist',
          lib: {entry: {embed: 'src/embed.ts'}, formats: ['es' as const]},
          rolldownOptions: {
            // What parts share with the entry, it holds for them.
            preserveEntrySignatures: 'allow-extension' as const,
            output: {
              entryFileNames: '[name].js',
              chunkFileNames: 'chunks/[name].[hash].js',
              minify: true,
              codeSplitting: {
                groups: [
                  {name: 'embed', test: /src\/embed\.ts$/, priority: 2},
                  // What draws a petition, and what of it the elements need, too.
                  {name: 'drawing', test: /src\/embed\/drawing\.ts$/, priority: 1.5},
                  // What several later parts share comes with the first, and is no part of its own.
                  {name: 'elements', test: /src\/(?:embed\/elements|model\/patience)\.ts$/, priority: 1},
                ],
              },
            },
          },
        }),
  },
  plugins: [
    markdownParser(),
    ...(mode === 'modules'
      ? []
      : [pickedTexts(), minifiedLiterals(), ownRegistries(), linkedParts({compileAtOnce: ['drawing']})]),
  ],
  test: {
    // What a test of stories runs is made for developers, and says so in each file.
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    projects: [
      {test: {name: 'unit', include: ['test/unit/**/*.test.ts']}},
      {test: {name: 'backend', include: backendTests, exclude: ['**/*.postgres.test.ts'], ...patient}},
      {
        test: {
          name: 'backend-postgres',
          include: backendTests,
          exclude: ['**/*.sqlite.test.ts', ...withoutDatabase],
          globalSetup: 'test/backend/support/postgres-server.ts',
          ...patient,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/support/built.ts',
          // While one waits for a page, another one works.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A busy machine takes its time; after five seconds a page does some things by itself.
          expect: {poll: {timeout: 4_000}},
        },
      },
      async () => (await import('./test/support/stories-project.ts')).storiesProject(),
    ],
  },
}));
