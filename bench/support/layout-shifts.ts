/** When a shift was (ms), and how much was moved how far. */
export type Shift = readonly [at: number, score: number];

/** Shifts belong together with less than this between two of them, for at most so long (ms). */
const longestGap = 1000;
const longestWindow = 5000;

interface Window {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Cumulative Layout Shift: the largest sum of shifts that belong together. */
export function cumulativeShift(shifts: readonly Shift[]): number {
  const windows: Window[] = [];
  for (const [at, score] of shifts) {
    const last = windows.at(-1);
    const isPart = last && at - last.end < longestGap && at - last.start < longestWindow;
    if (isPart) windows[windows.length - 1] = {...last, end: at, score: last.score + score};
    else windows.push({start: at, end: at, score});
  }
  return Math.max(0, ...windows.map(({score}) => score));
}
