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
  for (const name of script.getAttributeNames()) {
    const [, attribute] = /^data-([a-z][\w-]*)$/.exec(name) ?? [];
    if (attribute && !ownSettings.has(name)) element.setAttribute(attribute, script.getAttribute(name) ?? '');
  }
  return element;
}
