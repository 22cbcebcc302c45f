import {createServer} from 'node:http';
import type {Socket} from 'node:net';
import {Hono} from 'hono';
import {onTestFinished} from 'vitest';
import type {AppEnv} from '../../../demo/backend/http/app-env.ts';
import {Gate, usualMarks} from '../../../demo/backend/http/gate.ts';
import {requestListener} from '../../../demo/backend/http/request-listener.ts';
import {CountBoard} from '../../../demo/backend/live/count-board.ts';
import {LiveHub} from '../../../demo/backend/live/live-hub.ts';
import {usualTimings, type LiveTimings} from '../../../demo/backend/live/timings.ts';
import {countRoutes} from '../../../demo/backend/routes/counts.ts';
import {liveRoutes} from '../../../demo/backend/routes/live.ts';
import {FakeCounts} from './fake-counts.ts';

const log = (): void => undefined;

interface LiveServer {
  readonly url: string;
  readonly counts: FakeCounts;
  readonly board: CountBoard;
  readonly live: LiveHub;
  /** What is said to be the process's lag. */
  readonly lag: {milliseconds: number};
  /** The server's ends of the connections. */
  readonly sockets: readonly Socket[];
}

/** Counts and streams over HTTP, of a storage that is in the hands of the test. */
export async function liveServer(timings: Partial<LiveTimings> = {}, ...petitions: string[]): Promise<LiveServer> {
  const counts = new FakeCounts(...petitions);
  const board = new CountBoard({storage: counts, log});
  const live = new LiveHub({
    board,
    storage: counts,
    timings: {...usualTimings, ...timings},
    limit: Infinity,
    log,
    now: () => new Date(),
  });
  const lag = {milliseconds: 0, forRequest: () => lag.milliseconds};
  const app = new Hono<AppEnv>();
  app.route('/', countRoutes({board}));
  app.route('/', liveRoutes({board, live}));
  const gate = new Gate({marks: usualMarks, lag});
  const server = createServer(requestListener({app, gate, log, publicUrl: 'https://backend.example'}));
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  const {promise, resolve} = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    live.close();
    board.close();
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {url: `http://127.0.0.1:${port}`, counts, board, live, lag, sockets};
}
