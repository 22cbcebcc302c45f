import {readFileSync, writeFileSync} from 'node:fs';
import * as v from 'valibot';

/*
 * node test/support/complete-lock.ts
 *
 * A registry that holds the binaries of this platform only leaves the others out of the lock file,
 * and `npm ci` then refuses it as incomplete. This adds them, without the checksums that such a
 * registry cannot tell. Run it after a change of dependencies, where `npm ci` says «Missing».
 */

const lockFile = 'package-lock.json';
const lockSchema = v.record(v.string(), v.unknown());
const packagesSchema = v.record(v.string(), v.unknown());
const parentSchema = v.looseObject({
  dev: v.optional(v.boolean()),
  optionalDependencies: v.optional(v.record(v.string(), v.string())),
});
type Packages = v.InferOutput<typeof packagesSchema>;

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The platform that a package is for, by its name; undefined if that tells none. */
function platformOf(name: string): {os: string[]; cpu: string[]; libc?: string[]} | undefined {
  const words = name.split(/[-/]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (os.length !== 1 || cpu.length !== 1) return undefined;
  if (!os.includes('linux')) return {os, cpu};
  return {os, cpu, libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc']};
}

/** Where a package finds a dependency: beside it or in a folder above. */
function isInstalled(packages: Packages, from: string, name: string): boolean {
  const folders = from
    .split('/node_modules/')
    .map((_part, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => `${folder ? `${folder}/` : ''}node_modules/${name}` in packages);
}

function missingFrom(packages: Packages): Packages {
  const missing = Object.entries(packages).flatMap(([from, entry]) => {
    const {dev, optionalDependencies = {}} = v.parse(parentSchema, entry);
    return Object.entries(optionalDependencies).flatMap(([name, version]) => {
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+$/.test(version) || isInstalled(packages, from, name)) return [];
      return [[`node_modules/${name}`, {version, ...platform, ...(dev ? {dev} : {}), optional: true}] as const];
    });
  });
  return Object.fromEntries(missing);
}

const lock = v.parse(lockSchema, JSON.parse(readFileSync(lockFile, 'utf8')));
const packages = v.parse(packagesSchema, lock['packages']);
const missing = missingFrom(packages);
const sorted = Object.entries({...packages, ...missing}).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(lockFile, `${JSON.stringify({...lock, packages: Object.fromEntries(sorted)}, null, 2)}\n`);
console.log(`Added to ${lockFile}: ${Object.keys(missing).length} packages of other platforms.`);
