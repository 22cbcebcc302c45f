import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {stripTypeScriptTypes} from 'node:module';
import {join} from 'node:path';
import type {Plugin, Rollup} from 'vite';

/** The code of `part-loader.ts`, to stand within the entry. */
function loaderCode(): string {
  const source = readFileSync(join(import.meta.dirname, 'part-loader.ts'), 'utf8');
  return stripTypeScriptTypes(source).replaceAll(/^export /gm, '');
}

/** `a as b, c` of an import or export, as pairs of the name in the other module and the name in this one. */
const namesIn = (clause: string): readonly (readonly [string, string])[] =>
  clause
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => {
      const [first = '', second = first] = each.split(/\s+as\s+/);
      return [first, second] as const;
    });

const imports = /^import\s*(?:\{([^}]*)\}\s*from\s*)?["']([^"']+)["'];?$/gm;
const exports = /^export\s*\{([^}]*)\};?$/gm;
const loads = /\bimport\((["'`])(\.{1,2}\/[^"'`]+)\1\)/g;

const nameOf = (path: string): string => /([\w-]+)\.[^/]*$/.exec(path)?.[1] ?? path;

/** An object of what a chunk exports. */
function exported(code: string): string {
  const names = Array.from(code.matchAll(exports), ([, clause = '']) => namesIn(clause)).flat();
  return `{${names.map(([local, name]) => `${JSON.stringify(name)}: ${local}`).join(', ')}}`;
}

/** Its imports as what the loader gives of parts that are there already. */
const linked = (code: string): string =>
  code.replaceAll(imports, (_, clause: string | undefined, path: string) => {
    const names = namesIn(clause ?? '').map(([name, local]) => `${JSON.stringify(name)}: ${local}`);
    return names.length > 0 ? `const {${names.join(', ')}} = part(${JSON.stringify(nameOf(path))});` : '';
  });

/** Every part is beside the entry, in the same folder. */
const loading = (code: string): string =>
  code.replaceAll(loads, (_, _quote: string, path: string) => `loadPart("chunks/${path.split('/').at(-1) ?? ''}")`);

const script = (code: string): string => loading(linked(code)).replaceAll(exports, '');

const entryScript = (code: string): string => `(() => {"use strict";
${loaderCode()}
const held = () => (${exported(code)});
const loadPart = partLoader(document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined, held);
${script(code)}
})();`;

/** A part is a classic script that leaves at its tag what makes it, for the loader to take from there. */
const partScript = (code: string): string => `document.currentScript.petitionPart = (loadPart, part) => {"use strict";
${script(code)}
return ${exported(code)};
};`;

const digest = (algorithm: string, code: string): string => createHash(algorithm).update(code).digest('base64');

/** As it stands in a file's name. */
const inName = (hash: string): string => hash.replaceAll('+', '-').replaceAll('/', '_').replace(/=$/, '');

const isChunk = (file: Rollup.OutputAsset | Rollup.OutputChunk): file is Rollup.OutputChunk => file.type === 'chunk';

const references = (chunk: Rollup.OutputChunk, others: readonly Rollup.OutputChunk[]): readonly Rollup.OutputChunk[] =>
  others.filter((other) => other !== chunk && chunk.code.includes(other.fileName));

/** Gives each part its digest for a name, those that others load before these, so that all digests hold. */
function nameByDigest(bundle: Rollup.OutputBundle): void {
  const waiting = new Set(Object.values(bundle).filter(isChunk));
  while (waiting.size > 0) {
    const next = [...waiting].find((chunk) => references(chunk, [...waiting]).length === 0);
    if (!next) throw new Error(`${[...waiting].map(({fileName}) => fileName).join(' and ')} load each other`);
    waiting.delete(next);
    if (next.isEntry) continue;
    const before = next.fileName;
    const after = `chunks/${next.name}.${inName(digest('sha256', next.code))}.js`;
    next.fileName = after;
    for (const other of waiting) other.code = other.code.replaceAll(before, after);
  }
}

/** What a page states of a file for the browser to check (W3C Subresource Integrity). */
function integrityList(bundle: Rollup.OutputBundle): string {
  const chunks = Object.values(bundle).filter(isChunk);
  const entries = chunks.map(({fileName, code}) => [fileName, `sha384-${digest('sha384', code)}`] as const);
  return `${JSON.stringify(Object.fromEntries(entries.toSorted()), undefined, 2)}\n`;
}

/**
 * Makes the entry a classic script, as a pasted tag asks for, and its chunks parts that it loads with
 * `part-loader.ts`: no import, no export, no name in the page's global scope. A part may import only from the
 * entry and from parts that are loaded before it. Each has its digest for a name, which the loader has the
 * browser check.
 */
export function linkedParts(): Plugin {
  return {
    name: 'linked-parts',
    apply: 'build',
    renderChunk: (code, chunk) => (chunk.isEntry ? entryScript(code) : partScript(code)),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        nameByDigest(bundle);
        this.emitFile({type: 'asset', fileName: 'integrity.json', source: integrityList(bundle)});
      },
    },
  };
}
