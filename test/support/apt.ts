import {spawnSync} from 'node:child_process';
import {programOnPath} from './find-program.ts';

function run(...args: readonly string[]): void {
  const {status, error} = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`, {cause: error});
}

export const apt = {
  isUsable: (): boolean =>
    process.platform === 'linux' && process.getuid?.() === 0 && programOnPath('apt-get') !== undefined,

  install(packages: readonly string[]): void {
    run('update');
    run('install', '--no-install-recommends', '--yes', ...new Set(packages));
  },
};
