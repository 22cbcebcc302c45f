import {spawnSync} from 'node:child_process';
import {readdir, stat} from 'node:fs/promises';
import {join, relative, resolve} from 'node:path';
import {SettingError, postgresOptions, smtpUrl, wholeNumber} from './environment.ts';
import {onStop} from './on-stop.ts';

const defaultPort = 4400;
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** What keeps the demo from starting, in words for the person who starts it. */
class StartError extends Error {}

/** An empty variable is one that is not set. */
function portFrom(text: string | undefined): number {
  const port = Number(text || defaultPort);
  if (Number.isInteger(port) && port > 0 && port < 65_535) return port;
  throw new StartError(`PORT is "${text}", but has to be a number from 1 to 65534: the pages get the next one.`);
}

async function changedAt(path: string): Promise<number> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.mtimeMs ?? 0;
}

/** Folders count as well: they tell of a file that was removed. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, {recursive: true});
  return [folder, ...names.map((name) => join(folder, name))];
}

async function isBuildOutdated(): Promise<boolean> {
  const built = await changedAt(join(dist, 'embed.js'));
  const sources = await Promise.all(['src', 'build'].map((folder) => filesIn(join(root, folder))));
  const settings = ['package-lock.json', 'vite.config.ts'].map((name) => join(root, name));
  const changes = await Promise.all([...sources.flat(), ...settings].map(changedAt));
  return built < Math.max(...changes);
}

function build(): void {
  console.log('Building the widgets …');
  const npm = spawnSync('npm', ['run', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  const said = npm.error ? npm.error.message : `${npm.stdout}${npm.stderr}`.trim();
  throw new StartError(`${said}\n\nThe build failed, so the demo did not start. See above, or run "npm run build".`);
}

async function onPort<Started>(port: number, start: (port: number) => Promise<Started>): Promise<Started> {
  try {
    return await start(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const problem = code === 'EADDRINUSE' ? 'is taken' : 'may not be used';
    throw new StartError(`Port ${port} ${problem}. Choose another: PORT=${defaultPort + 100} npm start`, {
      cause: error,
    });
  }
}

interface Server {
  close(): Promise<void>;
}

interface Demo extends Server {
  readonly backend: string;
  readonly pages: string;
  /** The page of the mails that were caught; absent where they are sent. */
  readonly mails?: string | undefined;
}

async function startServers(port: number, dataDir: string): Promise<Demo> {
  const {startMailCatcher} = await import('./backend/mail-catcher/mail-catcher.ts');
  const {startBackend} = await import('./backend/start-backend.ts');
  const {startPages} = await import('./pages/server.ts');
  const settings = {
    dataDir,
    postgres: postgresOptions(),
    dist,
    rateLimitPerHour: wholeNumber('RATE_LIMIT_PER_HOUR'),
    trustedProxies: wholeNumber('TRUSTED_PROXIES'),
    liveStreams: wholeNumber('LIVE_STREAMS'),
    mailFrom: process.env['MAIL_FROM'] || undefined,
  };
  const mailServer = smtpUrl();
  const running: Server[] = [];
  const keep = <Started extends Server>(server: Started): Started => {
    running.unshift(server);
    return server;
  };
  // The latest first: nothing is handed to a server that is gone.
  const close = async (): Promise<void> => {
    for (const server of running) await server.close();
  };
  try {
    const catcher = mailServer === undefined ? keep(await startMailCatcher({port: port + 2})) : undefined;
    const mails = {smtpUrl: mailServer ?? catcher?.smtpUrl};
    const backend = keep(await onPort(port, (free) => startBackend({port: free, ...settings, ...mails})));
    const pages = keep(
      await onPort(port + 1, (free) => startPages({port: free, backend: backend.url, mails: catcher?.url})),
    );
    return {backend: backend.url, pages: pages.url, mails: catcher?.url, close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Not where PostgreSQL is: there may be a password in it. */
const placeOf = (dataDir: string): string =>
  postgresOptions() ? 'PostgreSQL' : `${relative(process.cwd(), dataDir) || '.'}/`;

function announce({backend, pages, mails}: Demo, dataDir: string): void {
  const mailLine = mails === undefined ? '' : `\n  Caught mail     ${mails}`;
  console.log(`
  Partner pages   ${pages}
  Backend         ${backend}${mailLine}

  Open the first one and sign a petition. Signatures are kept in ${placeOf(dataDir)}
  Ctrl+C stops the demo.
`);
}

function fail(error: unknown): void {
  console.error(error instanceof StartError || error instanceof SettingError ? error.message : error);
  process.exitCode = 1;
}

async function startDemo(): Promise<void> {
  const port = portFrom(process.env['PORT']);
  const dataDir = resolve(process.env['DATA_DIR'] || join(root, '.data'));
  if (await isBuildOutdated()) build();
  const demo = await startServers(port, dataDir);
  onStop(() => void demo.close().catch(fail));
  announce(demo, dataDir);
}

await startDemo().catch(fail);
