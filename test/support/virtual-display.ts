import {spawn} from 'node:child_process';
import {endWithThisProcess} from './process-groups.ts';

export interface VirtualDisplay {
  /** As the variable `DISPLAY` has it. */
  readonly name: string;
  stop(): void;
}

/** Starts an X server that draws on nothing, as a display that nobody else has. */
export async function startVirtualDisplay(path: string): Promise<VirtualDisplay> {
  const child = spawn(path, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const disarm = endWithThisProcess(child);
  const {promise, resolve, reject} = Promise.withResolvers<string>();
  child.stdout.setEncoding('utf8').once('data', resolve);
  child.once('error', reject);
  child.once('exit', () => {
    disarm();
    reject(new Error(`${path} ended before it had a display`));
  });
  const number = await promise;
  return {name: `:${number.trim()}`, stop: () => void child.kill()};
}
