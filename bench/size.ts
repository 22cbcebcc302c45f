import {join} from 'node:path';
import type {Browser} from 'playwright-core';
import {build} from 'vite';
import {encode} from '../demo/backend/http/encoding.ts';
import {startBackend} from '../demo/backend/start-backend.ts';
import {bilash, dna} from '../test/e2e/support/petitions.ts';
import {type Site, startSite} from '../test/e2e/support/site.ts';
import {launchChromium} from '../test/e2e/support/visit.ts';
import {ensureChromium} from '../test/support/browsers.ts';
import {aims, budgets, ceilings} from './size/budgets.ts';
import {type Fetched, type Fetches, judge, largestLocale} from './size/judge.ts';
import {localesOf, type Part, readParts} from './size/parts.ts';
import {sizeTables} from './size/tables.ts';
import {type Rounds, roundsUntil} from './size/rounds.ts';
import {submitButton, tag, untouched, walkThrough} from './size/walks.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/*
 * npm run size
 *
 * How many bytes the script is to a page, and when they are fetched: it builds the script for itself, and looks in
 * a browser at what pages with its tag ask the reference backend for. Fails where a budget is exceeded. Nothing
 * is timed, so it says the same on every machine.
 */

/** The backend's clock stands, as the time is part of its answers. */
const backendsTime = new Date('2030-01-01T00:00:00Z');

const usualAddress = 'https://petitions.example.org';

const root = join(import.meta.dirname, '..');

/**
 * An answer as the backend compresses it, for a backend whose address is as long as others' are: that of this one
 * is in its answers, and another each time.
 */
async function answerBytes(backend: string, path: string): Promise<number> {
  const answer = await fetch(`${backend}/${path}`);
  const text = await answer.text();
  const bytes = new TextEncoder().encode(text.replaceAll(backend, usualAddress));
  return (await encode(bytes, 'br', 'often')).length;
}

interface Place {
  readonly browser: Browser;
  readonly site: Site;
  readonly backend: string;
  readonly parts: readonly Part[];
}

/** Parts of the script and answers of the protocol; a petition's image is neither. */
const isCounted = (path: string): boolean => path.endsWith('.js') || path.startsWith('v1/');

const fetchedOf = ({backend, parts}: Place, paths: readonly string[]): Promise<Fetched[]> =>
  Promise.all(
    paths.filter(isCounted).map(async (path) => {
      const part = parts.find(({file}) => file === path);
      return {what: part?.name ?? path, bytes: part?.bytes ?? (await answerBytes(backend, path))};
    }),
  );

async function roundsUntilSignable({browser, site, backend}: Place, petition: string, lang: string): Promise<Rounds> {
  const page = await browser.newPage({locale: lang});
  const button = submitButton(page);
  try {
    const url = site.serve({lang, body: tag(backend, petition)});
    return await roundsUntil(page, url, backend, async () => (await button.isVisible()) && (await button.isEnabled()));
  } finally {
    await page.unrouteAll({behavior: 'ignoreErrors'});
    await page.close();
  }
}

async function measure(place: Place): Promise<void> {
  const {browser, site, backend, parts} = place;
  const rounds = await roundsUntilSignable(place, dna.id, 'en');
  const roundsInLargest = await roundsUntilSignable(place, bilash.id, largestLocale(parts) ?? 'en');
  const reasons = await walkThrough(browser, site, backend);
  const alone = [...reasons].flatMap(([path, when]) => (when === untouched ? [path] : []));
  const fetches: Fetches = {
    untilSignable: await fetchedOf(place, rounds.flat()),
    untilSignableInAnyLanguage: await fetchedOf(place, roundsInLargest.flat()),
    untouched: await fetchedOf(place, alone),
  };
  const verdict = judge(parts, fetches, budgets, ceilings);
  for (const path of rounds.flat()) reasons.set(path, 'until it can be signed');
  console.log(sizeTables(verdict, parts, ceilings, reasons, rounds));
  const aimedAt = [aims.untilSignable, aims.untilSignableInAnyLanguage, aims.untouched, aims.oneLanguage];
  console.log(
    `Aimed at, in the order of the first table: ${aimedAt.map((bytes) => bytes.toLocaleString('en')).join(', ')} bytes\n`,
  );
  for (const complaint of verdict.complaints) console.error(complaint);
  if (verdict.complaints.length > 0) process.exitCode = 1;
}

const folder = temporaryFolder();
const dist = join(folder, 'dist');
await build({root, logLevel: 'warn', build: {outDir: dist}});
const site = await startSite('127.0.0.1');
const backend = await startBackend({port: 0, dataDir: folder, dist, now: () => backendsTime, log: () => undefined});
const browser = await launchChromium(ensureChromium());
try {
  await measure({browser, site, backend: backend.url, parts: readParts(dist, localesOf(root))});
} finally {
  await browser.close();
  await site.close();
  await backend.close();
}
