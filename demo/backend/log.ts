import type {IncomingMessage, ServerResponse} from 'node:http';

/** Takes one line of JSON. */
export type Log = (line: string) => void;

/** What is logged of a request: never its query, headers, body or sender. */
interface RequestEntry {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
  /** Sent, with headers. */
  readonly bytes: number;
}

/** What is logged of an error: not its message, which may quote what was sent. */
interface ErrorEntry {
  readonly time: string;
  readonly error: string;
  readonly reason?: string | undefined;
  readonly stack: readonly string[];
}

interface WarningEntry {
  readonly time: string;
  readonly warning: string;
}

const write = (log: Log, entry: RequestEntry | ErrorEntry | WarningEntry): void => log(JSON.stringify(entry));

export function logWarning(log: Log, warning: string): void {
  write(log, {time: new Date().toISOString(), warning});
}

/** @param reason what is known to hold no personal data */
export function logError(log: Log, error: unknown, reason?: string): void {
  write(log, {
    time: new Date().toISOString(),
    error: error instanceof Error ? error.name : typeof error,
    reason,
    stack: error instanceof Error ? framesOf(error) : [],
  });
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}

/** Writes a line when a request has been answered, or its connection is gone. */
export function logRequest(log: Log, request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  const time = new Date().toISOString();
  const {socket} = request;
  const writtenBefore = socket.bytesWritten;
  response.once('close', () => {
    write(log, {
      time,
      method: request.method ?? '',
      path: (request.url ?? '').split(/[?#]/, 1)[0] ?? '',
      status: response.statusCode,
      ms: Math.round((performance.now() - start) * 10) / 10,
      bytes: socket.bytesWritten - writtenBefore,
    });
  });
}
