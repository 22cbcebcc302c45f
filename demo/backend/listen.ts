import type {RequestListener} from 'node:http';
import {HttpServer} from './http-server.ts';

export interface Listening {
  readonly port: number;
  /** Takes no more connections, and resolves once what is under way is answered. */
  close(): Promise<void>;
}

export interface ListenAddress {
  readonly port: number;
  /** Absent: this machine only, on both addresses that `localhost` may stand for. */
  readonly host?: string | undefined;
}

export async function listen(listener: RequestListener, {port, host}: ListenAddress): Promise<Listening> {
  if (host === undefined) return listenOnLoopback(listener, port);
  const server = new HttpServer(listener);
  return {port: await server.listen({port, host}), close: () => server.close()};
}

async function listenOnLoopback(listener: RequestListener, port: number): Promise<Listening> {
  const first = new HttpServer(listener);
  const chosen = await first.listen({port, host: '127.0.0.1'});
  const second = new HttpServer(listener);
  try {
    await second.listen({port: chosen, host: '::1'});
  } catch (error) {
    if (isWithoutIpv6(error)) return {port: chosen, close: () => first.close()};
    await first.close();
    // The port that was free on one address is taken on the other: another will do as well.
    if (port === 0 && codeOf(error) === 'EADDRINUSE') return listenOnLoopback(listener, port);
    throw error;
  }
  return {
    port: chosen,
    close: async () => {
      await Promise.all([first.close(), second.close()]);
    },
  };
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const isWithoutIpv6 = (error: unknown): boolean =>
  codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'EAFNOSUPPORT';
