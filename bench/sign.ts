import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {type BackendProcess, withBackend} from './support/backend-process.ts';
import {higherRates, type PlainRate} from './support/database.ts';
import {openDatabase} from './support/databases.ts';
import {closedLoop, openLoop, type Outcome} from './support/load.ts';
import {wholeNumber} from './support/options.ts';
import {petitionOf, writeSeed} from './support/petition.ts';
import {Report} from './support/report.ts';
import {Signer} from './support/signer.ts';
import {temporaryFolder} from './support/temporary-folder.ts';
import type {ViewersState} from './support/viewer-messages.ts';
import {havingSeen, Viewers} from './support/viewers.ts';

/*
 * npm run bench:sign [-- --database sqlite|postgres --seconds 15 --in-flight 128 --viewers 1000 --rate 2000
 *   --json FILE]
 *
 * How many people can sign a petition, each durably, while others watch its count. The backend is a process
 * of its own; those who sign and those who watch share the machine with it. Without a rate each signer signs
 * on and on, as fast as it is answered; with one, people come at it.
 */

/** How many signatures a second there must be, by the database. */
const neededPerSecond: Readonly<Record<string, number>> = {sqlite: 2000};
/** Until the code is compiled and the files are warm (s). */
const warmUpSeconds = 3;
/** How fast viewers connect (per second), and how long they are waited for (s). */
const viewersPerSecond = 2000;
const viewersPatience = 60;
/** A count is sent once a second: after so long (s) whoever has not seen it will not. */
const lastCountPatience = 10;
const bytesPerMib = 2 ** 20;
const percent = 100;

const {values} = parseArgs({
  options: {
    database: {type: 'string', default: 'sqlite'},
    seconds: {type: 'string', default: '15'},
    'in-flight': {type: 'string', default: '128'},
    viewers: {type: 'string', default: '1000'},
    rate: {type: 'string', default: '0'},
    json: {type: 'string'},
  },
});
const seconds = wholeNumber('seconds', values.seconds);
const inFlight = wholeNumber('in-flight', values['in-flight']);
const viewerCount = wholeNumber('viewers', values.viewers);
const rate = wholeNumber('rate', values.rate);

interface Found {
  readonly run: Outcome;
  /** How many cores the backend kept busy meanwhile. */
  readonly coresBusy: number;
  readonly memory: number;
  /** All 201s, those of the warm-up too. */
  readonly counted: number;
  readonly total: number;
  readonly viewers: ViewersState;
  readonly complaints: readonly string[];
}

async function totalOf(url: URL, petition: string): Promise<number> {
  const answer = await fetch(new URL(`/v1/petitions/${petition}/count`, url));
  return Number(/"total":(\d+)/.exec(await answer.text())?.[1] ?? NaN);
}

async function measure(backend: BackendProcess, petition: string): Promise<Found> {
  const viewers = new Viewers({url: backend.url, petition, streams: viewerCount, perSecond: viewersPerSecond});
  const signers = Array.from({length: inFlight}, (_, index) => new Signer(backend.url, petition, index));
  try {
    await viewers.opened(viewersPatience);
    const warmUp = await closedLoop(signers, warmUpSeconds);
    const busyBefore = await backend.processorSeconds();
    const run = rate > 0 ? await openLoop(signers, rate, seconds) : await closedLoop(signers, seconds);
    const busy = (await backend.processorSeconds()) - busyBefore;
    const memory = backend.residentMemory;
    const total = await totalOf(backend.url, petition);
    return {
      run,
      coresBusy: busy / run.seconds,
      memory,
      counted: warmUp.counted + run.counted,
      total,
      viewers: await viewers.waitFor((state) => havingSeen(state, total) === state.open, lastCountPatience),
      complaints: backend.complaints(),
    };
  } finally {
    for (const signer of signers) signer.close();
    await viewers.close();
  }
}

function reportSpeed(report: Report, {run, coresBusy, memory}: Found, plain: readonly PlainRate[]): void {
  const {perSecond, latencies} = run;
  const what = 'signatures/s, durable, through HTTP';
  const needed = rate > 0 ? undefined : neededPerSecond[values.database];
  if (needed === undefined) report.add(what, perSecond);
  else report.check(what, perSecond, `at least ${needed}`, perSecond >= needed);
  report.add('latency p50', latencies.quantile(0.5), 'ms');
  report.add('latency p90', latencies.quantile(0.9), 'ms');
  report.add('latency p99', latencies.quantile(0.99), 'ms');
  report.add('latency, longest', latencies.max, 'ms');
  for (const each of plain) {
    report.add(each.what, each.perSecond, '/s');
    report.add('– signatures/s as a share of it', (perSecond / each.perSecond) * percent, '%');
  }
  report.add('cores that the backend kept busy', coresBusy);
  report.add('memory of the backend', memory / bytesPerMib, 'MiB');
}

function reportTruth(report: Report, {run, counted, total, viewers, complaints}: Found, stored: number): void {
  report.check('answers other than 201', run.others, 'none', run.others === 'none');
  report.add('201s, with those of the warm-up', counted);
  report.check('total', total, 'as many', total === counted);
  report.check('signatures in the database, counted one by one', stored, 'as many', stored === counted);
  const {open, broken, refused, putOff, events, supporters} = viewers;
  const unserved = refused.map(([status, times]) => `; ${times} × ${status}`).join('');
  const lost = broken > 0 ? `; ${broken} broken` : '';
  report.check('viewers', `${open} open${unserved}${lost}`, `${viewerCount} open`, open === viewerCount);
  report.add('times that one was asked to come back later', putOff);
  const seen = havingSeen(viewers, total);
  report.check('viewers that saw the last total', seen, 'all', seen === viewerCount);
  report.add('counts and supporters that viewers were sent', `${events} and ${supporters}`);
  report.check('mistakes and shortages in the log', complaints.length, 'none', complaints.length === 0);
}

const folder = temporaryFolder();
const database = await openDatabase(values.database, folder);
try {
  const petition = petitionOf('save-the-river');
  const seed = join(folder, 'seed');
  writeSeed(seed, [petition]);
  const plainBefore = await database.plainRates();
  const settings = {folder, seed, env: database.env};
  const found = await withBackend(settings, (backend) => measure(backend, petition.id));
  const stored = await database.countSignatures(petition.id);
  const plain = higherRates(plainBefore, await database.plainRates());
  const mode = rate > 0 ? `${rate}/s come` : `${inFlight} in flight`;
  const report = new Report(`Signing on ${database.name}: ${mode}, ${seconds} s, ${viewerCount} live viewers`);
  reportSpeed(report, found, plain);
  reportTruth(report, found, stored);
  for (const line of found.complaints) console.error(line);
  report.note(
    'A latency is from the sending of a request to the end of its answer or, where people come at a rate and find ' +
      'all signers busy, from when they came. The plain inserts were measured before and after, and the better is told.',
  );
  report.finish(values.json);
} finally {
  await database.close();
}
