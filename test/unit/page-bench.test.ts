import {describe, expect, it} from 'vitest';
import {cumulativeShift} from '../../bench/support/layout-shifts.ts';
import {median} from '../../bench/support/median.ts';
import {pageTable} from '../../bench/support/page-table.ts';
import type {PageLoad} from '../../bench/support/page-load.ts';

describe('a median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], NaN],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('the layout shift of a page', () => {
  it('is none where nothing moved', () => {
    expect(cumulativeShift([])).toBe(0);
  });

  it('adds up what moved within a second of what moved before', () => {
    expect(
      cumulativeShift([
        [100, 0.25],
        [1050, 0.5],
        [2000, 0.125],
      ]),
    ).toBe(0.875);
  });

  it('is the worst of several that lie a second apart', () => {
    expect(
      cumulativeShift([
        [100, 0.25],
        [1100, 0.5],
        [3000, 0.125],
      ]),
    ).toBe(0.5);
  });

  it('begins anew after five seconds in which there was no rest', () => {
    const everyHalfSecond = Array.from({length: 12}, (_, index) => [index * 500, 0.125] as const);
    expect(cumulativeShift(everyHalfSecond)).toBe(1.25);
  });
});

const load = (form: number, bytes: number): PageLoad => ({
  form,
  signable: form + 100,
  count: form + 200,
  bytesUntilSignable: bytes,
  bytes,
  requests: 3,
  tasks: 100,
  heap: 1024 ** 2,
  layoutShift: 0,
  shiftsAfterFirst: 0,
  complaints: [],
  isDisturbed: false,
});

describe('the table of pages', () => {
  it('has medians, and beside them the middle of how many times the floor’s they were in the same round', () => {
    const floor = {name: 'hand-written', loads: [load(100, 2048), load(1000, 2048), load(200, 2048)]};
    const tag = {name: 'the tag', loads: [load(110, 4096), load(1300, 4096), load(240, 4096)]};
    const lines = pageTable([floor, tag]).split('\n');
    expect(lines[0]).toBe('|  | hand-written | the tag |');
    expect(lines[2]).toBe('| form visible, ms | 200 | 240 (1.20 ×) |');
    expect(lines).toContain('| fetched in all, KiB | 2.0 | 4.0 |');
  });
});
