import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {promisify} from 'node:util';
import type {Plugin} from 'vite';

const root = resolve(import.meta.dirname, '..');
const analyzer = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
const config = 'build/custom-elements.config.js';
const run = promisify(execFile);

/** The Custom Elements Manifest, as JSON, of the elements as their sources are now. */
export async function elementsManifest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'elements-manifest-'));
  try {
    await run(process.execPath, [analyzer, 'analyze', '--config', config, '--outdir', relative(root, folder)], {
      cwd: root,
    });
    return await readFile(join(folder, 'custom-elements.json'), 'utf8');
  } finally {
    await rm(folder, {recursive: true});
  }
}

const name = 'virtual:elements-manifest';
const id = `\0${name}`;

/** Gives a bundle the manifest as a module, and once more when an element's source has changed. */
export function elementsManifestModule(): Plugin {
  return {
    name: 'elements-manifest',
    resolveId: (source) => (source === name ? id : null),
    load: async (source) => (source === id ? `export default ${await elementsManifest()};` : null),
    hotUpdate({file}) {
      const module = this.environment.moduleGraph.getModuleById(id);
      if (module && file.includes('/src/elements/')) this.environment.moduleGraph.invalidateModule(module);
    },
  };
}
