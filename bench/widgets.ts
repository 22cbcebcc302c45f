import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {setTimeout as wait} from 'node:timers/promises';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {startBackend} from '../demo/backend/start-backend.ts';
import {startSite} from '../test/e2e/support/site.ts';
import {launchChromium, visit} from '../test/e2e/support/visit.ts';
import {ensureWindowedChromium} from '../test/support/browsers.ts';
import {Connections} from './support/connections.ts';
import {
  type CounterPage,
  digitsShown,
  markWhenAllShow,
  plainPage,
  shownMark,
  widgetPage,
} from './support/counter-pages.ts';
import {median} from './support/median.ts';
import {petitionOf, writeSeed} from './support/petition.ts';
import {Report} from './support/report.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/*
 * npm run bench:widgets [-- --json FILE]
 *
 * What many counters cost a page, against plain elements that a few hand-written lines fill. Each look at a
 * page is in a profile of its own, so that nothing is in its cache; the two take turns, and medians count.
 * It builds the widgets for itself.
 */

const petitionCount = 20;
const countersPerPetition = 10;
const placeCount = petitionCount * countersPerPetition;
const mostConnections = 6;
const rounds = 7;
/** Before they count: what is compiled and read for the first time is neither's. */
const warmUpRounds = 1;

/** How long a page is left alone once its numbers are there, for what it does afterwards (ms). */
const settling = 2000;
/** How often it is looked whether all connections of the page before are closed (ms). */
const lookPause = 20;
const bytesPerKib = 1024;

interface Look {
  /** From the start of the navigation (ms). */
  readonly shownAfter: number;
  /** How many places show the right number. */
  readonly right: number;
  readonly heapBytes: number;
  readonly petitionReads: number;
  readonly otherRequests: number;
  readonly connections: number;
  /** Those of them that carried more than files. */
  readonly speaking: number;
  readonly complaints: readonly string[];
}

const {values} = parseArgs({options: {json: {type: 'string'}}});

const totalOf = (index: number): number => 1000 + index;
const petitions = Array.from({length: petitionCount}, (_, index) => ({
  ...petitionOf(`petition-${index}`),
  broughtIn: totalOf(index),
}));
const idsOfPlaces = Array.from({length: placeCount}, (_, place) => `petition-${place % petitionCount}`);
const digitsOfPlaces = idsOfPlaces.map((_, place) => String(totalOf(place % petitionCount)));

async function lookAt(browser: Browser, url: string, selector: string, connections: Connections): Promise<Look> {
  while (connections.open > 0) await wait(lookPause);
  connections.forget();
  const visited = await visit(browser, url, {before: markWhenAllShow});
  const {page, requests, errors, warnings} = visited;
  try {
    const shown = await page.waitForFunction((mark) => performance.getEntriesByName(mark)[0]?.startTime, shownMark);
    const shownAfter = await shown.jsonValue();
    await wait(settling);
    const digits = await page.locator(selector).evaluateAll(digitsShown);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const {usedSize} = await session.send('Runtime.getHeapUsage');
    const asked = requests.filter((request) => request.includes('/v1/'));
    const petitionReads = asked.filter((request) => /\/v1\/petitions\/[^/?]+(\?|$)/.test(request)).length;
    return {
      shownAfter: shownAfter ?? NaN,
      right: digits.filter((text, place) => text === digitsOfPlaces[place]).length,
      heapBytes: usedSize,
      petitionReads,
      otherRequests: asked.length - petitionReads,
      connections: connections.mostOpen,
      speaking: connections.mostSpeaking,
      complaints: [...errors, ...warnings],
    };
  } finally {
    await visited.close();
  }
}

const medianOf = (looks: readonly Look[], of: (look: Look) => number): number => median(looks.map(of));
const most = (looks: readonly Look[], of: (look: Look) => number): number => Math.max(...looks.map(of));

function reportPage(report: Report, name: string, looks: readonly Look[]): void {
  report.add(
    `\`${name}\`: time until all are shown, median`,
    medianOf(looks, ({shownAfter}) => shownAfter),
    'ms',
  );
  report.add(
    '– longest',
    most(looks, ({shownAfter}) => shownAfter),
    'ms',
  );
  report.add('– heap, median', medianOf(looks, ({heapBytes}) => heapBytes) / bytesPerKib, 'KiB');
  report.add(
    '– requests that are no reads of a petition',
    most(looks, ({otherRequests}) => otherRequests),
  );
  const isRight = looks.every(({right}) => right === placeCount);
  report.check('– places with the right number', Math.min(...looks.map(({right}) => right)), 'all', isRight);
}

function reportWidgets(report: Report, widgets: readonly Look[], plain: readonly Look[]): void {
  const reads = most(widgets, ({petitionReads}) => petitionReads);
  const isOnce = widgets.every(({petitionReads}) => petitionReads === petitionCount);
  report.check('reads of a petition', reads, `${petitionCount}`, isOnce);
  const open = most(widgets, ({connections}) => connections);
  report.check('connections at once', open, `at most ${mostConnections}`, open <= mostConnections);
  report.add(
    '– that carried a request of the protocol',
    most(widgets, ({speaking}) => speaking),
  );
  const complaints = widgets.flatMap((look) => look.complaints);
  report.check('errors and warnings of the page', complaints.length, 'none', complaints.length === 0);
  const ratio = (of: (look: Look) => number): number => medianOf(widgets, of) / medianOf(plain, of);
  report.add(
    'time, times that of the plain page',
    ratio(({shownAfter}) => shownAfter),
  );
  report.add(
    'heap, times that of the plain page',
    ratio(({heapBytes}) => heapBytes),
  );
  for (const complaint of new Set(complaints)) console.error(complaint);
}

const folder = temporaryFolder();
const [dist, seed] = [join(folder, 'dist'), join(folder, 'seed')];
await build({root: join(import.meta.dirname, '..'), logLevel: 'warn', build: {outDir: dist}});
writeSeed(seed, petitions);
const site = await startSite('127.0.0.1');
const backend = await startBackend({port: 0, dataDir: folder, seed, dist, log: () => undefined});
const connections = new Connections(backend.port);
const browser = await launchChromium(ensureWindowedChromium());
try {
  const looks = new Map<CounterPage, Look[]>();
  const [widgets, plain] = [widgetPage(backend.url, idsOfPlaces), plainPage(backend.url, idsOfPlaces)];
  const urls = new Map([widgets, plain].map((each) => [each, site.serve(each.page)]));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const [page, url] of urls) {
      const look = await lookAt(browser, url, page.selector, connections);
      if (round >= 0) looks.set(page, [...(looks.get(page) ?? []), look]);
    }
  }
  const report = new Report(`${placeCount} counters of ${petitionCount} petitions on a page, ${rounds} rounds`);
  for (const [{name}, ofPage] of looks) reportPage(report, name, ofPage);
  reportWidgets(report, looks.get(widgets) ?? [], looks.get(plain) ?? []);
  report.finish(values.json);
} finally {
  await browser.close();
  await site.close();
  await backend.close();
}
