import {globSync} from 'node:fs';
import {defineConfig} from 'vitest/config';
import type {Plugin} from 'vite';
import {bundledWorkers} from './bundled-workers.ts';

/**
 * How the entry loads a part of itself: from beside it, wherever it came from. One that did not load in
 * 15 s is asked for by another URL the next time, as browsers never fetch a module again that failed, or
 * that still may come.
 */
const loadPart = `
const scriptUrl = document.currentScript?.src;
const failures = new Map();
const loadPart = (path) => {
  const failed = failures.get(path) ?? 0;
  const file = failed > 0 ? path + "?" + failed : path;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(file + " did not come in time")), 15000);
  });
  return Promise.race([import(scriptUrl ? new URL(file, scriptUrl).href : file), late])
    .catch((error) => {
      failures.set(path, failed + 1);
      throw error;
    })
    .finally(() => clearTimeout(timer));
};`;

/**
 * Makes the entry a classic script, as a pasted tag asks for: no import, no export, no name in the
 * page's global scope. None of what it loads later may import the entry, which a module can't.
 */
function classicScript(): Plugin {
  return {
    name: 'classic-script',
    renderChunk(code, chunk) {
      if (!chunk.isEntry) {
        if (chunk.imports.length > 0) this.error(`${chunk.fileName} imports ${chunk.imports.join(', ')}`);
        return null;
      }
      if (chunk.imports.length + chunk.exports.length > 0) this.error(`${chunk.fileName} is no classic script`);
      const lazy = code.replaceAll(/\bimport\((["'`]\.\/[^"'`]+["'`])\)/g, 'loadPart($1)');
      return `(() => {"use strict";${loadPart}${lazy}})();`;
    },
  };
}

/** Where libraries register themselves on the global object, for other copies of themselves to find. */
const registries = [
  'litHtmlVersions',
  'litElementVersions',
  'reactiveElementVersions',
  'litPropertyMetadata',
  '__zod_globalConfig',
  '__zod_globalRegistry',
];

/**
 * Leaves a partner's page without a global of ours: the libraries' registries become an object of each
 * file's own. A page that has a zod of its own would even have shared our settings of it.
 */
function ownRegistries(): Plugin {
  const access = new RegExp(`(?:\\(\\w+ = globalThis\\)\\.|\\b[\\w$]+\\.|\\b)(${registries.join('|')})\\b`, 'g');
  return {
    name: 'own-registries',
    renderChunk: (code) =>
      code.search(access) < 0
        ? null
        : `const petitionWidgetsRegistries = {};\n${code.replaceAll(access, 'petitionWidgetsRegistries.$1')}`,
  };
}

/** What npm gives: the classes, and a module for each tag that registers it. */
const npmEntries = ['src/index.ts', ...globSync('src/define/*.ts')];

/** What npm installs beside it. */
const libraries = [
  /^lit/,
  /^zod/,
  'i18next',
  'marked',
  '@floating-ui/dom',
  'idb',
  'eventsource-parser',
  /^altcha-lib/,
  'email-misspelled',
  /^libphonenumber-js/,
  'postal-code-checker',
];

const backendTests = ['test/backend/**/*.test.ts'];

/** What is the same on every database. */
const withoutDatabase = ['catalogues', 'cors', 'form-and-schema', 'mail-catcher', 'static-files'].map(
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
            output: {preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js'},
          },
        }
      : {
          outDir: 'dist',
          lib: {entry: {embed: 'src/embed.ts'}, formats: ['es' as const]},
          rolldownOptions: {
            output: {entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js', minify: true},
          },
        }),
  },
  plugins: [bundledWorkers(), ...(mode === 'modules' ? [] : [ownRegistries(), classicScript()])],
  test: {
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
          // Each file starts the demo, which builds what is missing: two at once would build into one folder.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
