import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createInterface} from 'node:readline';
import {apt} from './apt.ts';
import {complaint} from './browsers.ts';
import {postgres, type Need} from './needs.ts';

/** The server's own administrator, who needs no password: it listens to this machine alone. */
const administrator = 'petition';

/** Debian's package starts a server of its own, unless this says otherwise. */
const clusterSettings = '/etc/postgresql-common/createcluster.conf';

interface ServerOptions {
  /** What is committed survives a loss of power: for measuring. Tests are faster without. */
  readonly isDurable?: boolean;
}

/** A PostgreSQL of our own, in a folder for the time being. */
export interface PostgresServer {
  urlOf(database: string): string;
  start(): Promise<void>;
  /** Ends at once what is under way. */
  stop(): Promise<void>;
  /** Stops it, and leaves nothing of it. */
  remove(): Promise<void>;
}

interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (flag: '-u' | '-g', user: string): string =>
  spawnSync('id', [flag, user], {encoding: 'utf8'}).stdout.trim();

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = idOf('-u', 'postgres') === '' ? 'nobody' : 'postgres';
  return {uid: Number(idOf('-u', name)), gid: Number(idOf('-g', name))};
}

function ensure(need: Need): string {
  const found = need.find();
  if (found) return found;
  if (apt.isUsable()) {
    console.log(`Installing ${need.title} …`);
    keepFromStarting();
    apt.install(need.packages);
  }
  const installed = need.find();
  if (installed) return installed;
  throw new Error(complaint([need]));
}

function keepFromStarting(): void {
  if (existsSync(clusterSettings)) return;
  mkdirSync(dirname(clusterSettings), {recursive: true});
  writeFileSync(clusterSettings, 'create_main_cluster = false\n');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

function initialize(program: string, data: string, user: SystemUser | undefined): void {
  const settings = ['-D', data, '-U', administrator, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  const {status, stderr} = spawnSync(program, settings, {encoding: 'utf8', cwd: dirname(data), ...user});
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** Resolves once it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('PostgreSQL says nothing');
  const said: string[] = [];
  for await (const line of createInterface({input: server.stderr})) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}

export async function startPostgres({isDurable = false}: ServerOptions = {}): Promise<PostgresServer> {
  const program = ensure(postgres);
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'petition-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  initialize(join(dirname(program), 'initdb'), data, user);
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    ...(isDurable ? {} : {fsync: 'off', full_page_writes: 'off'}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let running: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    running = spawn(program, ['-D', data, ...flags], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {...process.env, LC_ALL: 'C'},
      ...user,
    });
    await ready(running);
  };
  const stop = async (): Promise<void> => {
    const server = running;
    running = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  };
  const leaveNothing = (): void => {
    running?.kill('SIGQUIT');
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  };
  // Whatever ends this process ends the server.
  process.once('exit', leaveNothing);
  await start();
  return {
    urlOf: (database) => `postgres://${administrator}@127.0.0.1:${port}/${database}`,
    start,
    stop,
    remove: async () => {
      await stop();
      process.off('exit', leaveNothing);
      rmSync(folder, {recursive: true, force: true, maxRetries: 5});
    },
  };
}
