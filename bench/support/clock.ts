const nanosecondsPerMs = 1e6;

/** Milliseconds by a clock that all processes of the machine share, and that is never set. */
export const now = (): number => Number(process.hrtime.bigint()) / nanosecondsPerMs;
