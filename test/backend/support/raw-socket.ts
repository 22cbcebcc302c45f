import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {onTestFinished} from 'vitest';

interface RawSocket {
  readonly socket: Socket;
  /** What has come in. */
  readonly text: string;
}

/** A connection that says just this, for as long as the test runs. */
export async function connectRaw(url: string, text: string): Promise<RawSocket> {
  const {hostname, port} = new URL(url);
  const socket = connect({host: hostname, port: Number(port)});
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });
  socket.write(text);
  return {
    socket,
    get text() {
      return received;
    },
  };
}
