import {logWarning, type Log} from '../log.ts';

const usualLimit = 30_000;

/** Kept free of streams: files, the database, and connections that sign and read. */
const keptForOthers = 1000;

/** With fewer, viewers of a petition that goes round are better served by what polls. */
const useful = 5000;

interface StreamLimitOptions {
  /** Absent: as many as are usual. */
  readonly wanted: number | undefined;
  /** How many files and connections the process may have open, if that is known. */
  readonly openFiles: number | undefined;
  readonly log: Log;
}

/** How many streams there may be, so that they never take what signatures need; says so where that is too few. */
export function streamLimit({wanted, openFiles = Infinity, log}: StreamLimitOptions): number {
  const limit = wanted ?? usualLimit;
  const room = Math.max(0, openFiles - keptForOthers);
  if (room < Math.min(limit, useful)) {
    logWarning(
      log,
      `Only ${openFiles} files and connections may be open at a time, which leaves ${room} for live streams: ` +
        'raise the limit (ulimit -n, or LimitNOFILE in systemd)',
    );
  }
  return Math.min(limit, room);
}
