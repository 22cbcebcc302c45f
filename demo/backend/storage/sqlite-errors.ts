import {StatementFailed, StorageUnavailable} from './database.ts';

/** SQLite's primary result codes for what may pass: busy, locked, no memory, read-only, I/O, full, can't open. */
const passing: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 13, 14]);
const busy = 5;

interface SqliteFailure {
  readonly code: number;
  readonly reason: string;
}

/** SQLite's own words for a failure: they never hold a value, as an error's message might. */
function failureOf(error: unknown): SqliteFailure | undefined {
  if (!(error instanceof Error && 'errcode' in error && typeof error.errcode === 'number')) return undefined;
  return {code: error.errcode & 0xff, reason: 'errstr' in error ? String(error.errstr) : ''};
}

export const isBusy = (error: unknown): boolean => failureOf(error)?.code === busy;

/** The error to throw: what may pass is told apart from what is a mistake of ours. */
export function explained(error: unknown): unknown {
  const failure = failureOf(error);
  if (!failure) return error;
  const Explained = passing.has(failure.code) ? StorageUnavailable : StatementFailed;
  return new Explained(failure.reason, {cause: error});
}

export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error);
  }
}
