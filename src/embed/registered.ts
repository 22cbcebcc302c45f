import {warnOnce} from '../internal/warn-once.ts';

/** What a script needs of the elements that another copy of it has defined. */
interface Registered {
  offerBackend(backend: string): void;
}

/** Where the classes' script came from, by which another copy of it knows them. */
const origin = Symbol.for('petition-widgets');

const isOurs = (element: CustomElementConstructor | undefined): element is CustomElementConstructor & Registered =>
  element !== undefined && 'offerBackend' in element;

export function markOrigin(element: object, source: string): void {
  if (!(origin in element)) Object.defineProperty(element, origin, {value: source});
}

/** The class that the page's elements are of, if a script has run before: the first to define a tag keeps it. */
export function registeredElement(source: string): Registered | undefined {
  const element = customElements.get('petition-campaign');
  if (!isOurs(element)) return undefined;
  if (Reflect.get(element, origin) !== source) {
    warnOnce('another copy of the script, from another address, came first; its elements are used on this page');
  }
  return element;
}
