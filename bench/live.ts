import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {setTimeout as wait} from 'node:timers/promises';
import {type BackendProcess, filesKeptFree, type Memory, withBackend} from './support/backend-process.ts';
import {openDatabase} from './support/databases.ts';
import type {Histogram} from './support/histogram.ts';
import {openLoop, type Outcome} from './support/load.ts';
import {filesAllowed} from './support/node-process.ts';
import {wholeNumber} from './support/options.ts';
import {petitionOf, writeSeed} from './support/petition.ts';
import {Report} from './support/report.ts';
import {Signer} from './support/signer.ts';
import {temporaryFolder} from './support/temporary-folder.ts';
import type {ViewersState} from './support/viewer-messages.ts';
import {havingSeen, Viewers} from './support/viewers.ts';

/*
 * npm run bench:live [-- --streams 10000 --rate 50 --seconds 30 --idle 20 --database sqlite|postgres --apart
 *   --json FILE]
 *
 * How many can watch a petition's count live on one process of the backend, what they cost while nothing
 * changes, and how soon they see a signature. With `--apart` those who sign do so at another process.
 */

/** What must be: of the 99th percentile (ms), of an idle stream's memory, and of a machine that allows few files. */
const longestDelay = 2000;
const mostKibPerStream = 20;
const neededStreams = 10_000;
/** How fast viewers connect (per second), and how long they are waited for (s). */
const viewersPerSecond = 2000;
const viewersPatience = 120;
/** A count is sent once a second: after so long (s) whoever has not seen the last one will not. */
const lastCountPatience = 15;
const signerCount = 32;

/**
 * What is loaded and compiled once is no stream's: some come and go before any is measured. Only a few, as
 * memory that a process had once is not all given back, and streams that moved into it would seem to be free.
 */
const warmUpStreams = 50;
const warmUpSignatures = {perSecond: 50, seconds: 2} as const;

const msPerSecond = 1000;
const bytesPerKib = 1024;
const bytesPerMib = 2 ** 20;

const {values} = parseArgs({
  options: {
    streams: {type: 'string', default: '10000'},
    rate: {type: 'string', default: '50'},
    seconds: {type: 'string', default: '30'},
    idle: {type: 'string', default: '20'},
    database: {type: 'string', default: 'sqlite'},
    apart: {type: 'boolean', default: false},
    json: {type: 'string'},
  },
});
const wanted = wholeNumber('streams', values.streams);
const rate = wholeNumber('rate', values.rate);
const seconds = wholeNumber('seconds', values.seconds);
const idleSeconds = wholeNumber('idle', values.idle);

/** As many files as are wanted, or as this machine allows, and as many streams as there are files for. */
const files = filesAllowed(wanted + warmUpStreams + filesKeptFree);
const streams = Math.min(wanted, files - warmUpStreams - filesKeptFree);

interface Found {
  readonly memoryBefore: Memory;
  /** The process's, with all that waits to be collected. */
  readonly memoryUncollected: number;
  readonly memoryIdle: Memory;
  readonly idle: ViewersState;
  readonly run: Outcome;
  readonly total: number;
  readonly coresBusy: number;
  readonly end: ViewersState;
  readonly fromAnswer: Histogram;
  readonly fromSending: Histogram;
  readonly complaints: readonly string[];
}

async function warmUp(url: URL, petition: string, signers: readonly Signer[]): Promise<void> {
  const viewers = new Viewers({url, petition, streams: warmUpStreams, perSecond: viewersPerSecond});
  try {
    await viewers.opened(viewersPatience);
    await openLoop(signers, warmUpSignatures.perSecond, warmUpSignatures.seconds);
  } finally {
    await viewers.close();
  }
}

/** @param signAt where those who sign do so */
async function measure(backend: BackendProcess, petition: string, signAt: URL): Promise<Found> {
  const {url} = backend;
  const signers = Array.from({length: signerCount}, (_, index) => new Signer(signAt, petition, index));
  await warmUp(url, petition, signers);
  const memoryBefore = await backend.settledMemory();
  const viewers = new Viewers({url, petition, streams, perSecond: viewersPerSecond});
  try {
    await viewers.opened(viewersPatience);
    await wait(idleSeconds * msPerSecond);
    const memoryUncollected = backend.residentMemory;
    const memoryIdle = await backend.settledMemory();
    const idle = await viewers.state();
    const busyBefore = await backend.processorSeconds();
    const run = await openLoop(signers, rate, seconds);
    const coresBusy = ((await backend.processorSeconds()) - busyBefore) / run.seconds;
    const total = run.commits.reduce((most, [each]) => Math.max(most, each), 0);
    const end = await viewers.waitFor((state) => havingSeen(state, total) === state.open, lastCountPatience);
    return {
      memoryBefore,
      memoryUncollected,
      memoryIdle,
      idle,
      run,
      total,
      coresBusy,
      end,
      complaints: backend.complaints(),
      ...(await viewers.latencies(run.commits)),
    };
  } finally {
    for (const signer of signers) signer.close();
    await viewers.close();
  }
}

