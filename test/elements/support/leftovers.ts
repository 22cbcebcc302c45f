/** What a page would have to clean up after an element: timers, frames asked for, listeners on the page, observers. */
export interface Leftovers {
  readonly timers: number;
  readonly frames: number;
  readonly listeners: readonly string[];
  readonly observers: readonly string[];
}

export const nothing: Leftovers = {timers: 0, frames: 0, listeners: [], observers: []};

export interface Watch {
  /** What has been started and not ended since the watch began. */
  now(): Leftovers;
  end(): void;
}

type Undo = () => void;
type Call = (this: unknown, ...args: unknown[]) => unknown;

const isCall = (value: unknown): value is Call => typeof value === 'function';

/** Puts another function in a function's place; the undo puts the old one back. */
function replace(target: object, name: string, make: (original: Call) => Call): Undo {
  const original: unknown = Reflect.get(target, name);
  if (!isCall(original)) throw new TypeError(`${name} is no function`);
  Reflect.set(target, name, make(original));
  return () => Reflect.set(target, name, original);
}

const starting =
  (running: Set<unknown>, isOnce: boolean) =>
  (original: Call): Call =>
  (handler, ...rest) => {
    const run: Call = (...values) => {
      if (isOnce) running.delete(id);
      if (isCall(handler)) Reflect.apply(handler, window, values);
    };
    const id = Reflect.apply(original, window, [run, ...rest]);
    running.add(id);
    return id;
  };

const ending =
  (running: Set<unknown>) =>
  (original: Call): Call =>
  (id) => {
    running.delete(id);
    Reflect.apply(original, window, [id]);
  };

function watchTimers(running: Set<unknown>): Undo[] {
  return [
    replace(window, 'setTimeout', starting(running, true)),
    replace(window, 'setInterval', starting(running, false)),
    replace(window, 'clearTimeout', ending(running)),
    replace(window, 'clearInterval', ending(running)),
  ];
}

function watchFrames(running: Set<unknown>): Undo[] {
  return [
    replace(window, 'requestAnimationFrame', starting(running, true)),
    replace(window, 'cancelAnimationFrame', ending(running)),
  ];
}

interface Listener {
  readonly target: unknown;
  readonly type: string;
  readonly listener: unknown;
}

const isOfPage = (target: unknown): boolean =>
  [window, document, document.documentElement, document.body, visualViewport].some((each) => each === target);

/** Once-listeners and those with a signal are not followed to their end: they count until they are removed. */
function watchListeners(listening: Set<Listener>): Undo[] {
  const known = (target: unknown, type: unknown, listener: unknown): Listener | undefined =>
    [...listening].find((each) => each.target === target && each.type === type && each.listener === listener);
  const adding = (original: Call): Call =>
    function add(this: unknown, type, listener, ...rest) {
      const target = this ?? window;
      if (isOfPage(target) && !known(target, type, listener)) listening.add({target, type: String(type), listener});
      return Reflect.apply(original, target, [type, listener, ...rest]);
    };
  const removing = (original: Call): Call =>
    function remove(this: unknown, type, listener, ...rest) {
      const target = this ?? window;
      const old = known(target, type, listener);
      if (old) listening.delete(old);
      return Reflect.apply(original, target, [type, listener, ...rest]);
    };
  return [
    replace(EventTarget.prototype, 'addEventListener', adding),
    replace(EventTarget.prototype, 'removeEventListener', removing),
  ];
}

function watchObservers(observing: Map<unknown, string>): Undo[] {
  return [MutationObserver, ResizeObserver, IntersectionObserver].flatMap(({name, prototype}) => [
    replace(
      prototype,
      'observe',
      (original) =>
        function observe(this: unknown, ...args) {
          observing.set(this, name);
          return Reflect.apply(original, this, args);
        },
    ),
    replace(
      prototype,
      'disconnect',
      (original) =>
        function disconnect(this: unknown) {
          observing.delete(this);
          return Reflect.apply(original, this, []);
        },
    ),
  ]);
}

/** Watches the whole page; a test's own waiting is gone from it once the test goes on. */
export function watchLeftovers(): Watch {
  const running = new Set<unknown>();
  const frames = new Set<unknown>();
  const listening = new Set<Listener>();
  const observing = new Map<unknown, string>();
  const undos = [
    ...watchTimers(running),
    ...watchFrames(frames),
    ...watchListeners(listening),
    ...watchObservers(observing),
  ];
  return {
    now: () => ({
      timers: running.size,
      frames: frames.size,
      listeners: Array.from(listening, ({type}) => type),
      observers: [...observing.values()],
    }),
    end: () => undos.forEach((undo) => undo()),
  };
}
