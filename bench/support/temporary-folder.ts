import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** A folder that is removed when the process ends, be it by Ctrl+C. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'petition-bench-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  // Without a listener a signal ends the process before anything can be removed.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return folder;
}
