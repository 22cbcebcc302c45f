import type {ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import type {HttpBindings} from '@hono/node-server';

/**
 * Begins an answer that goes on for as long as its connection, whose socket it hands over. To all who
 * follow the request, the log among them, it ends here, and nothing of it is kept: there may be
 * thousands. The end of the connection is the end of the answer, as HTTP/1.0 has it too, so that the
 * same bytes are right for everyone.
 */
export function takeOver({incoming, outgoing}: HttpBindings, headers: Readonly<Record<string, string>>): Socket {
  const {socket} = incoming;
  socket.setTimeout(0);
  socket.setNoDelay(true);
  outgoing.removeHeader('Transfer-Encoding');
  outgoing.writeHead(200, {...headers, Connection: 'close'});
  outgoing.flushHeaders();
  forgetFollowers(outgoing);
  incoming.rawHeaders = [];
  incoming.headers = {};
  return socket;
}

function forgetFollowers(outgoing: ServerResponse): void {
  outgoing.emit('close');
  outgoing.removeAllListeners('close');
}
