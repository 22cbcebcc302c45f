import type {RequestListener} from 'node:http';
import {isIPv6} from 'node:net';
import {join} from 'node:path';
import {getRequestListener} from '@hono/node-server';
import {createApp} from './app.ts';
import {openFiles} from './http/files.ts';
import {listen} from './listen.ts';
import {logRequest, type Log} from './log.ts';
import {readSeed} from './petitions/seed.ts';
import {startPruning} from './pruning.ts';
import {SqliteStorage} from './storage/sqlite-storage.ts';

export interface BackendOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Where the database is. */
  readonly dataDir: string;
  /** Absent: this machine only, under `localhost`, `127.0.0.1` and `[::1]`. */
  readonly host?: string | undefined;
  /** The backend's address as the world knows it, where a proxy stands before it. */
  readonly publicUrl?: string | undefined;
  /** The folder of the built files. */
  readonly dist?: string | undefined;
  /** The folder of the petitions, and that of their images. */
  readonly seed?: string | undefined;
  readonly images?: string | undefined;
  readonly log?: Log | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface RunningBackend {
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, finishes what is under way, closes the database. */
  close(): Promise<void>;
}

const here = import.meta.dirname;

/** Opens the database, brings the petitions into it, and answers requests. */
export async function startBackend(options: BackendOptions): Promise<RunningBackend> {
  const {log = console.log, now = () => new Date()} = options;
  const seed = await readSeed(options.seed ?? join(here, 'seed'));
  const storage = await SqliteStorage.open(options.dataDir);
  try {
    await storage.seed(seed, now());
    const app = createApp({
      storage,
      log,
      now,
      publicUrl: options.publicUrl?.replace(/\/+$/, ''),
      dist: openFiles(options.dist ?? join(here, '../../dist')),
      images: openFiles(options.images ?? join(here, 'images')),
    });
    const answer = getRequestListener(app.fetch);
    const listener: RequestListener = (request, response) => {
      logRequest(log, request, response);
      void answer(request, response);
    };
    const listening = await listen(listener, options);
    const endPruning = startPruning(storage, now, log);
    return {
      url: `http://${hostInUrl(options.host)}:${listening.port}`,
      port: listening.port,
      close: async () => {
        await listening.close();
        await endPruning();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
