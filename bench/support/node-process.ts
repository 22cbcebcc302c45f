import {type ChildProcess, type Serializable, spawn, spawnSync, type StdioOptions} from 'node:child_process';
import {readFileSync} from 'node:fs';

const root = `${import.meta.dirname}/../..`;

/** Raises the limit of open files to what was asked for, or as far as this machine lets it. */
const raiseLimit =
  '[ "$(ulimit -n)" -ge "$0" ] 2>/dev/null || ulimit -n "$0" 2>/dev/null || ulimit -S -n "$(ulimit -H -n)"';

/** How many of these files this machine lets a process have open at once. */
export function filesAllowed(files: number): number {
  const {stdout} = spawnSync('sh', ['-c', `${raiseLimit}; ulimit -n`, String(files)], {encoding: 'utf8'});
  const limit = stdout.trim();
  return limit === 'unlimited' ? files : Math.min(files, Number(limit));
}

interface NodeOptions {
  /** How many files it will have open at once; sockets are such. */
  readonly files: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdio: StdioOptions;
}

/** Starts a Node of its own. The shell that it starts by is gone then, so the process is Node's. */
export function startNode(args: readonly string[], {files, env = {}, stdio}: NodeOptions): ChildProcess {
  return spawn('sh', ['-c', `${raiseLimit}; exec "$@"`, String(files), process.execPath, ...args], {
    cwd: root,
    env: {...process.env, ...env},
    stdio,
  });
}

/** Asks a process that answers each message with one, and has no other under way. */
export function answerOf(child: ChildProcess, message: Serializable): Promise<unknown> {
  const {promise, resolve, reject} = Promise.withResolvers<unknown>();
  const fail = (): void => reject(new Error('The process has ended'));
  child.once('disconnect', fail);
  child.once('message', resolve);
  if (child.connected) child.send(message);
  else fail();
  return promise.finally(() => child.off('disconnect', fail).off('message', resolve));
}

const bytesPerKib = 1024;

/** What a process has of the machine's memory (bytes). */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN) * bytesPerKib;
}
