import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {numberBetween} from '../../src/elements/petition-counter/number-between.ts';
import {goalOf, isNear, ladderGoal} from '../../src/model/goal.ts';

const ladder = [
  100, 250, 500, 1_000, 1_500, 2_500, 5_000, 7_500, 10_000, 15_000, 25_000, 35_000, 50_000, 75_000, 100_000, 150_000,
  250_000, 350_000, 500_000, 750_000, 1_000_000, 1_500_000, 2_500_000, 3_500_000, 5_000_000, 7_500_000, 10_000_000,
] as const;

const totals = fc.nat({max: 9_000_000_000});

describe('the ladder of goals', () => {
  it('has each of its steps, and no other', () => {
    const goals = new Set<number>();
    for (let total = 0; total < 9_500_000; total += 50) goals.add(ladderGoal(total));
    expect([...goals]).toEqual(ladder);
  });

  it.each(ladder)('goes on to %i as long as less than 95 in a hundred are reached', (step) => {
    const edge = Math.ceil((step * 95) / 100);
    expect(ladderGoal(edge - 1)).toBe(step);
    expect(ladderGoal(edge)).toBeGreaterThan(step);
  });

  it.each([
    [0, 100],
    [94, 100],
    [95, 250],
    [237, 250],
    [238, 500],
    [5_136, 7_500],
    [7_124, 7_500],
    [7_125, 10_000],
    [100_000, 150_000],
    [950_000, 1_500_000],
  ])('has after %i the goal %i', (total, goal) => {
    expect(ladderGoal(total)).toBe(goal);
  });

  it('is ahead of any total, in whole numbers, and never goes down', () => {
    fc.assert(
      fc.property(totals, totals, (one, another) => {
        const [less, more] = [Math.min(one, another), Math.max(one, another)];
        expect(ladderGoal(more)).toBeGreaterThan(more);
        expect(ladderGoal(less)).toBeLessThanOrEqual(ladderGoal(more));
        expect(Number.isSafeInteger(ladderGoal(more))).toBe(true);
      }),
    );
  });

  it('ends for every total that a page may name', () => {
    expect(ladderGoal(Number.MAX_SAFE_INTEGER)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });
});

describe('the goal', () => {
  it('is the stated one until it is reached, then the next of the ladder', () => {
    expect([goalOf(5_136, 6_000), goalOf(5_999, 6_000), goalOf(6_000, 6_000), goalOf(6_001, 6_000)]).toEqual([
      6_000, 6_000, 7_500, 7_500,
    ]);
  });

  it('is the ladder’s where none is stated, or nothing is asked for', () => {
    expect([goalOf(0, undefined), goalOf(0, 0), goalOf(400, undefined)]).toEqual([100, 100, 500]);
  });

  it('is always ahead', () => {
    fc.assert(
      fc.property(totals, fc.option(totals, {nil: undefined}), (total, stated) => {
        expect(goalOf(total, stated)).toBeGreaterThan(total);
      }),
    );
  });

  it('is near from nine in ten on', () => {
    expect([isNear(6_749, 7_500), isNear(6_750, 7_500), isNear(7_499, 7_500)]).toEqual([false, true, true]);
  });
});

describe('a number on the way between two', () => {
  it('is the first at the beginning and the second at the end', () => {
    expect([numberBetween(5_136, 5_200, 0), numberBetween(5_136, 5_200, 1)]).toEqual([5_136, 5_200]);
  });

  it('lies between them, in whole numbers, and grows', () => {
    const part = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(totals, totals, part, part, (from, more, one, another) => {
        const to = from + more;
        const [sooner, later] = [Math.min(one, another), Math.max(one, another)];
        const [before, after] = [numberBetween(from, to, sooner), numberBetween(from, to, later)];
        expect(before).toBeGreaterThanOrEqual(from);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(to);
        expect(Number.isInteger(before)).toBe(true);
      }),
    );
  });

  it('is half of the way on after a quarter of the time: fast at first', () => {
    expect(numberBetween(0, 1_000, 0.25)).toBeGreaterThan(500);
  });
});
