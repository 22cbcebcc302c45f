import type {Log} from './log.ts';

/** Lines that come in this close together are one write (ms). */
const gatherFor = 50;

/** So much is written at once, however soon it has come together (UTF-16 code units). */
const largestWrite = 64 * 1024;

/** What is held for a reader of the log who doesn't keep up; beyond that lines are dropped, and counted (bytes). */
const mostWaiting = 8 * 1024 * 1024;

/** What lines are written to. */
export interface LineSink {
  /** What it has not passed on yet (bytes). */
  readonly waiting: number;
  write(lines: string): void;
}

const ignore = (): void => undefined;

/** The process's own output. That nobody is there to read it any more is no reason to end. */
export function standardOutput(): LineSink {
  const {stdout} = process;
  stdout.off('error', ignore).on('error', ignore);
  return {
    get waiting() {
      return stdout.writableLength;
    },
    write: (lines) => void stdout.write(`${lines}\n`),
  };
}

export interface LogWriter {
  readonly log: Log;
  /** Writes what is held. */
  readonly flush: () => void;
}

/** Gathers lines into few writes: one a line would cost a busy process more than what it tells of. */
export function logWriter(sink: LineSink): LogWriter {
  let lines: string[] = [];
  let length = 0;
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    sink.write(lines.join('\n'));
    lines = [];
    length = 0;
  }

  function hold(line: string): void {
    lines.push(line);
    length += line.length + 1;
    if (length >= largestWrite) flush();
    else timer ??= setTimeout(flush, gatherFor).unref();
  }

  function log(line: string): void {
    if (sink.waiting > mostWaiting) {
      dropped += 1;
      return;
    }
    if (dropped > 0) {
      hold(JSON.stringify({time: new Date().toISOString(), warning: `${dropped} lines of the log were dropped`}));
      dropped = 0;
    }
    hold(line);
  }

  return {log, flush};
}
