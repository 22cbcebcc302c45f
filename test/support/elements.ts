import {globSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {type TestRunner, startTestRunner} from '@web/test-runner';
import {elementTestConfig} from '../elements/web-test-runner.config.ts';
import {type BrowserName, MissingProgramsError, browserNames, ensureBrowsers} from './browsers.ts';
import {countsOf, faultsOf} from './element-results.ts';
import {startVirtualDisplay} from './virtual-display.ts';
import {startWebkitDriver} from './webkit-driver.ts';

/*
 * node test/support/elements.ts [--engine chromium|firefox|webkit]… [--update-snapshots] [file…]
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

interface RunOptions {
  readonly files: readonly string[];
  readonly engines: readonly BrowserName[];
  /** What tests compare with is written anew. */
  readonly isUpdate: boolean;
}

async function run({files, engines, isUpdate}: RunOptions): Promise<boolean> {
  const paths = ensureBrowsers(engines);
  const display = paths.xvfb ? await startVirtualDisplay(paths.xvfb) : undefined;
  const webkitDriver = paths.webkitDriver ? await startWebkitDriver(paths.webkitDriver, display?.name) : undefined;
  try {
    const config = elementTestConfig({files, engines, paths, webkitDriver});
    const argv = isUpdate ? ['--update-snapshots'] : [];
    const runner = await startTestRunner({config, argv, readFileConfig: false, autoExitProcess: false});
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
  options: {
    engine: {type: 'string', multiple: true, default: []},
    'update-snapshots': {type: 'boolean', default: false},
  },
  allowPositionals: true,
});
const files =
  positionals.length > 0
    ? positionals
    : globSync(['test/elements/**/*.test.ts', 'test/contracts/**/*.test.ts']).toSorted();
if (files.length === 0) throw new Error('There is no element test to run.');
try {
  const options = {files, engines: enginesOf(values.engine), isUpdate: values['update-snapshots']};
  process.exit((await run(options)) ? 0 : 1);
} catch (error) {
  if (!(error instanceof MissingProgramsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
