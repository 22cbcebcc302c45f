import {describe, expect, it} from 'vitest';
import {problem, type ProblemSlug} from '../../src/model/outcome.ts';
import {isPassing, pauseAfter} from '../../src/model/sending.ts';

describe('the pause before a signature is sent again', () => {
  const unreachable = problem('unreachable');

  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 16_000],
    [6, 32_000],
    [7, 60_000],
    [8, 60_000],
    [1000, 60_000],
  ])('after %i failures is at most %i ms, and half of that at least', (failures, longest) => {
    expect(pauseAfter(failures, unreachable, 0)).toBe(longest);
    expect(pauseAfter(failures, unreachable, 1)).toBe(longest / 2);
  });

  it('is spread between those two', () => {
    const pauses = Array.from({length: 200}, () => pauseAfter(3, unreachable, Math.random()));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(4000);
    expect(new Set(pauses).size).toBeGreaterThan(100);
  });

  it.each([0, 0.5, 1])('is never shorter than the backend asks for, however the dice fall: %d', (random) => {
    const asked = problem('too-many-requests', {retryAfter: 30});
    expect(pauseAfter(1, asked, random)).toBeGreaterThanOrEqual(30_000);
    expect(pauseAfter(1, asked, random)).toBeLessThanOrEqual(33_000);
  });

  it('is spread a little where the backend asks all to come at the same time', () => {
    const asked = problem('unavailable', {retryAfter: 3600});
    expect(pauseAfter(1, asked, 0)).toBe(3_600_000);
    expect(pauseAfter(1, asked, 1)).toBe(3_660_000);
  });

  it.each([86_400, 100_000, 10 ** 9])('is never longer than a day: %i s', (retryAfter) => {
    expect(pauseAfter(1, problem('unavailable', {retryAfter}), 1)).toBe(86_400_000);
  });

  it('grows beyond what the backend asks for', () => {
    expect(pauseAfter(6, problem('unavailable', {retryAfter: 1}), 0)).toBe(32_000);
  });

  it('is as ever where the backend asks for none', () => {
    expect(pauseAfter(1, problem('unavailable', {retryAfter: 0}), 0)).toBe(1000);
  });
});

describe('what may pass by itself', () => {
  it.each<[ProblemSlug, boolean]>([
    ['unreachable', true],
    ['timeout', true],
    ['unreadable', true],
    ['too-many-requests', true],
    ['unavailable', true],
    ['failed', false],
    ['invalid', false],
    ['closed', false],
    ['idempotency-mismatch', false],
    ['malformed', false],
    ['not-found', false],
    ['too-large', false],
    ['unsolved', false],
  ])('%s: %s', (slug, expected) => {
    expect(isPassing(problem(slug))).toBe(expected);
  });
});
