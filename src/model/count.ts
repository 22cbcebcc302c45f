/** A petition's count: `total` signatures, as known at `asOf` (RFC 3339, UTC), on the way to `goal`. */
export interface Count {
  readonly total: number;
  readonly goal?: number | undefined;
  readonly asOf: string;
}

/** Whether it is one: a client of a page's own may give anything. */
export const isCount = (count: Count | undefined): boolean =>
  Number.isSafeInteger(count?.total) && (count?.total ?? -1) >= 0;

const isLater = (known: Count, next: Count): boolean =>
  next.total > known.total ||
  (next.total === known.total && next.goal !== known.goal && Date.parse(next.asOf) >= Date.parse(known.asOf));

/**
 * The count to show after `next` arrived while `known` was shown. Answers may overtake each other
 * (a poll, a signature's answer), and a shown total never goes backwards, so the larger total wins; of
 * equal ones the later. One that says nothing new leaves `known` as it is.
 */
export function laterCount(known: Count | undefined, next: Count): Count {
  return known && !isLater(known, next) ? known : next;
}

/** How far the total is on its way to the goal, from 0 to 1. */
export function progressOf(total: number, goal: number): number {
  return goal > 0 ? Math.min(1, Math.max(0, total / goal)) : 1;
}
