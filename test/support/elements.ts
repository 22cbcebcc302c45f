import {globSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {type TestSession, startTestRunner} from '@web/test-runner';
import {elementTestConfig} from '../elements/web-test-runner.config.ts';
import {type BrowserName, type BrowserPaths, MissingProgramsError, browserNames, ensureBrowsers} from './browsers.ts';
import {countsOf, faultsOf, isLost} from './element-results.ts';
import {startVirtualDisplay} from './virtual-display.ts';
import {type WebkitDriver, startWebkitDriver} from './webkit-driver.ts';

/*
 * node test/support/elements.ts [--engine chromium|firefox|webkit]… [--update-snapshots] [file…]
 */

function enginesOf(named: readonly string[]): readonly BrowserName[] {
  const unknown = named.filter((name) => !browserNames.some((known) => known === name));
  if (unknown.length > 0)
    throw new Error(`No such engine: ${unknown.join(', ')}. There are ${browserNames.join(', ')}.`);
  return named.length > 0 ? browserNames.filter((name) => named.includes(name)) : browserNames;
}

interface RunOptions {
  readonly files: readonly string[];
  readonly engines: readonly BrowserName[];
  /** What tests compare with is written anew. */
  readonly isUpdate: boolean;
}

interface Means {
  readonly paths: BrowserPaths;
  readonly webkitDriver: WebkitDriver | undefined;
}

/** What came of each file in each engine; nothing at all where the runner could not start. */
async function sessionsOf({files, engines, isUpdate}: RunOptions, means: Means): Promise<readonly TestSession[]> {
  const config = elementTestConfig({files, engines, ...means});
  const argv = isUpdate ? ['--update-snapshots'] : [];
  const runner = await startTestRunner({config, argv, readFileConfig: false, autoExitProcess: false});
  // A runner that could not start has stopped, and will never finish.
  if (!runner || runner.stopped) return [];
  await new Promise<void>((resolve) => {
    runner.on('finished', () => resolve());
    runner.on('stopped', () => resolve());
  });
  await runner.stop();
  return [...runner.sessions.all()];
}

/** Runs what a lost browser was at once more: it says nothing of the tests. What fails there too has failed. */
async function withLostOnes(
  sessions: readonly TestSession[],
  options: RunOptions,
  means: Means,
): Promise<readonly TestSession[]> {
  const again: TestSession[] = [];
  for (const engine of options.engines) {
    const files = sessions.filter((each) => isLost(each) && each.group.name === engine).map(({testFile}) => testFile);
    if (files.length === 0) continue;
    console.warn(`${engine} was lost, and these are run again: ${files.join(', ')}`);
    again.push(...(await sessionsOf({...options, files, engines: [engine]}, means)));
  }
  return [...sessions.filter((session) => !isLost(session)), ...again];
}

async function run(options: RunOptions): Promise<boolean> {
  const paths = ensureBrowsers(options.engines);
  const display = paths.xvfb ? await startVirtualDisplay(paths.xvfb) : undefined;
  const webkitDriver = paths.webkitDriver ? await startWebkitDriver(paths.webkitDriver, display?.name) : undefined;
  try {
    const means = {paths, webkitDriver};
    const sessions = await withLostOnes(await sessionsOf(options, means), options, means);
    const faults = faultsOf(sessions);
    if (faults.length > 0) console.error(faults.join('\n'));
    console.log(countsOf(sessions));
    return sessions.length > 0 && faults.length === 0 && sessions.every((session) => session.passed === true);
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
