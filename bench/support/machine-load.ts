import {cpus} from 'node:os';
import {setTimeout as wait} from 'node:timers/promises';
import type {CDPSession} from 'playwright-core';

/** How long the machine's cores have been there, and busy, so far (s, of all of them). */
interface Cores {
  readonly there: number;
  readonly busy: number;
}

const msPerSecond = 1000;
const microsecondsPerSecond = 1e6;

function cores(): Cores {
  let [there, idle] = [0, 0];
  for (const {times} of cpus()) {
    there += (times.user + times.nice + times.sys + times.irq + times.idle) / msPerSecond;
    idle += times.idle / msPerSecond;
  }
  return {there, busy: there - idle};
}

/** A machine is quiet once less than this share of it was busy for a while (ms); it is waited for so often. */
const quietShare = 0.15;
const quietFor = 500;
const quietTries = 60;

/** Waits for half a minute at most. Returns whether nothing else had much to do in the end. */
export async function quietMachine(): Promise<boolean> {
  for (let times = 0; times < quietTries; times += 1) {
    const before = cores();
    await wait(quietFor);
    const after = cores();
    if ((after.busy - before.busy) / (after.there - before.there) < quietShare) return true;
  }
  return false;
}

/** How long this process and a browser's have kept a core busy, so far (s). */
async function ownBusy(browser: CDPSession): Promise<number> {
  const {user, system} = process.cpuUsage();
  const {processInfo} = await browser.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, {cpuTime}) => sum + cpuTime, (user + system) / microsecondsPerSecond);
}

/**
 * Begins to watch who uses the machine.
 *
 * @param browser a session with the whole browser, which is what is measured
 * @returns what tells the share of the machine that others have used since then
 */
export async function watchOthers(browser: CDPSession): Promise<() => Promise<number>> {
  const [before, ownBefore] = [cores(), await ownBusy(browser)];
  return async () => {
    const [after, ownAfter] = [cores(), await ownBusy(browser)];
    const others = after.busy - before.busy - (ownAfter - ownBefore);
    return Math.max(0, others / (after.there - before.there));
  };
}
