import {globSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {type TestRunner, startTestRunner} from '@web/test-runner';
import {elementTestConfig} from '../elements/web-test-runner.config.ts';
import {type BrowserName, MissingProgramsError, browserNames, ensureBrowsers} from './browsers.ts';
import {countsOf, faultsOf} from './element-results.ts';
import {startVirtualDisplay} from './virtual-display.ts';
import {startWebkitDriver} from './webkit-driver.ts';

/*
 * node test/support/elements.ts [--engine chromium|firefox|webkit]… [file…]
 */

function enginesOf(named: readonly string[]): readonly BrowserName[] {
  const unknown = named.filter((name) => !browserNames.some((known) => known === name));
  if (unknown.length > 0)
    throw new Error(`No such engine: ${unknown.join(', ')}. There are ${browserNames.join(', ')}.`);
  return named.length > 0 ? browserNames.filter((name) => named.includes(name)) : browserNames;
}

async function finished(runner: TestRunner): Promise<boolean> {
  // A runner that could not start has stopped, and will never finish.
  if (runner.stopped) return false;
  const passed = await new Promise<boolean>((resolve) => {
    runner.on('finished', resolve);
    runner.on('stopped', resolve);
  });
  await runner.stop();
  return passed;
}

async function run(files: readonly string[], engines: readonly BrowserName[]): Promise<boolean> {
  const paths = ensureBrowsers(engines);
  const display = paths.xvfb ? await startVirtualDisplay(paths.xvfb) : undefined;
  const webkitDriver = paths.webkitDriver ? await startWebkitDriver(paths.webkitDriver, display?.name) : undefined;
  try {
    const config = elementTestConfig({files, engines, paths, webkitDriver});
    const runner = await startTestRunner({config, readCliArgs: false, readFileConfig: false, autoExitProcess: false});
    if (!runner) return false;
    const passed = await finished(runner);
    const sessions = [...runner.sessions.all()];
    const faults = faultsOf(sessions);
    if (faults.length > 0) console.error(faults.join('\n'));
    console.log(countsOf(sessions));
    return passed && faults.length === 0;
  } finally {
    webkitDriver?.stop();
    display?.stop();
  }
}

const {values, positionals} = parseArgs({
  options: {engine: {type: 'string', multiple: true, default: []}},
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? positionals
    : globSync(['test/elements/**/*.test.ts', 'test/contracts/**/*.test.ts']).toSorted();
if (files.length === 0) throw new Error('There is no element test to run.');
try {
  process.exit((await run(files, enginesOf(values.engine))) ? 0 : 1);
} catch (error) {
  if (!(error instanceof MissingProgramsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
