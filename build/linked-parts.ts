import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {stripTypeScriptTypes} from 'node:module';
import {join, posix} from 'node:path';
import type {Plugin, Rollup} from 'vite';
import {namesOf} from './part-names.ts';
import {filesToLoad} from './part-order.ts';

/** The code of `part-loader.ts`, to stand within the entry. */
function loaderCode(): string {
  const source = readFileSync(join(import.meta.dirname, 'part-loader.ts'), 'utf8');
  return stripTypeScriptTypes(source).replaceAll(/^export /gm, '');
}

/** The chunk of what the bundler adds to several: a few lines, of which each gets its own instead. */
const helpers = 'rolldown-runtime';

/** All chunks of a build, by their files so far. */
type Chunks = Readonly<Record<string, Rollup.RenderedChunk>>;

/** A chunk's code, its file so far, and the others. */
interface Rendering {
  readonly code: string;
  readonly file: string;
  readonly chunks: Chunks;
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

const quoted = (text: string): string => JSON.stringify(text);

/** An object of what a chunk exports. */
function exported(code: string): string {
  const names = Array.from(code.matchAll(exports), ([, clause = '']) => namesIn(clause)).flat();
  return `{${names.map(([local, name]) => `${quoted(name)}: ${local}`).join(', ')}}`;
}

const fileAt = (path: string, file: string): string => posix.join(posix.dirname(file), path);

/** Its imports as what the loader gives of parts that are there already. */
function linked({code, file, chunks}: Rendering): string {
  const names = namesOf(Object.values(chunks));
  return code.replaceAll(imports, (_, clause: string | undefined, path: string) => {
    const chunk = chunks[fileAt(path, file)];
    const bindings = namesIn(clause ?? '').map(([name, local]) => `${quoted(name)}: ${local}`);
    if (!chunk || bindings.length === 0) return '';
    return `const {${bindings.join(', ')}} = $part(${quoted(names.get(chunk) ?? '')});`;
  });
}

const script = (rendering: Rendering): string =>
  linked(rendering)
    .replaceAll(loads, (_, _quote: string, path: string) => {
      const needed = filesToLoad(fileAt(path, rendering.file), rendering.file, rendering.chunks);
      const files = needed.filter((file) => rendering.chunks[file]?.name !== helpers);
      return `$load(${files.map(quoted).join(', ')})`;
    })
    .replaceAll(exports, '');

/** Asked of the document itself: an image may bear that name, and loaders put their own in its place. */
const runningScript = `Reflect.get(Object.getPrototypeOf(document), "currentScript", document)`;

// What stands beside a chunk's own names begins with `$`, which none of those does.

const entryScript = (rendering: Rendering): string => `(() => {
const [$address, $load] = (() => {
${loaderCode()}
const tag = ${runningScript} ?? undefined;
const address = addressOf(tag);
const nonce = tag?.nonce || document.querySelector("script[nonce]")?.nonce;
return [address, partLoader(address, nonce, () => $held())];
})();
const $held = () => (${exported(rendering.code)});
${script(rendering).replaceAll('import.meta.url', '$address')}
})();`;

/** A part is a classic script that leaves at its tag what makes it, for the loader to take from there. */
const partScript = (rendering: Rendering): string => `${runningScript}.petitionPart = ($load, $part) => {
${script(rendering)}
return ${exported(rendering.code)};
};`;

const digest = (algorithm: string, code: string): string => createHash(algorithm).update(code).digest('base64');

/** As it stands in a file's name. */
const inName = (hash: string): string => hash.replaceAll('+', '-').replaceAll('/', '_').replace(/=$/, '');

const isChunk = (file: Rollup.OutputAsset | Rollup.OutputChunk): file is Rollup.OutputChunk => file.type === 'chunk';

/** What was a module stays strict. The minifier, to which it is one, would leave the directive out. */
const strict = (code: string): string => `"use strict";${code}`;

/** Leaves out what is noted for bundlers, of which none comes any more; words that it stands between stay apart. */
const withoutNotes = (code: string): string =>
  code.replaceAll(/(\w?)\/\* @__[A-Z_]+__ \*\/\s*/g, (_, before: string) => (before ? `${before} ` : ''));

/**
 * Has V8 compile all functions of a file at once, beside the page's own thread, and not each when it is called
 * first (its "explicit compile hints").
 */
const compiledAtOnce = (code: string): string => `//# allFunctionsCalledOnLoad\n${code}`;

interface Options {
  /** The names of chunks that run as a whole once they are loaded. */
  readonly compileAtOnce: readonly string[];
}

/** Puts the bundler's lines into the chunks that use them, as minified so far. */
function inlineHelpers(bundle: Rollup.OutputBundle): void {
  const chunks = Object.values(bundle).filter(isChunk);
  const own = chunks.find(({name}) => name === helpers);
  if (!own) return;
  const [, make] = /\.petitionPart\s*=\s*(.+?);?\s*$/s.exec(own.code) ?? [];
  if (make === undefined) throw new Error(`${own.fileName} is not as expected`);
  const uses = new RegExp(`[\\w$]+\\((["'\`])${helpers}\\1\\)`, 'g');
  for (const chunk of chunks) chunk.code = chunk.code.replaceAll(uses, () => `(${make})()`);
  Reflect.deleteProperty(bundle, own.fileName);
}

const references = (chunk: Rollup.OutputChunk, others: readonly Rollup.OutputChunk[]): readonly Rollup.OutputChunk[] =>
  others.filter((other) => other !== chunk && chunk.code.includes(other.fileName));

/** Gives each part its digest for a name, those that others load before these, so that all digests hold. */
function nameByDigest(bundle: Rollup.OutputBundle, {compileAtOnce}: Options): void {
  const chunks = Object.values(bundle).filter(isChunk);
  const names = namesOf(chunks);
  const waiting = new Set(chunks);
  const unknown = compileAtOnce.filter((name) => !chunks.some((chunk) => chunk.name === name));
  if (unknown.length > 0) throw new Error(`there is no chunk called ${unknown.join(' or ')}`);
  for (const chunk of chunks) {
    const code = strict(withoutNotes(chunk.code));
    chunk.code = compileAtOnce.includes(chunk.name) ? compiledAtOnce(code) : code;
  }
  while (waiting.size > 0) {
    const next = [...waiting].find((chunk) => references(chunk, [...waiting]).length === 0);
    if (!next) throw new Error(`${[...waiting].map(({fileName}) => fileName).join(' and ')} load each other`);
    waiting.delete(next);
    if (next.isEntry) continue;
    const before = next.fileName;
    const after = `chunks/${names.get(next)}.${inName(digest('sha256', next.code))}.js`;
    next.fileName = after;
    for (const other of waiting) other.code = other.code.replaceAll(before, after);
  }
}

/** What a page states of a file for the browser to check (W3C Subresource Integrity). */
function integrityList(bundle: Rollup.OutputBundle): string {
  const chunks = Object.values(bundle).filter(isChunk);
  const inOrder = chunks.toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1));
  const entries = inOrder.map(({fileName, code}) => [fileName, `sha384-${digest('sha384', code)}`] as const);
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

/**
 * Makes the entry a classic script, as a pasted tag asks for, and its chunks parts that it loads with
 * `part-loader.ts`: no import, no export, no name in the page's global scope. Who loads a part loads along with
 * it those that it imports from, as far as they are not there for certain. Each part has its digest for a name,
 * which the loader has the browser check.
 */
export function linkedParts(options: Options): Plugin {
  return {
    name: 'linked-parts',
    apply: 'build',
    renderChunk(code, chunk, _options, {chunks}) {
      const rendering = {code, file: chunk.fileName, chunks};
      return chunk.isEntry ? entryScript(rendering) : partScript(rendering);
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        inlineHelpers(bundle);
        nameByDigest(bundle, options);
        this.emitFile({type: 'asset', fileName: 'integrity.json', source: integrityList(bundle)});
      },
    },
  };
}
