import {composedAncestors} from './composed-ancestors.ts';
import {showsOwnLanguage} from './host-language.ts';

type Listener = () => void;

const isPetitionElement = (element: Element): boolean => element.localName.startsWith('petition-');

/** The enclosing `petition-…` elements, upgraded or not yet, nearest first. */
export function enclosingPetitionElements(element: Element): readonly Element[] {
  return [...composedAncestors(element)].filter(isPetitionElement);
}

/** The petition of the nearest enclosing `petition-…` element that names one. */
export function inheritedPetition(element: Element): string | undefined {
  const naming = enclosingPetitionElements(element).find((ancestor) => ancestor.getAttribute('petition'));
  return naming?.getAttribute('petition') ?? undefined;
}

let offeredBackend: string | undefined;
const backendListeners = new Set<Listener>();

/** The backend of all elements that name none: the first that a script tag of the page offers. */
export function offerPageBackend(backend: string): void {
  if (offeredBackend || !backend) return;
  offeredBackend = backend;
  for (const listener of backendListeners) listener();
}

export const pageBackend = (): string | undefined => offeredBackend;

/** What an element shows, of itself or in its shadow root, is no news; what it was given, it passes on to those inside. */
function isNews({attributeName, target}: MutationRecord): boolean {
  if (attributeName !== 'lang') return true;
  const root = target.getRootNode();
  return !showsOwnLanguage(target) && !(root instanceof ShadowRoot && showsOwnLanguage(root.host));
}

const watched = new WeakMap<Node, {observer: MutationObserver | undefined; listeners: Set<Listener>}>();

/** Undefined where a page has taken the observer away: what changes around an element later, it doesn't hear of. */
const watching = (listeners: ReadonlySet<Listener>): MutationObserver | undefined =>
  'MutationObserver' in globalThis
    ? new MutationObserver((records) => {
        if (records.some(isNews)) listeners.forEach((each) => each());
      })
    : undefined;

function watchRoot(root: Node, listener: Listener): Listener {
  const known = watched.get(root);
  const listeners = known?.listeners ?? new Set<Listener>();
  const observer = known ? known.observer : watching(listeners);
  if (!known) {
    observer?.observe(root, {subtree: true, attributeFilter: ['lang', 'petition', 'backend', 'slot']});
    watched.set(root, {observer, listeners});
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    watched.delete(root);
  };
}

const awaited = new Map<string, Set<Listener>>();

async function tellOfDefinition(name: string, listeners: ReadonlySet<Listener>): Promise<void> {
  await customElements.whenDefined(name);
  awaited.delete(name);
  // What it draws around its content may come a moment later.
  setTimeout(() => listeners.forEach((each) => each()));
}

/** Calls back once a tag is defined. Returns what ends it. */
function whenDefined(name: string, listener: Listener): Listener {
  const listeners = awaited.get(name) ?? new Set<Listener>();
  if (!awaited.has(name)) void tellOfDefinition(name, listeners);
  awaited.set(name, listeners);
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function rootsAround(element: Element): ReadonlySet<Node> {
  const roots = new Set([element.getRootNode()]);
  for (const ancestor of composedAncestors(element)) roots.add(ancestor.getRootNode());
  return roots;
}

/**
 * Calls back when something that an element may inherit has changed anywhere around it. However many
 * elements watch, there is one observer for each tree. Returns what ends it.
 */
export function watchSurroundings(element: Element, listener: Listener): Listener {
  const ends = new Map<Node, Listener>();
  const onChange = (): void => {
    gather();
    listener();
  };
  const gather = (): void => {
    const roots = rootsAround(element);
    for (const [root, end] of ends) {
      if (roots.has(root)) continue;
      end();
      ends.delete(root);
    }
    for (const root of roots) if (!ends.has(root)) ends.set(root, watchRoot(root, onChange));
  };
  gather();
  const undefinedAround = [...composedAncestors(element)].filter((each) => each.matches(':not(:defined)'));
  const definitions = undefinedAround.map(({localName}) => whenDefined(localName, onChange));
  backendListeners.add(listener);
  return () => {
    backendListeners.delete(listener);
    for (const end of [...ends.values(), ...definitions]) end();
  };
}
