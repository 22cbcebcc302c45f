import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, mkdirSync, openSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import * as v from 'valibot';
import {answerOf, residentMemory, startNode} from './node-process.ts';

const folder = import.meta.dirname;
const main = join(folder, '../../demo/backend/main.ts');
const probe = join(folder, 'backend-probe.ts');

/** How often the log is looked at for the address (ms), and how long (times). */
const lookPause = 20;
const looks = 1500;

/** Memory has settled once it differs by less than this share from what it was a while (ms) before. */
const settledShare = 0.005;
const settlePause = 500;
const settleTries = 20;

const probedSchema = v.object({cpuMicroseconds: v.number(), heldBytes: v.number()});
type Probed = v.InferOutput<typeof probedSchema>;

const microsecondsPerSecond = 1e6;

export interface BackendSettings {
  /** Where the database, the log and all else that is the benchmark's own goes. */
  readonly folder: string;
  readonly seed: string;
  /** Chooses the database, and more. */
  readonly env?: Readonly<Record<string, string>>;
  /** How many files it may have open at once; sockets are such. */
  readonly files?: number;
}

export interface Memory {
  /** What the process has of the machine's memory (bytes). */
  readonly resident: number;
  /** What its objects and buffers take of it. */
  readonly held: number;
}

/** The files that it keeps free of streams: for its database, and for those who sign and read. */
export const filesKeptFree = 1000;

/** As many as who runs a backend for many should give it. */
const usualFiles = 10_000;

/** As `npm run backend` has it. */
const youngGeneration = '--max-semi-space-size=8';

const usualLine = /^Petition backend: |^\{"time":"[^"]*","method":/;

/** Starts a backend for as long as something is done with it. */
export async function withBackend<Result>(
  settings: BackendSettings,
  use: (backend: BackendProcess) => Promise<Result>,
): Promise<Result> {
  const backend = await BackendProcess.start(settings);
  try {
    return await use(backend);
  } finally {
    await backend.stop();
  }
}

/** The backend as a process of its own, as it is started for people. */
export class BackendProcess {
  readonly url: URL;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #log: string;

  /** Resolves once it listens. Its log goes to a file: to read it would be work for the benchmark's process. */
  static async start({folder: home, seed, env = {}, files = usualFiles}: BackendSettings): Promise<BackendProcess> {
    mkdirSync(home, {recursive: true});
    const log = join(home, 'backend.log');
    const output = openSync(log, 'w');
    const child = startNode([youngGeneration, '--expose-gc', '--import', probe, main], {
      files,
      env: {
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: join(home, 'data'),
        SEED_DIR: seed,
        RATE_LIMIT_PER_HOUR: '0',
        // No petition sends a mail; without an address a server would be started that catches them.
        SMTP_URL: 'smtp://127.0.0.1:9',
        ...env,
      },
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    try {
      return new BackendProcess(child, await addressIn(log, child), log);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  private constructor(child: ChildProcess, url: URL, log: string) {
    if (child.pid === undefined) throw new Error('The backend has no process');
    this.pid = child.pid;
    this.url = url;
    this.#child = child;
    this.#log = log;
  }

  get residentMemory(): number {
    return residentMemory(this.pid);
  }

  /** Its memory once all that nothing holds any more is collected, and what is left has settled. */
  async settledMemory(): Promise<Memory> {
    let memory: Memory = {resident: NaN, held: NaN};
    for (let times = 0; times < settleTries; times += 1) {
      const before = memory;
      const {heldBytes: held} = await this.#ask('collect');
      memory = {resident: this.residentMemory, held};
      if (Math.abs(memory.resident - before.resident) < settledShare * memory.resident) break;
      await wait(settlePause);
    }
    return memory;
  }

  /** How long it has kept a core busy, so far (s). */
  async processorSeconds(): Promise<number> {
    const {cpuMicroseconds} = await this.#ask('tell');
    return cpuMicroseconds / microsecondsPerSecond;
  }

  /** What it has printed that is neither its address nor a line of a request: mistakes and shortages. */
  complaints(): string[] {
    const lines = readFileSync(this.#log, 'utf8').split('\n');
    return lines.filter((line) => line !== '' && !usualLine.test(line));
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  async #ask(order: string): Promise<Probed> {
    return v.parse(probedSchema, await answerOf(this.#child, order));
  }
}

async function addressIn(log: string, child: ChildProcess): Promise<URL> {
  for (let times = 0; times < looks; times += 1) {
    const text = readFileSync(log, 'utf8');
    const address = /^Petition backend: (http:\S+)\s/m.exec(text)?.[1];
    if (address !== undefined) return new URL(address);
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The backend did not start:\n${text}`);
    await wait(lookPause);
  }
  throw new Error('The backend did not tell its address');
}
