import type {Problem, ProblemSlug, SignAnswer} from './outcome.ts';
import {leftAloneFor, longestPause} from './patience.ts';

/** Could not be handed over, and will be tried again: at `until` (ms since 1970), or once there is a connection. */
export interface Waiting {
  readonly state: 'waiting';
  readonly problem: Problem;
  readonly until: number | undefined;
  /** It would survive a closed browser. */
  readonly isKept: boolean;
}

/** How a signature fares that was handed in. */
export type Sending =
  | {readonly state: 'idle'}
  /** Handed to the backend, which has not answered yet; `after` a wait, if it is not the first try. */
  | {readonly state: 'sending'; readonly after?: Waiting | undefined}
  | Waiting
  /** Refused, or given up by the person. */
  | {readonly state: 'failed'; readonly problem: Problem}
  | {readonly state: 'done'; readonly answer: SignAnswer};

const passing: ReadonlySet<ProblemSlug> = new Set([
  'unreachable',
  'timeout',
  'unreadable',
  'too-many-requests',
  'unavailable',
]);

/** Whether a signature is sent again by itself: for what may pass, not for what was decided. */
export const isPassing = ({slug}: Problem): boolean => passing.has(slug);

const shortest = 1000;
const longest = 60_000;

/**
 * How long to pause (ms) after so many failures in a row: doubling from a second to a minute, up to half of it
 * cut off at random, so that not all forms come back at once. What the backend asks for is heeded, up to a day.
 * @param random from 0 to 1
 */
export function pauseAfter(failures: number, {retryAfter = 0}: Problem, random: number): number {
  const growing = Math.min(longest, shortest * 2 ** (failures - 1)) * (1 - random / 2);
  const asked = leftAloneFor(retryAfter);
  return Math.min(longestPause, Math.max(growing, asked + random * Math.min(asked / 10, longest)));
}
