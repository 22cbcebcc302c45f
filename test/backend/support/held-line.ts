import {once} from 'node:events';
import {connect, createServer, type Socket} from 'node:net';
import {onTestFinished} from 'vitest';

interface HeldLine {
  /** Of the same server, past this line. */
  readonly url: string;
  /** What the server has said since it was last held back. */
  readonly held: string;
  /** From now on nothing that the server says arrives. */
  hold(): void;
  /** What was held back arrives, and all that follows. */
  release(): void;
}

/** A way to a server on which what it says can be held back, for as long as the test runs. */
export async function heldLine(server: string): Promise<HeldLine> {
  const {hostname, port} = new URL(server);
  let isHeld = false;
  let held = '';
  let waiting: (() => void)[] = [];
  const pass = (step: () => void): void => {
    if (isHeld) waiting.push(step);
    else step();
  };
  const sockets = new Set<Socket>();
  // Who has said goodbye still hears what was on its way to them.
  const line = createServer({allowHalfOpen: true}, (near) => {
    const far = connect({host: hostname, port: Number(port), allowHalfOpen: true});
    near.pipe(far);
    far.on('data', (bytes) => {
      if (isHeld) held += bytes.toString('latin1');
      pass(() => near.write(bytes));
    });
    far.on('end', () => pass(() => near.end()));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    line.close();
    for (const socket of sockets) socket.destroy();
  });
  await once(line, 'listening');
  const address = line.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port');
  const url = new URL(server);
  url.host = `127.0.0.1:${address.port}`;
  return {
    url: url.href,
    get held() {
      return held;
    },
    hold() {
      isHeld = true;
      held = '';
    },
    release() {
      isHeld = false;
      const steps = waiting;
      waiting = [];
      for (const step of steps) step();
    },
  };
}
