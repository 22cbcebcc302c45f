import {isIPv6} from 'node:net';
import {join} from 'node:path';
import {createApp} from './app.ts';
import {openFiles} from './http/files.ts';
import {Gate, usualMarks, type Marks} from './http/gate.ts';
import {LoopLag} from './http/loop-lag.ts';
import {requestListener} from './http/request-listener.ts';
import {listen} from './listen.ts';
import {openLive} from './live/open-live.ts';
import type {LiveTimings} from './live/timings.ts';
import {logWarning, type Log} from './log.ts';
import {logWriter, standardOutput} from './log-writer.ts';
import {lanes, MailSender} from './mail/sender.ts';
import {openSmtp, type MailTransport} from './mail/smtp.ts';
import {PetitionBook} from './petitions/petition-book.ts';
import {readSeed, type Seed} from './petitions/seed.ts';
import {startPruning} from './pruning.ts';
import {Challenges} from './signing/challenges.ts';
import {SigningLimits} from './signing/signing-limits.ts';
import {openStorage} from './storage/open-storage.ts';
import type {PostgresOptions} from './storage/postgres-options.ts';

export interface BackendOptions {
  /** 0: any that is free. */
  readonly port: number;
  /** Where the database is. */
  readonly dataDir: string;
  /** Where this is set, it is the database. */
  readonly postgres?: PostgresOptions | undefined;
  /** Absent: this machine only, under `localhost`, `127.0.0.1` and `[::1]`. */
  readonly host?: string | undefined;
  /** The backend's address as the world knows it, where a proxy stands before it. */
  readonly publicUrl?: string | undefined;
  /** The folder of the built files. */
  readonly dist?: string | undefined;
  /** The folder of the petitions, and that of their images. */
  readonly seed?: string | undefined;
  readonly images?: string | undefined;
  /** How many signatures an hour one block of addresses may give, 60 if absent; 0: nothing is limited. */
  readonly rateLimitPerHour?: number | undefined;
  /**
   * How many proxies stand before the backend, each of which adds to `X-Forwarded-For` whom it was asked
   * by; none if absent. A number too high lets anyone pass for another, one too low takes all for one.
   */
  readonly trustedProxies?: number | undefined;
  /** The server that mails are handed to; absent: they stay in the queue. */
  readonly smtpUrl?: string | undefined;
  /** Who the mails are from, as in `Petitions <no-reply@example.org>`. */
  readonly mailFrom?: string | undefined;
  /** How many live streams this process may have, 30,000 if absent; whoever comes after them asks now and then. */
  readonly liveStreams?: number | undefined;
  /** Absent: to the standard output. */
  readonly log?: Log | undefined;
  readonly now?: (() => Date) | undefined;
  readonly liveTimings?: Partial<LiveTimings> | undefined;
  readonly marks?: Partial<Marks> | undefined;
}

export interface RunningBackend {
  readonly url: string;
  readonly port: number;
  /** Takes no more connections, finishes what is under way, closes the database. */
  close(): Promise<void>;
}

const here = import.meta.dirname;
const usualRateLimit = 60;
const usualMailFrom = 'Petitions <no-reply@localhost>';

/** Opens the database, brings the petitions into it, and answers requests. */
export async function startBackend(options: BackendOptions): Promise<RunningBackend> {
  const {now = () => new Date()} = options;
  const {log, flush} = options.log ? {log: options.log, flush: () => undefined} : logWriter(standardOutput());
  const seed = await readSeed(options.seed ?? join(here, 'seed'));
  const storage = await openStorage(options);
  const lag = new LoopLag();
  try {
    await storage.seed(seed, now());
    const publicUrl = options.publicUrl?.replace(/\/+$/, '');
    const transport = openTransport(options, seed, log);
    const sender = transport && new MailSender({storage, transport, log, now});
    const {board, live} = openLive({storage, log, now, streams: options.liveStreams, timings: options.liveTimings});
    const app = createApp({
      storage,
      petitions: new PetitionBook({storage}),
      board,
      live,
      challenges: new Challenges({
        signature: await storage.secret('challenge-signature'),
        key: await storage.secret('challenge-key'),
      }),
      signingLimits: new SigningLimits({
        perHour: options.rateLimitPerHour ?? usualRateLimit,
        secret: await storage.secret('rate-limits'),
      }),
      trustedProxies: options.trustedProxies ?? 0,
      sendMails: () => sender?.wake(),
      log,
      now,
      publicUrl,
      dist: openFiles(options.dist ?? join(here, '../../dist')),
      images: openFiles(options.images ?? join(here, 'images')),
    });
    const gate = new Gate({marks: {...usualMarks, ...options.marks}, lag});
    const listener = requestListener({app, gate, log, publicUrl});
    const listening = await listen(listener, options);
    const url = `http://${hostInUrl(options.host)}:${listening.port}`;
    const endPruning = startPruning(storage, now, log);
    // Not as a request has it: whoever signs for another could choose where the links in the mail lead.
    sender?.start(publicUrl ?? url);
    return {
      url,
      port: listening.port,
      close: async () => {
        live.close();
        await listening.close();
        board.close();
        lag.close();
        await sender?.close();
        await endPruning();
        await storage.close();
        flush();
      },
    };
  } catch (error) {
    lag.close();
    await storage.close();
    flush();
    throw error;
  }
}

function openTransport(
  {smtpUrl, mailFrom = usualMailFrom}: BackendOptions,
  {petitions}: Seed,
  log: Log,
): MailTransport | undefined {
  if (smtpUrl !== undefined) return openSmtp({url: smtpUrl, from: mailFrom, connections: lanes});
  if (petitions.some(({form}) => form.confirmation === 'email')) {
    logWarning(log, 'There are petitions that confirm by email, but no SMTP server: their mails stay in the queue');
  }
  return undefined;
}

function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
}
