import {warnOnce} from '../internal/warn-once.ts';

/** What a script needs of the elements that another copy of it has defined. */
interface Registered {
  offerBackend(backend: string): void;
}

/** Where the classes' script came from, by which another copy of it knows them. */
const origin = Symbol.for('petition-widgets');

const isOurs = (element: object): element is Registered => 'offerBackend' in element;

export function markOrigin(element: object): void {
  if (!(origin in element)) Object.defineProperty(element, origin, {value: import.meta.url});
}

/**
 * The class that the page's elements are of, if a script has run before: the first to define a tag keeps it, and
 * a later copy says so. The same script may well run several times.
 */
export function registeredElement(): Registered | undefined {
  const element = customElements.get('petition-campaign');
  if (!element) return undefined;
  if (Reflect.get(element, origin) !== import.meta.url) {
    warnOnce('another copy of the script, from another address, came first; its elements are used on this page');
  }
  return isOurs(element) ? element : undefined;
}
