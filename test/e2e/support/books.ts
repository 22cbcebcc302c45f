import type {CDPSession, Page} from 'playwright-core';

/** What a script has going on a page, and what it has done to it. */
export interface Books {
  /** Timers, frames and idle calls that have not come yet. */
  readonly timers: number;
  /** Kinds of observers that observe something. */
  readonly observers: readonly string[];
  /** Listeners on media queries. */
  readonly queries: number;
  /** Blob URLs that were not taken back. */
  readonly urls: number;
  /** What of the page's own was called: its storage, history, focus, scroll position, windows. */
  readonly used: readonly string[];
  /** What there is in the global scope, and on all that is there, that was not so at first. */
  readonly changes: readonly string[];
}

declare global {
  var readBooks: () => Books;
}

/** Is run in the page before anything of its own, and keeps books from then on. */
export function keepBooks(): void {
  type Call = (this: unknown, ...args: unknown[]) => unknown;
  const is = {
    call: (value: unknown): value is Call => typeof value === 'function',
    object: (value: unknown): value is object => typeof value === 'object' && value !== null,
  };
  const properties = {
    /** Each of an object's own, with what may stand behind it. */
    of: (object: object): ReadonlyMap<PropertyKey, readonly unknown[]> => {
      const entries = Reflect.ownKeys(object).map((key) => {
        const descriptor = Object.getOwnPropertyDescriptor(object, key) ?? {};
        return [key, ['value', 'get', 'set'].map((name): unknown => Reflect.get(descriptor, name))] as const;
      });
      return new Map(entries);
    },
  };
  const replace = (target: object, name: string, make: (original: Call) => Call): void => {
    const original: unknown = Reflect.get(target, name);
    if (is.call(original)) Reflect.set(target, name, make(original));
  };
  const prototypeOf = (name: string): object => {
    const constructor: unknown = Reflect.get(globalThis, name);
    const prototype: unknown = is.call(constructor) ? Reflect.get(constructor, 'prototype') : undefined;
    // Not all of them are there on a page that is not secure, such as an empty one.
    return is.object(prototype) ? prototype : {};
  };

  const running = new Set<string>();
  for (const [start, end, isOnce] of [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
    ['requestAnimationFrame', 'cancelAnimationFrame', true],
    ['requestIdleCallback', 'cancelIdleCallback', true],
  ] as const) {
    replace(globalThis, start, (original) => (handler, ...rest) => {
      const run: Call = (...values) => {
        if (isOnce) running.delete(key);
        if (is.call(handler)) Reflect.apply(handler, globalThis, values);
      };
      const id = Reflect.apply(original, globalThis, [run, ...rest]);
      const key = `${end} ${String(id)}`;
      running.add(key);
      return id;
    });
    replace(globalThis, end, (original) => (id) => {
      running.delete(`${end} ${String(id)}`);
      Reflect.apply(original, globalThis, [id]);
    });
  }

  const observing = new Map<unknown, string>();
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'PerformanceObserver']) {
    replace(
      prototypeOf(name),
      'observe',
      (original) =>
        function observe(this: unknown, ...args) {
          observing.set(this, name);
          return Reflect.apply(original, this, args);
        },
    );
    replace(
      prototypeOf(name),
      'disconnect',
      (original) =>
        function disconnect(this: unknown) {
          observing.delete(this);
          return Reflect.apply(original, this, []);
        },
    );
  }

  const listening = new Set<unknown>();
  const prototypes = [prototypeOf('EventTarget'), prototypeOf('MediaQueryList')];
  for (const name of ['addEventListener', 'addListener', 'removeEventListener', 'removeListener']) {
    const note = (listener: unknown): unknown =>
      name.startsWith('add') ? listening.add(listener) : listening.delete(listener);
    for (const prototype of prototypes.filter((each) => Object.hasOwn(each, name))) {
      replace(
        prototype,
        name,
        (original) =>
          function listen(this: unknown, ...args) {
            if (this instanceof MediaQueryList) note(args.findLast(is.call));
            return Reflect.apply(original, this ?? globalThis, args);
          },
      );
    }
  }

  const urls = new Set<unknown>();
  replace(URL, 'createObjectURL', (original) => (blob) => {
    const url = Reflect.apply(original, URL, [blob]);
    urls.add(url);
    return url;
  });
  replace(URL, 'revokeObjectURL', (original) => (url) => {
    urls.delete(url);
    Reflect.apply(original, URL, [url]);
  });

  const used: string[] = [];
  const noteCalls = (target: object, names: readonly string[]): void => {
    for (const name of names) {
      replace(
        target,
        name,
        (original) =>
          function noted(this: unknown, ...args) {
            used.push(name);
            return Reflect.apply(original, this ?? globalThis, args);
          },
      );
    }
  };
  noteCalls(globalThis, ['open', 'alert', 'confirm', 'prompt', 'scrollTo', 'scrollBy', 'scroll', 'postMessage']);
  noteCalls(prototypeOf('Storage'), ['getItem', 'setItem', 'removeItem', 'clear', 'key']);
  noteCalls(prototypeOf('IDBFactory'), ['open', 'databases', 'deleteDatabase']);
  noteCalls(prototypeOf('CacheStorage'), ['open', 'match', 'keys']);
  noteCalls(prototypeOf('CookieStore'), ['get', 'getAll', 'set', 'delete']);
  noteCalls(prototypeOf('ServiceWorkerContainer'), ['register', 'getRegistration', 'getRegistrations']);
  noteCalls(prototypeOf('History'), ['pushState', 'replaceState', 'back', 'forward', 'go']);
  noteCalls(prototypeOf('HTMLElement'), ['focus', 'blur']);
  noteCalls(prototypeOf('Element'), ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']);
  noteCalls(prototypeOf('Document'), ['write', 'writeln', 'open', 'execCommand']);
  noteCalls(prototypeOf('Navigator'), ['sendBeacon', 'vibrate']);
  noteCalls(prototypeOf('Performance'), ['mark', 'measure']);

  /** What the scripts of a page share: the global scope, what is there, and what that makes. */
  const shared = (): Map<object, string> => {
    const found = new Map<object, string>([
      [globalThis, 'the global scope'],
      [document, 'document'],
      [history, 'history'],
      [navigator, 'navigator'],
    ]);
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
      if (!is.call(value)) continue;
      found.set(value, name);
      found.set(prototypeOf(name), `${name}.prototype`);
    }
    for (const [name, object] of Object.entries({Math, JSON, Intl, Reflect, Atomics, console, CSS})) {
      found.set(object, name);
    }
    return found;
  };
  const changes = (): string[] => {
    const found: string[] = [];
    for (const [object, name] of shared()) {
      const before = atFirst.get(object) ?? properties.of({});
      const now = properties.of(object);
      for (const key of new Set([...before.keys(), ...now.keys()])) {
        const [old, each] = [before.get(key), now.get(key)];
        if (!old || !each?.every((part, index) => Object.is(part, old[index]))) found.push(`${name}: ${String(key)}`);
      }
    }
    return found;
  };

  globalThis.readBooks = () => ({
    timers: running.size,
    observers: [...observing.values()],
    queries: listening.size,
    urls: urls.size,
    used: [...used],
    changes: changes(),
  });
  const atFirst = new Map(Array.from(shared().keys(), (object) => [object, properties.of(object)]));
}

/** What is there as long as the page is. */
const lasting = `[window, document, document.documentElement, document.head, document.body, visualViewport, screen,
  screen.orientation, navigator.connection, navigator.serviceWorker, document.fonts, performance, window.navigation]`;

async function listenersOf(session: CDPSession, objectId: string): Promise<string[]> {
  const {listeners} = await session.send('DOMDebugger.getEventListeners', {objectId});
  return listeners.map(({type}) => type);
}

/** The kinds of all listeners on what is there as long as the page is. */
export async function listenersOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const {result} = await session.send('Runtime.evaluate', {expression: lasting});
  const {result: members} = await session.send('Runtime.getProperties', {objectId: result.objectId ?? ''});
  const found: string[] = [];
  for (const {name, value} of members) {
    if (/^\d+$/.test(name) && value?.objectId) found.push(...(await listenersOf(session, value.objectId)));
  }
  await session.detach();
  return found.toSorted();
}
