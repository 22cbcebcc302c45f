import {randomInt} from 'node:crypto';
import {once} from 'node:events';
import {createServer} from 'node:net';

/** Whether a server can listen there; an address that this machine has not is in nobody's way. */
async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen({port, host}), 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'EADDRINUSE' && error.code !== 'EACCES';
  }
}

/**
 * A port that is free, as is the next one. They are below those that a system gives to outgoing
 * connections, so that they are still free for a server that starts again.
 */
export async function freePortPair(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(10_000, 15_000) * 2;
    const pair = [port, port + 1].flatMap((each) => [isFree(each, '127.0.0.1'), isFree(each, '::1')]);
    if ((await Promise.all(pair)).every(Boolean)) return port;
  }
  throw new Error('There are no two free ports side by side.');
}
