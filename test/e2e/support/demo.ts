import {type ChildProcess, spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {endWithThisProcess} from '../../support/process-groups.ts';
import {freePortPair} from './ports.ts';

const root = join(import.meta.dirname, '../../..');

/** What a person types to start the demo, and what that runs. */
export const npmStart: readonly string[] = ['npm', 'start'];
export const nodeStart: readonly string[] = [process.execPath, 'demo/start.ts'];

/** What a person's shell has of variables; a test runner's own would change the build. */
const shellVariables = ['HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'USER'];

function shellEnvironment(): NodeJS.ProcessEnv {
  const known = shellVariables.map((name) => [name, process.env[name]] as const);
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return {
    ...Object.fromEntries(known.filter(([, value]) => value !== undefined)),
    PATH: folders.filter((folder) => !folder.includes('node_modules')).join(delimiter),
  };
}

/** The rows of a query, straight from the database file. */
export function rowsIn(dataDir: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(dataDir, 'petitions.sqlite'), {readOnly: true});
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

export interface DemoOptions {
  readonly command?: readonly string[] | undefined;
  /** One that has ended: the new one goes on with its database, at its address. */
  readonly after?: Demo | undefined;
}

/** The demo in a group of processes of its own, as a terminal starts it. */
export class Demo {
  readonly port: number;
  /** A temporary folder. */
  readonly dataDir: string;
  /** Once it has told its addresses; rejects if it ends before. */
  readonly ready: Promise<void>;
  /** The exit code, or the signal that ended it, once no process of the group runs any more. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly #child: ChildProcess;
  #output = '';
  #isOver = false;

  constructor([program = '', ...args]: readonly string[], port: number, dataDir: string) {
    this.port = port;
    this.dataDir = dataDir;
    this.#child = spawn(program, args, {
      cwd: root,
      detached: true,
      env: {...shellEnvironment(), PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT_PER_HOUR: '0'},
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ready = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<number | NodeJS.Signals | null>();
    [this.ready, this.ended] = [ready.promise, ended.promise];
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        if (this.backend && this.pages && this.mails) ready.resolve();
      });
    }
    const disarm = endWithThisProcess(this.#child, dataDir);
    this.#child.once('error', (error) => (this.#output += error.message));
    this.#child.once('close', (code, signal) => {
      this.#isOver = true;
      disarm();
      ready.reject(new Error(`The demo did not start:\n${this.#output}`));
      ended.resolve(code ?? signal);
    });
  }

  /** All that it has printed. */
  get output(): string {
    return this.#output;
  }

  get backend(): string {
    return this.#addressAfter('Backend');
  }

  get pages(): string {
    return this.#addressAfter('Partner pages');
  }

  /** The page of the mails that it has caught. */
  get mails(): string {
    return this.#addressAfter('Caught mail');
  }

  /** Reaches every process of the group, as a terminal's Ctrl+C does. */
  signal(signal: NodeJS.Signals): void {
    if (this.#isOver || this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      // They have ended between one look and the next.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }

  /** Reaches the first process alone, as a supervisor's stop does. */
  signalFirst(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  #addressAfter(label: string): string {
    return new RegExp(`${label}\\s+(http\\S+)\\s`).exec(this.#output)?.[1] ?? '';
  }
}

/** What a test runner calls when all is over, however it went. */
type OnCleanup = (end: () => Promise<void>) => unknown;

/** Starts the demo, which builds what is missing, and resolves once it has told its addresses. */
export async function startDemo({command = npmStart, after}: DemoOptions, onCleanup: OnCleanup): Promise<Demo> {
  const port = after?.port ?? (await freePortPair());
  const demo = new Demo(command, port, after?.dataDir ?? mkdtempSync(join(tmpdir(), 'petition-e2e-')));
  onCleanup(async () => {
    demo.signal('SIGKILL');
    await demo.ended;
    rmSync(demo.dataDir, {recursive: true, force: true});
  });
  await demo.ready;
  return demo;
}
