import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const version = '48.2.0';

/** By package: what the registry says of that version. */
const integrity = {
  'cldr-dates-full': 'zMrKvjMO414HDftLr6vKH1fNQHakFNe+F1h4S0eg+zmL4WRi9pI41fxB3UrTJDY42MEM87jCuAw/qlqCgYKcAQ==',
  'cldr-localenames-full': '4o0paYDz0UXhfhChAVFkmVl2CP0YTSEqE6WrC0fNafaSC5u5DAXphxH3SZ1Ujczarikr8DToKZfiok6EqWLdNQ==',
  'cldr-misc-full': 'dSc2Tr53dQcUGwsTinamEeoP2YXOhQrIZ+SyeuUrv4MzJOSjT/Q0qkSmX11ZwfcTbYSkIqbrgALQLhAm1yf5fA==',
  'cldr-numbers-full': '0EQ+UkVDsyXOlxnWnL1RIENVZFqCnb04D1Yrku0obnOyttbuZz8tHmUd5c5AEvhGS/Gg2zI4fTaCm51LSGITog==',
} as const;
type Package = keyof typeof integrity;

/** Reads a file of a package. */
export type ReadFile = (name: Package, path: string) => string;

function fetched(name: Package, folder: string): string {
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', folder]);
  const file = join(folder, `${name}-${version}.tgz`);
  const hash = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (hash !== integrity[name]) throw new Error(`${name}@${version} is not what it was: its SHA-512 is ${hash}.`);
  return file;
}

/** CLDR's packages are too large to be installed with everything else: they are fetched for the while of `use`. */
export async function withPackages(use: (read: ReadFile) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cldr-'));
  const files = new Map<Package, string>();
  try {
    await use((name, path) => {
      const file = files.get(name) ?? fetched(name, folder);
      files.set(name, file);
      return execFileSync('tar', ['-xzOf', file, `package/${path}`], {encoding: 'utf8'});
    });
  } finally {
    rmSync(folder, {recursive: true});
  }
}
