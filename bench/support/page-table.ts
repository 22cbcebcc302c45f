import {median} from './median.ts';
import type {PageLoad} from './page-load.ts';

/** A page's loads, by round. */
export interface Loads {
  readonly name: string;
  readonly loads: readonly PageLoad[];
}

/** How a measure is told. */
interface Measure {
  readonly what: string;
  readonly of: (load: PageLoad) => number;
  readonly digits: number;
  /** Said as a multiple of the floor's, too. */
  readonly isCompared?: boolean;
}

const bytesPerKib = 1024;

const measures: readonly Measure[] = [
  {what: 'form visible, ms', of: ({form}) => form, digits: 0, isCompared: true},
  {what: 'can be signed, ms', of: ({signable}) => signable, digits: 0, isCompared: true},
  {what: 'count visible, ms', of: ({count}) => count, digits: 0, isCompared: true},
  {what: 'fetched until it can be signed, KiB', of: (load) => load.bytesUntilSignable / bytesPerKib, digits: 1},
  {what: 'fetched in all, KiB', of: ({bytes}) => bytes / bytesPerKib, digits: 1},
  {what: 'requests', of: ({requests}) => requests, digits: 0},
  {what: 'work of the page’s thread, ms', of: ({tasks}) => tasks, digits: 0, isCompared: true},
  {what: 'heap, KiB', of: ({heap}) => heap / bytesPerKib, digits: 0, isCompared: true},
  {what: 'layout shift (CLS)', of: ({layoutShift}) => layoutShift, digits: 3},
  {what: 'shifts after the first', of: ({shiftsAfterFirst}) => shiftsAfterFirst, digits: 0},
];

const shown = (value: number, digits: number): string =>
  value.toLocaleString('en', {minimumFractionDigits: digits, maximumFractionDigits: digits});

/** How many times the floor's, in the middle of the rounds: what slowed a round down slowed down both. */
export function timesFloor(
  of: (load: PageLoad) => number,
  loads: readonly PageLoad[],
  floor: readonly PageLoad[],
): number {
  return median(
    loads.flatMap((load, round) => {
      const beside = floor[round];
      return beside ? [of(load) / of(beside)] : [];
    }),
  );
}

function cell({of, digits, isCompared}: Measure, {loads}: Loads, floor: Loads | undefined): string {
  const value = shown(median(loads.map(of)), digits);
  if (!isCompared || !floor || floor.loads === loads) return value;
  return `${value} (${shown(timesFloor(of, loads, floor.loads), 2)} ×)`;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The medians as Markdown, each beside the first page's, which is the floor. */
export function pageTable(pages: readonly Loads[]): string {
  const [floor] = pages;
  return [
    line(['', ...pages.map(({name}) => name)]),
    line(['---', ...pages.map(() => '---:')]),
    ...measures.map((measure) => line([measure.what, ...pages.map((page) => cell(measure, page, floor))])),
  ].join('\n');
}
