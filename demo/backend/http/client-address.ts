import {isIP} from 'node:net';
import {getConnInfo} from '@hono/node-server/conninfo';
import type {Context} from 'hono';

/**
 * Whom a request comes from. Each proxy appends to `X-Forwarded-For` whom it was asked by, so of the
 * entries the last ones can be believed, as many as there are trusted proxies; all before them may be
 * made up. With none the header says nothing, and the address is the connection's. Of a proxy that
 * names nobody the address is its own.
 */
export function clientAddress(c: Context, trustedProxies: number): string {
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map(withoutPort);
  const believed = [getConnInfo(c).remote.address ?? '', ...forwarded.toReversed().slice(0, trustedProxies)];
  const unnamed = believed.findIndex((address) => isIP(address) === 0);
  return (unnamed < 0 ? believed : believed.slice(0, unnamed)).at(-1) ?? '';
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  const text = entry.trim();
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
