const firstSteps = [100, 250, 500, 1_000, 1_500, 2_500, 5_000, 7_500] as const;

/** From ten thousand on, the steps are the same in each power of ten. */
const laterSteps = [10, 15, 25, 35, 50, 75] as const;

/** Whether less than 95 % of a step are reached; in whole numbers, so that its edge is exact. */
const isAhead = (total: number, step: number): boolean => total * 20 < step * 19;

function laterGoal(total: number, unit: number): number {
  const step = laterSteps.find((each) => isAhead(total, each * unit));
  return step === undefined ? laterGoal(total, unit * 10) : step * unit;
}

/** A round number to get to next: above the total, and not so near that it would be there at once. */
export function ladderGoal(total: number): number {
  return firstSteps.find((step) => isAhead(total, step)) ?? laterGoal(total, 1_000);
}

/** What is on the way: the goal that is stated, while it is not reached; then the ladder's. */
export function goalOf(total: number, stated: number | undefined): number {
  return stated !== undefined && total < stated ? stated : ladderGoal(total);
}

/** Whether at least nine in ten of a goal are reached. */
export const isNear = (total: number, goal: number): boolean => total * 10 >= goal * 9;
