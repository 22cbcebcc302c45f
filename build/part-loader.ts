/** What a part gives to those that import it, by the names that the build has given. */
export type Exports = Readonly<Record<string, unknown>>;

/** Loads parts, by their files beside the entry's, each after those that it imports from, and gives what the last holds. */
export type LoadPart = (...files: readonly string[]) => Promise<Exports>;

/** A part as its script hands it over. `part` gives what is loaded already, by its name. */
export type MakePart = (loadPart: LoadPart, part: (name: string) => Exports) => Exports;

/** It runs once and leaves here what it holds, so that the page's global scope has nothing of it. */
export interface PartScript extends HTMLScriptElement {
  petitionPart?: MakePart;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {createScriptURL: (url: string) => string},
  ): {
    createScriptURL(url: string): unknown;
  };
}

/** A file's address as it stands in a stack, before the line and the column. */
const addresses = /(?:https?|file):\/\/[^\s()]+(?=:\d+:\d+)/g;

/**
 * Where the entry came from. A module, or a script in a shadow tree, is not told its tag, but any error tells
 * the addresses of what runs; the outermost is the entry's.
 */
export const addressOf = (tag: HTMLScriptElement | undefined): string =>
  tag?.src || (String(new Error().stack).match(addresses)?.at(-1) ?? '');

/** A page may enforce Trusted Types, where a script's address has to come from a policy. */
function scriptUrls(): (url: string) => unknown {
  const {trustedTypes}: typeof globalThis & {trustedTypes?: TrustedTypes} = globalThis;
  const policy = trustedTypes?.createPolicy('petition-widgets', {createScriptURL: (url) => url});
  return policy ? (url) => policy.createScriptURL(url) : (url) => url;
}

/** Who has waited long enough is told, and not kept waiting for another try. */
class LateError extends Error {}

/** A part's file has its digest in its name: `chunks/main.ZFbB….js`. */
const integrityOf = (file: string): string =>
  `sha256-${file.split('.').at(-2)?.replaceAll('-', '+').replaceAll('_', '/')}=`;

const nameOf = (file: string): string => /(\w[\w-]*)\.[^/]*$/.exec(file)?.[1] ?? file;

/**
 * How the entry loads its parts: from beside it, wherever it came from, as classic scripts whose integrity
 * the browser checks (W3C Subresource Integrity), which works for modules in no way that leaves the page
 * as it is. A part that failed is asked for once more at once by another URL, as a cache may hold half of it
 * under its own. One that does not come in 15 s is given up until it is wanted again.
 *
 * @param address the entry's
 * @param nonce that of the page's scripts, where its policy asks for one
 * @param held what the entry holds for its parts, once it has run
 */
export function partLoader(address: string, nonce: string | undefined, held: () => Exports): LoadPart {
  const patience = 15_000;
  const coming = new Map<string, Promise<MakePart>>();
  const loaded = new Map<string, Exports>();
  let trusted: ((url: string) => unknown) | undefined;

  /** Has a tag in the page until it has loaded, or has not in time. */
  const withTag = async (tag: HTMLLinkElement | PartScript, file: string): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => reject(new LateError(`${file} did not load in time`)), patience);
        tag.addEventListener('load', () => resolve());
        tag.addEventListener('error', () => reject(new Error(`${file} did not load`)));
        // Not `document.head`, which may be a form of that name.
        document.querySelector('head, body')?.appendChild(tag);
      });
    } finally {
      clearTimeout(timer);
      tag.remove();
    }
  };

  const run = async (file: string, isSecond: boolean): Promise<MakePart> => {
    const url = new URL(isSecond ? `${file}?${Math.random()}` : file, address);
    const link = document.createElement('link');
    const script: PartScript = document.createElement('script');
    for (const tag of [link, script]) {
      if (nonce) tag.nonce = nonce;
      // What comes from a disk is of no origin, and so can't be checked.
      if (url.protocol === 'file:') continue;
      tag.crossOrigin = 'anonymous';
      tag.integrity = integrityOf(file);
    }
    // A script that is under way would hold back the page's `load` event; what is fetched ahead does not.
    if (link.integrity && document.readyState !== 'complete') {
      link.rel = 'preload';
      link.as = 'script';
      link.href = url.href;
      await withTag(link, file);
    }
    trusted ??= scriptUrls();
    Reflect.set(script, 'src', trusted(url.href));
    await withTag(script, file);
    if (!script.petitionPart) throw new Error(`${file} is no part of this script`);
    return script.petitionPart;
  };

  const come = async (file: string, isSecond = false): Promise<MakePart> => {
    try {
      return await run(file, isSecond);
    } catch (error) {
      if (!isSecond && !(error instanceof LateError)) return come(file, true);
      coming.delete(file);
      throw error;
    }
  };

  const fetched = (file: string): Promise<MakePart> => {
    const part = coming.get(file) ?? come(file);
    coming.set(file, part);
    return part;
  };

  const part = (name: string): Exports => (name === 'embed' ? held() : (loaded.get(name) ?? {}));

  const loadPart: LoadPart = async (...files) => {
    const makes = await Promise.all(files.map(fetched));
    const names = files.map(nameOf);
    makes.forEach((make, index) => {
      const name = names[index] ?? '';
      if (!loaded.has(name)) loaded.set(name, make(loadPart, part));
    });
    return part(names.at(-1) ?? '');
  };
  return loadPart;
}
