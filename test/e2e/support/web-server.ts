import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';

export interface WebServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** An answer that fails breaks the connection. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on any free port, and so is of an origin of its own. */
export async function startServer(host: string, answer: Answer): Promise<WebServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await once(server.listen({port: 0, host}), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to be had');
  return {
    origin: `http://${host}:${address.port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
