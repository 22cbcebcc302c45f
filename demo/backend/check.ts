import {SettingError, postgresOptions} from '../environment.ts';
import {sentenceOf} from './pruning.ts';
import {openStorage} from './storage/open-storage.ts';
import {StorageUnavailable, type TotalDifference} from './storage/storage.ts';

/** Compares the totals with a full count, while backends go on, and mends them. */
async function checkTotals(): Promise<TotalDifference[]> {
  const storage = await openStorage({dataDir: process.env['DATA_DIR'] || '.data', postgres: postgresOptions()});
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
  if (!(error instanceof SettingError || error instanceof StorageUnavailable)) throw error;
  console.error(`The totals could not be checked: ${error.message}`);
  process.exitCode = 2;
}
