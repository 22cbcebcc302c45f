import {once} from 'node:events';
import PostalMime, {type Email} from 'postal-mime';
import {SMTPServer, type SMTPServerOptions} from 'smtp-server';
import {expect, onTestFinished} from 'vitest';

/** A mail as it came in over SMTP. */
export interface Received {
  readonly to: readonly string[];
  readonly mail: Email;
  readonly source: string;
}

export interface MailServer {
  readonly port: number;
  readonly url: string;
  readonly received: readonly Received[];
  /** All mails, once there are as many. */
  until(count: number): Promise<readonly Received[]>;
  /** The mail to an address, once there is one. */
  mailTo(address: string): Promise<Received>;
  close(): Promise<void>;
}

interface MailServerOptions {
  readonly port?: number;
  /** Resolves when a mail may be taken, or rejects if it is refused. */
  readonly take?: (to: readonly string[]) => Promise<void>;
  readonly onConnect?: SMTPServerOptions['onConnect'];
}

const patience = {timeout: 10_000, interval: 10};

/** A mail server on this machine, for as long as the test runs. */
export async function mailServer({port = 0, take, onConnect}: MailServerOptions = {}): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    ...(onConnect && {onConnect}),
    onData: (stream, {envelope}, answer) => {
      const to = envelope.rcptTo.map(({address}) => address);
      const store = async (): Promise<void> => {
        const source = await sourceOf(stream);
        await take?.(to);
        received.push({to, source, mail: await PostalMime.parse(source)});
      };
      store().then(
        () => answer(),
        (error: unknown) => answer(error instanceof Error ? error : new Error('refused')),
      );
    },
  });
  // A connection that ends early is part of some tests.
  server.on('error', () => undefined);
  const listener = server.listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const bound = typeof address === 'object' && address ? address.port : 0;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= (() => {
      const {promise, resolve} = Promise.withResolvers<void>();
      server.close(() => resolve());
      return promise;
    })());
  onTestFinished(close);

  const until = async (count: number): Promise<readonly Received[]> => {
    await expect.poll(() => received.length, patience).toBeGreaterThanOrEqual(count);
    return received;
  };
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    received,
    until,
    mailTo: async (to) => {
      const found = (): Received | undefined => received.find((each) => each.to.includes(to));
      await expect.poll(found, patience).toBeDefined();
      const mail = found();
      if (!mail) throw new Error(`No mail to ${to}`);
      return mail;
    },
    close,
  };
}

async function sourceOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

export interface MailLinks {
  readonly confirm: string | undefined;
  readonly withdraw: string | undefined;
}

/** The links of a mail's text. */
export function linksIn({mail}: Received): MailLinks {
  const links = (mail.text ?? '').match(/^http\S+$/gm) ?? [];
  const linkTo = (page: string): string | undefined => links.find((link) => new URL(link).pathname.endsWith(page));
  return {confirm: linkTo('/confirm'), withdraw: linkTo('/withdraw')};
}

export function tokenIn(link: string | undefined): string {
  return new URL(link ?? '').searchParams.get('token') ?? '';
}

export function headerOf({mail}: Received, key: string): string | undefined {
  return mail.headers.find((header) => header.key === key)?.value;
}
