import {esbuildPlugin} from '@web/dev-server-esbuild';
import {type BrowserLauncher, type TestRunnerConfig, chromeLauncher} from '@web/test-runner';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {fileURLToPath} from 'node:url';
import * as puppeteer from 'puppeteer-core';
import type {BrowserName, BrowserPaths} from '../support/browsers.ts';
import {commonjsLibraries} from '../support/commonjs-libraries.ts';
import {jsonModules} from '../support/json-modules.ts';
import {markdownParser} from '../support/markdown-parser.ts';
import {driverHost, type WebkitDriver} from '../support/webkit-driver.ts';
import {accessibilityTree} from './support/accessibility-tree.ts';
import {badBackends} from './support/bad-backends.ts';
import {policyPages} from './support/policy-pages.ts';
import {screenshot} from './support/screenshot.ts';
import {streamingBackends} from './support/streaming-backends.ts';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));

const chromium = (executablePath: string | undefined): BrowserLauncher =>
  chromeLauncher({
    puppeteer,
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  });

const firefox = (executablePath: string | undefined): BrowserLauncher =>
  chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath}});

function webkit(binary: string | undefined, port: number | undefined): BrowserLauncher {
  const capabilities = {
    browserName: 'MiniBrowser',
    'wdio:enforceWebDriverClassic': true,
    'webkitgtk:browserOptions': {binary, args: ['--automation']},
  };
  return webdriverLauncher({hostname: driverHost, port, path: '/', capabilities});
}

/** Parts that elements load when they need them; where they are there already, a test has nothing to wait for. */
const parts = ['/src/elements/petition-sign-form/form-life.ts'];

/** A page that fails its test for a rejection that nobody handles, as it does for an error that nobody catches. */
const page = (runner: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width">
    <title>Element tests</title>
    <script>addEventListener('unhandledrejection', (event) => reportError(event.reason));</script>
  </head>
  <body>
    ${parts.map((part) => `<script type="module" src="${part}"></script>`).join('')}
    <script type="module" src="${runner}"></script>
  </body>
</html>`;

export interface ElementTestOptions {
  readonly files: readonly string[];
  readonly engines: readonly BrowserName[];
  readonly paths: BrowserPaths;
  readonly webkitDriver?: WebkitDriver | undefined;
}

/** Where a test runs: `*.chromium.test.ts` asks what Chromium alone tells. */
const runsIn = (file: string, engine: BrowserName): boolean => {
  const named = /\.(?<engine>[^.]+)\.test\.ts$/.exec(file)?.groups?.['engine'];
  return named === undefined || named === engine;
};

/** How Web Test Runner runs the element tests; `test/support/elements.ts` starts it. */
export function elementTestConfig({files, engines, paths, webkitDriver}: ElementTestOptions): TestRunnerConfig {
  const launchers: Record<BrowserName, () => BrowserLauncher> = {
    chromium: () => chromium(paths.chromium),
    firefox: () => firefox(paths.firefox),
    webkit: () => webkit(paths.miniBrowser, webkitDriver?.port),
  };
  return {
    rootDir,
    groups: engines
      .map((engine) => ({
        name: engine,
        files: files.filter((file) => runsIn(file, engine)),
        browsers: [launchers[engine]()],
      }))
      .filter((group) => group.files.length > 0),
    // Focus and pointer belong to one page of a browser at a time.
    concurrency: 1,
    concurrentBrowsers: 2,
    browserStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    staticLogging: true,
    testRunnerHtml: page,
    middleware: [badBackends, policyPages, streamingBackends],
    nodeResolve: {exportConditions: ['production']},
    plugins: [
      accessibilityTree,
      screenshot,
      jsonModules,
      commonjsLibraries,
      markdownParser,
      esbuildPlugin({ts: true, target: 'esnext', tsconfig: `${rootDir}/tsconfig.json`}),
    ],
    testFramework: {config: {timeout: 30_000, forbidOnly: true}},
  };
}
