import {DatabaseError} from 'pg';
import {StatementFailed, StorageUnavailable, TransactionConflict} from './database.ts';

/**
 * What may pass, by the first letters of the SQLSTATE: connection, authorization, database missing, resources, a
 * lock that was waited for in vain, an administrator, the system, and a server that only reads for now.
 */
const passing = ['08', '28', '3D', '53', '55P03', '57', '58', '25006'];

/** Serialization failure, deadlock, and what another has put in first. */
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);

/** The error to throw: what may pass, and what may be run again, are told apart from what is a mistake of ours. */
export function explained(error: unknown): Error {
  if (error instanceof StorageUnavailable) return error;
  // What is not said by the server is about the way to it.
  if (!(error instanceof DatabaseError)) return new StorageUnavailable(`no connection${codeIn(error)}`);
  const {code = ''} = error;
  if (conflicts.has(code)) return new TransactionConflict(`SQLSTATE ${code}`);
  if (passing.some((start) => code.startsWith(start))) return new StorageUnavailable(`SQLSTATE ${code}`);
  return new StatementFailed(`SQLSTATE ${code}`);
}

/** Such as ECONNREFUSED. */
function codeIn(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? `: ${error.code}` : '';
}
