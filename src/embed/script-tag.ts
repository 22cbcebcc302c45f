import {warnOnce} from '../internal/warn-once.ts';

/** The elements by what `data-widget` calls them: their tags without `petition-`. */
export const widgets = ['campaign', 'card', 'counter', 'language-switcher', 'sign-form'] as const;
export type Widget = (typeof widgets)[number];

/** What the tag itself takes; any other `data-x` becomes the element's attribute `x`. */
const ownSettings: ReadonlySet<string> = new Set(['data-target', 'data-widget']);

/** Which element a tag asks for, if it asks for one. */
export function widgetOf({dataset}: HTMLScriptElement): Widget | undefined {
  const {petition, organization, widget} = dataset;
  if (petition === undefined && organization === undefined && widget === undefined) return undefined;
  const known = widgets.find((each) => each === widget);
  if (widget !== undefined && !known) {
    warnOnce(`there is no data-widget="${widget}"; it may be ${widgets.join(', ')}`);
  }
  return known ?? 'campaign';
}

/** The element, with what the tag says of it. */
export function elementFor(script: HTMLScriptElement, widget: Widget): HTMLElement {
  const element = document.createElement(`petition-${widget}`);
  for (const {name, value} of Array.from(script.attributes)) {
    const [, attribute] = /^data-([a-z][\w-]*)$/.exec(name) ?? [];
    if (attribute && !ownSettings.has(name)) element.setAttribute(attribute, value);
  }
  return element;
}

/** A run of the script, which later runs of the same file leave their tags to. */
export type Start = (script: HTMLScriptElement) => void;

/** What marks a tag that has been seen: one that is moved, or found again by a later copy, gives one element. */
const seen = Symbol.for('petition-widgets');

export const isFresh = (script: HTMLScriptElement): boolean => !(seen in script);

export function markSeen(script: HTMLScriptElement, start: Start): void {
  Object.defineProperty(script, seen, {value: start});
}

const isStart = (value: unknown): value is Start => typeof value === 'function';

/** What an earlier run of the same file has left at its tag, if that is still on the page. */
export function earlierStart(script: HTMLScriptElement): Start | undefined {
  for (const other of document.querySelectorAll('script')) {
    const start: unknown = other.src === script.src ? Reflect.get(other, seen) : undefined;
    if (isStart(start)) return start;
  }
  return undefined;
}

const isModuleOfOurs = (target: unknown): target is HTMLScriptElement =>
  target instanceof HTMLScriptElement && target.matches('script[type="module"][src*="embed.js"]');

/**
 * Starts the tag that runs. A module has no way to tell which one that is, and runs once for all tags of its
 * file: so all of them count, those that come later as soon as they are loaded.
 */
export function startTags(start: Start): void {
  const {currentScript} = document;
  if (currentScript instanceof HTMLScriptElement) {
    start(currentScript);
    return;
  }
  document.querySelectorAll('script').forEach((script) => isModuleOfOurs(script) && start(script));
  document.addEventListener('load', ({target}) => isModuleOfOurs(target) && start(target), true);
}
