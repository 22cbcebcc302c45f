/** What a part gives to those that import it, by the names that the build has given. */
export type Exports = Readonly<Record<string, unknown>>;

/** Loads a part, by its file beside the entry's, and what it holds. */
export type LoadPart = (file: string) => Promise<Exports>;

/** A part as its script hands it over. `part` gives what is loaded already, by its name. */
type MakePart = (loadPart: LoadPart, part: (name: string) => Exports | undefined) => Exports;

/** It runs once and leaves here what it holds, so that the page's global scope has nothing of it. */
interface PartScript extends HTMLScriptElement {
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

/** A page may enforce Trusted Types, where a script's address has to come from a policy. */
function scriptUrls(): (url: string) => unknown {
  const {trustedTypes}: {trustedTypes?: TrustedTypes} = globalThis;
  const policy = trustedTypes?.createPolicy('petition-widgets', {createScriptURL: (url) => url});
  return policy ? (url) => policy.createScriptURL(url) : (url) => url;
}

/** A part's file has its digest in its name: `chunks/main.ZFbB….js`. */
const integrityOf = (file: string): string =>
  `sha256-${file.split('.').at(-2)?.replaceAll('-', '+').replaceAll('_', '/')}=`;

const nameOf = (file: string): string => /(\w[\w-]*)\.[^/]*$/.exec(file)?.[1] ?? file;

/**
 * How the entry loads its parts: from beside it, wherever it came from, as classic scripts whose integrity
 * the browser checks (W3C Subresource Integrity), which works for modules in no way that leaves the page
 * as it is. A part that did not come in 15 s, or failed, is asked for anew by another URL, as the first
 * may be cached.
 *
 * @param entry the entry's script
 * @param held what the entry holds for its parts, once it has run
 */
export function partLoader(entry: HTMLScriptElement | undefined, held: () => Exports): LoadPart {
  const patience = 15_000;
  const loading = new Map<string, Promise<Exports>>();
  const loaded = new Map<string, Exports>();
  const failures = new Map<string, number>();
  const base = entry?.src || document.baseURI;
  let trusted: ((url: string) => unknown) | undefined;

  const scriptFor = (file: string): PartScript => {
    const failed = failures.get(file) ?? 0;
    const url = new URL(failed > 0 ? `${file}?${failed}` : file, base);
    const script: PartScript = document.createElement('script');
    // What comes from a disk is of no origin, and so can't be checked.
    if (url.protocol.startsWith('http')) {
      script.crossOrigin = 'anonymous';
      script.integrity = integrityOf(file);
    }
    if (entry?.nonce) script.nonce = entry.nonce;
    script.fetchPriority = 'high';
    trusted ??= scriptUrls();
    Reflect.set(script, 'src', trusted(url.href));
    return script;
  };

  const run = (script: PartScript): Promise<MakePart> =>
    new Promise((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`${script.src} ${why}`));
      const timer = setTimeout(() => fail('did not come in time'), patience);
      script.onload = () => (script.petitionPart ? resolve(script.petitionPart) : fail('is no part of this script'));
      script.onerror = () => fail('did not load');
      const end = (): void => {
        clearTimeout(timer);
        script.remove();
      };
      script.addEventListener('load', end);
      script.addEventListener('error', end);
      document.head.appendChild(script);
    });

  const load = async (file: string): Promise<Exports> => {
    try {
      const make = await run(scriptFor(file));
      const exports = make(loadPart, (name) => (name === 'embed' ? held() : loaded.get(name)));
      loaded.set(nameOf(file), exports);
      return exports;
    } catch (error) {
      loading.delete(file);
      failures.set(file, (failures.get(file) ?? 0) + 1);
      throw error;
    }
  };

  const loadPart: LoadPart = (file) => {
    const coming = loading.get(file) ?? load(file);
    loading.set(file, coming);
    return coming;
  };
  return loadPart;
}
