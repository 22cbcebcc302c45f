import {postgresOptions} from '../environment.ts';
import {sentenceOf} from './pruning.ts';
import {SettingError} from './setting-error.ts';
import {StatementFailed, StorageMismatch, StorageUnavailable} from './storage/database.ts';
import {openExistingStorage} from './storage/open-storage.ts';
import type {TotalDifference} from './storage/storage.ts';

/** Those whose messages are in our own words, and hold no values. */
const ours = [SettingError, StorageUnavailable, StorageMismatch, StatementFailed];

/** What may be said of an error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (ours.some((known) => error instanceof known)) return error.message;
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** Compares the totals with a full count, while backends go on, and mends them. */
async function checkTotals(): Promise<TotalDifference[]> {
  const dataDir = process.env['DATA_DIR'] || '.data';
  const storage = await openExistingStorage({dataDir, postgres: postgresOptions()});
  try {
    return await storage.checkTotals(new Date());
  } finally {
    await storage.close();
  }
}

try {
  const differences = await checkTotals();
  for (const difference of differences) console.log(sentenceOf(difference));
  if (differences.length > 0) process.exitCode = 1;
  else console.log('Every total is what a full count says.');
} catch (error) {
  console.error(`The totals could not be checked: ${reasonOf(error)}`);
  process.exitCode = 2;
}
