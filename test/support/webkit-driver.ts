import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {endWithThisProcess, killGroup} from './process-groups.ts';

export const driverHost = '127.0.0.1';

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, driverHost);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return address.port;
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://${driverHost}:${port}/status`)).ok;
  } catch {
    // Refused: it does not listen yet.
    return false;
  }
}

export interface WebkitDriver {
  readonly port: number;
  /** Ends its browsers, too. */
  stop(): void;
}

/**
 * Starts WebKitWebDriver and resolves once it takes sessions.
 * @param display where its browsers are shown; undefined: as the variable `DISPLAY` says
 */
export async function startWebkitDriver(path: string, display = process.env['DISPLAY']): Promise<WebkitDriver> {
  const port = await freePort();
  const child = spawn(path, [`--host=${driverHost}`, `--port=${port}`], {
    detached: true,
    env: {...process.env, DISPLAY: display},
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const disarm = endWithThisProcess(child);
  const stop = (): void => {
    killGroup(child);
    disarm();
  };

  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    if (await answers(port)) return {port, stop};
    await wait(100);
  }
  stop();
  throw new Error(`${path} did not start listening on port ${port}`);
}
