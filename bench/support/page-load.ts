import {setTimeout as wait} from 'node:timers/promises';
import type {CDPSession, Page} from 'playwright-core';
import {launchChromium} from '../../test/e2e/support/visit.ts';
import {cumulativeShift} from './layout-shifts.ts';
import {quietMachine, watchOthers} from './machine-load.ts';
import {type Probed, probePage, type Seen} from './page-probe.ts';
import {PageTraffic} from './page-traffic.ts';

/** What one cold load of a page came to. Times are from the start of the navigation (ms). */
export interface PageLoad {
  readonly form: number;
  readonly signable: number;
  readonly count: number;
  readonly bytesUntilSignable: number;
  readonly bytes: number;
  readonly requests: number;
  /** All that the page's thread did (ms). */
  readonly tasks: number;
  /** What is left of it after a collection (bytes). */
  readonly heap: number;
  readonly layoutShift: number;
  readonly shiftsAfterFirst: number;
  readonly complaints: readonly string[];
  /** Whether others needed the machine meanwhile, so that its times are worth little. */
  readonly isDisturbed: boolean;
}

export interface LoadOptions {
  readonly executable: string;
  /** What the page shows once the petition's count is there: its digits. */
  readonly total: string;
  /** A load that does not count need not wait for a quiet machine. */
  readonly isWarmUp: boolean;
}

/** A telephone of the middle class, by what the browser can emulate of it. */
export const device = {
  slowDown: 4,
  downKbit: 1600,
  upKbit: 750,
  requestMs: 150,
  width: 412,
  height: 823,
} as const;

/** What a page has asked for is there once it has asked for nothing more in so long (ms). */
const silence = 1000;
/** What then still moves comes to rest in so long (ms). */
const rest = 2000;
/** A page that has not got there in so long will not (ms). */
const patience = 60_000;
const lookPause = 50;
/** A browser that has just started still has to do with itself (ms). */
const browserStart = 500;
/** From this share on, others have disturbed a load. */
const disturbingShare = 0.08;

const bitsPerByte = 8;
const bitsPerKbit = 1000;
const msPerSecond = 1000;

const bytesPerSecond = (kbit: number): number => (kbit * bitsPerKbit) / bitsPerByte;

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: device.requestMs,
    downloadThroughput: bytesPerSecond(device.downKbit),
    uploadThroughput: bytesPerSecond(device.upKbit),
  });
  await session.send('Emulation.setCPUThrottlingRate', {rate: device.slowDown});
}

interface Found {
  readonly seen: Seen;
  /** When the navigation began, by the clock of the page's machine (ms). */
  readonly origin: number;
}

const found = (page: Page): Promise<Found> =>
  page.evaluate(() => {
    const {petitionProbe}: Probed = window;
    return {seen: petitionProbe ?? {shifts: []}, origin: performance.timeOrigin};
  });

const isComplete = ({form = NaN, signable = NaN, count = NaN}: Seen): boolean => form + signable + count > 0;

async function untilSettled(page: Page, traffic: PageTraffic): Promise<Found> {
  const end = performance.now() + patience;
  while (traffic.silentFor < silence || !isComplete((await found(page)).seen)) {
    if (performance.now() > end) throw new Error(`${page.url()} did not show a form, its button and the count`);
    await wait(lookPause);
  }
  await wait(rest);
  return found(page);
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const {metrics} = await session.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? NaN;
}

async function measure(page: Page, session: CDPSession, url: string): Promise<Omit<PageLoad, 'isDisturbed'>> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  const traffic = await PageTraffic.watch(session);
  await session.send('Performance.enable');
  await slowDown(session);
  await page.goto(url, {timeout: patience});
  const {seen, origin} = await untilSettled(page, traffic);
  const {form = NaN, signable = NaN, count = NaN, shifts} = seen;
  const tasks = await metric(session, 'TaskDuration');
  await session.send('HeapProfiler.collectGarbage');
  return {
    form,
    signable,
    count,
    bytesUntilSignable: traffic.bytesUntil(origin + signable),
    bytes: traffic.bytesUntil(Infinity),
    requests: traffic.requests.length,
    tasks: tasks * msPerSecond,
    heap: await metric(session, 'JSHeapUsedSize'),
    layoutShift: cumulativeShift(shifts),
    shiftsAfterFirst: Math.max(0, shifts.length - 1),
    complaints,
  };
}

/** Loads a page in a browser that has never been started before: nothing is in its cache, no code is compiled. */
export async function loadPage(url: string, {executable, total, isWarmUp}: LoadOptions): Promise<PageLoad> {
  const browser = await launchChromium(executable);
  try {
    const {width, height} = device;
    const context = await browser.newContext({
      viewport: {width, height},
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      locale: 'en-US',
    });
    await context.addInitScript(probePage, total);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await wait(browserStart);
    const wasQuiet = isWarmUp || (await quietMachine());
    const others = await watchOthers(await browser.newBrowserCDPSession());
    const load = await measure(page, session, url);
    return {...load, isDisturbed: !wasQuiet || (await others()) > disturbingShare};
  } finally {
    await browser.close();
  }
}
