import {once} from 'node:events';
import {SMTPServer} from 'smtp-server';

const largestMail = 1024 * 1024;

/** How long a connection that says nothing keeps the server from closing (ms). */
const closeTimeout = 1000;

export interface CatchingSmtp {
  readonly port: number;
  close(): Promise<void>;
}

/** An SMTP server on this machine that takes every mail and passes none on. */
export async function startCatchingSmtp(
  take: (source: Uint8Array, to: readonly string[]) => Promise<void>,
): Promise<CatchingSmtp> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    closeTimeout,
    onData: (stream, {envelope}, answer) => {
      const to = envelope.rcptTo.map(({address}) => address);
      wholeOf(stream)
        .then((source) => take(source, to))
        .then(
          () => answer(),
          (error: unknown) => answer(error instanceof Error ? error : new Error('The mail was not taken')),
        );
    },
  });
  // A client that goes away early is no matter for a demo.
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const {promise, resolve} = Promise.withResolvers<void>();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      server.close(() => resolve());
      return promise;
    },
  };
}

async function wholeOf(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
