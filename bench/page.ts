import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {startBackend} from '../demo/backend/start-backend.ts';
import {countAt, somebody} from '../test/e2e/support/petitions.ts';
import {startSite} from '../test/e2e/support/site.ts';
import {launchChromium, visit} from '../test/e2e/support/visit.ts';
import {ensureWindowedChromium} from '../test/support/browsers.ts';
import {embedPages, plainWidgetFile} from './pages/embed-pages.ts';
import {petition} from './pages/petition.ts';
import {wholeNumber} from './support/options.ts';
import {device, type LoadOptions, loadPage, type PageLoad} from './support/page-load.ts';
import {pageTable} from './support/page-table.ts';
import {writeSeed} from './support/petition.ts';
import {machine, machineLine} from './support/report.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/*
 * npm run bench [-- --runs 7 --json FILE]
 *
 * What the tag costs a page on a telephone, against a widget that was written by hand for this one petition. Each
 * load is in a browser of its own, cold; the pages take turns, so that a slow minute slows down all of them. Only
 * the ratios of one run say something: times of two runs, or of two machines, can't be compared. It builds the
 * script for itself. Not on a machine that has something else to do: it waits for a while, and then says so.
 */

/** How often a load is repeated while others need the machine. */
const mostTries = 3;

const {values} = parseArgs({options: {runs: {type: 'string', default: '7'}, json: {type: 'string'}}});
const runs = wholeNumber('runs', values.runs);

const root = join(import.meta.dirname, '..');
const folder = temporaryFolder();
const [dist, seed] = [join(folder, 'dist'), join(folder, 'seed')];

/** The tag's script and the hand-written one, which the same server gives out in the same way. */
async function buildAll(): Promise<void> {
  await build({root, logLevel: 'warn', build: {outDir: dist}});
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'baseline-widely-available',
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'pages/plain-widget.ts'),
        output: {format: 'iife', entryFileNames: plainWidgetFile},
      },
    },
  });
}

/** What is compared has to work: signs once through a page. */
async function signThrough(browser: Browser, url: string, backend: string): Promise<void> {
  const {total} = await countAt(backend, petition.id);
  const {givenName, familyName, email, country} = somebody();
  const visited = await visit(browser, url);
  const {page} = visited;
  try {
    const form = page.locator('form');
    await form.locator('[name="givenName"]').fill(givenName);
    await form.locator('[name="familyName"]').fill(familyName);
    await form.locator('[name="email"]').fill(email);
    await form.locator('[name="country"]').selectOption(country);
    await form.getByRole('checkbox').check();
    await form.locator('button[type="submit"]').click();
    await page.getByRole('heading', {name: `Thank you, ${givenName}`}).waitFor();
  } finally {
    await visited.close();
  }
  const after = await countAt(backend, petition.id);
  if (after.total !== total + 1) throw new Error(`${url} says thanks, but ${after.total} is what counts`);
}

interface Candidate {
  readonly name: string;
  readonly url: string;
  readonly loads: PageLoad[];
}

async function undisturbed(name: string, url: string, options: LoadOptions): Promise<PageLoad> {
  for (let tries = 1; ; tries += 1) {
    const load = await loadPage(url, options);
    if (!load.isDisturbed || options.isWarmUp || tries === mostTries) return load;
    console.error(`${name}: other work disturbed this load; it is repeated`);
  }
}

async function takeTurns(candidates: readonly Candidate[], options: Omit<LoadOptions, 'isWarmUp'>): Promise<void> {
  // Round 0 does not count: it is about what the machine reads and the backend compresses for the first time.
  for (let round = 0; round <= runs; round += 1) {
    const first = round % candidates.length;
    for (const {name, url, loads} of [...candidates.slice(first), ...candidates.slice(0, first)]) {
      const load = await undisturbed(name, url, {...options, isWarmUp: round === 0});
      if (round > 0) loads.push(load);
    }
  }
}

function report(candidates: readonly Candidate[]): void {
  const {slowDown, downKbit, requestMs, width, height} = device;
  const all = candidates.flatMap(({loads}) => loads);
  const disturbed = all.filter(({isDisturbed}) => isDisturbed).length;
  console.log(`\n## A petition on a page: medians of ${runs} cold loads, taking turns\n\n${machineLine()}\n`);
  console.log(
    `Processor ÷${slowDown}, ${downKbit} kbit/s, ${requestMs} ms for each request, brotli, ${width}×${height}\n`,
  );
  console.log(pageTable(candidates));
  console.log('\nIn brackets: times the hand-written one of the same round, the median of all rounds.');
  if (disturbed > 0) console.log(`\n**Other work disturbed ${disturbed} of ${all.length} loads: run it again.**`);
  for (const complaint of new Set(all.flatMap(({complaints}) => complaints))) console.error(complaint);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({machine, device, pages: candidates}, undefined, 2)}\n`);
  }
}

await buildAll();
writeSeed(seed, [petition]);
const executable = ensureWindowedChromium();
const site = await startSite('127.0.0.1');
const settings = {port: 0, dataDir: folder, seed, dist, rateLimitPerHour: 0, log: () => undefined};
const backend = await startBackend(settings);
try {
  const candidates = embedPages(backend.url).map(({name, page}) => ({name, url: site.serve(page), loads: []}));
  const browser = await launchChromium(executable);
  for (const {url} of candidates) await signThrough(browser, url, backend.url);
  await browser.close();
  const {total} = await countAt(backend.url, petition.id);
  await takeTurns(candidates, {executable, total: String(total)});
  report(candidates);
} finally {
  await site.close();
  await backend.close();
}