function reportStreams(report: Report, {memoryBefore, memoryUncollected, memoryIdle, idle}: Found): void {
  if (streams < wanted) {
    const limit = `this machine lets a process have ${files} files open`;
    report.check('streams', `${streams}, as ${limit}`, `at least ${neededStreams}`, streams >= neededStreams);
  }
  report.check('streams open, idle', idle.open, `all ${streams}`, idle.open === streams);
  report.add('– times that one was asked to come back later', idle.putOff);
  report.check('– that were sent a first count', idle.served, 'all', idle.served === streams);
  report.add('heartbeats meanwhile', idle.heartbeats);
  report.add('memory of the backend before', memoryBefore.resident / bytesPerMib, 'MiB');
  report.add('– with idle streams', memoryIdle.resident / bytesPerMib, 'MiB');
  const kibEach = (after: number, before: number): number => (after - before) / idle.open / bytesPerKib;
  const each = kibEach(memoryIdle.resident, memoryBefore.resident);
  report.check('memory of an idle stream', each, `under ${mostKibPerStream} KiB`, each < mostKibPerStream, 'KiB');
  report.add('– of it objects and buffers', kibEach(memoryIdle.held, memoryBefore.held), 'KiB');
  report.add('– nothing collected', kibEach(memoryUncollected, memoryBefore.resident), 'KiB');
}

function reportCounts(report: Report, found: Found): void {
  const {run, total, coresBusy, end, fromAnswer, fromSending, complaints} = found;
  report.add('signatures/s', run.perSecond);
  report.add('– latency p99', run.latencies.quantile(0.99), 'ms');
  report.check('– answers other than 201', run.others, 'none', run.others === 'none');
  report.add('cores that the backend kept busy', coresBusy);
  const seen = havingSeen(end, total);
  report.check('streams that saw the last total', seen, `all ${streams}`, seen === streams);
  const refused = end.refused.reduce((all, [, times]) => all + times, 0);
  report.check('streams refused, broken', `${refused}, ${end.broken}`, 'none', refused + end.broken === 0);
  report.add('counts and supporters that they were sent', `${end.events} and ${end.supporters}`);
  report.add('from the answer to the count on a stream, p50', fromAnswer.quantile(0.5), 'ms');
  const late = fromAnswer.quantile(0.99);
  report.check('– p99', late, `under ${longestDelay} ms`, late < longestDelay, 'ms');
  report.add('– longest', fromAnswer.max, 'ms');
  report.add('from the sending to the count on a stream, p99', fromSending.quantile(0.99), 'ms');
  report.check('mistakes and shortages in the log', complaints.length, 'none', complaints.length === 0);
}

const folder = temporaryFolder();
const database = await openDatabase(values.database, folder);
try {
  const petition = petitionOf('save-the-river');
  const seed = join(folder, 'seed');
  writeSeed(seed, [petition]);
  const env = {...database.env, LIVE_STREAMS: String(streams + warmUpStreams)};
  const settings = {folder, seed, env, files};
  const found = await withBackend(settings, (backend) =>
    values.apart
      ? withBackend({...settings, folder: join(folder, 'apart')}, ({url}) => measure(backend, petition.id, url))
      : measure(backend, petition.id, backend.url),
  );
  const where = values.apart ? ' at another process' : '';
  const report = new Report(
    `Live on ${database.name}: ${streams} streams, ${rate} signatures/s${where} for ${seconds} s`,
  );
  reportStreams(report, found);
  reportCounts(report, found);
  report.note(
    'When a signature was committed can’t be seen from outside: it was a little before its answer came, and after it ' +
      'was sent. Each counts once for each stream, with the first count there that has it in it.',
  );
  for (const line of found.complaints) console.error(line);
  report.finish(values.json);
} finally {
  await database.close();
}
