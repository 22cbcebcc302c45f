import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {onTestFinished} from 'vitest';
import {databaseOf} from './databases.ts';

const main = join(import.meta.dirname, '../../../demo/backend/main.ts');

export interface BackendProcess {
  readonly url: string;
  kill(signal: NodeJS.Signals): void;
  /** Leaves its output to nobody. */
  closeOutput(): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** The backend as a process of its own, with more of the environment, once it has printed its address. */
export async function backendProcess(
  dataDir: string,
  seed: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BackendProcess> {
  const {postgres} = await databaseOf(dataDir);
  const child = spawn(process.execPath, [main], {
    env: {
      PORT: '0',
      DATA_DIR: dataDir,
      SEED_DIR: seed,
      RATE_LIMIT_PER_HOUR: '0',
      DATABASE_URL: postgres?.url ?? '',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const {promise: ended, resolve} = Promise.withResolvers<number | NodeJS.Signals | null>();
  child.once('exit', (code, signal) => resolve(code ?? signal));
  for await (const line of createInterface({input: child.stdout})) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return {url, ended, kill: (signal) => child.kill(signal), closeOutput: () => child.stdout.destroy()};
    }
  }
  throw new Error('The backend ended before it printed its address');
}
