import {composedChildren} from '../../../stories/support/dom.ts';

/** What an element stands in as it is composed. */
export function parentOf(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

/** An element and all that it stands in, from the inside out. */
export function* lineOf(element: Element): Generator<Element> {
  for (let each: Element | undefined = element; each; each = parentOf(each)) yield each;
}

const letters = 24;

const wordsOf = (node: Node): string =>
  node instanceof Text ? node.data : composedChildren(node).map(wordsOf).join(' ');

/** The first words of what is in an element, or what it is called. */
function words(element: Element): string {
  const all = element.getAttribute('aria-label') ?? wordsOf(element).replaceAll(/\s+/g, ' ').trim();
  return all.length > letters ? `${all.slice(0, letters)}…` : all;
}

const marks = ['part', 'type', 'name', 'role', 'layout'] as const;

/** An element by its tag and what tells it from its like. */
function mark(element: Element): string {
  const known = marks.flatMap((name) => {
    const value = element.getAttribute(name);
    return value ? [`[${name}=${value}]`] : [];
  });
  return [element.localName, ...Array.from(element.classList, (each) => `.${each}`), ...known].join('');
}

const isCustom = (element: Element): boolean => element.localName.includes('-');

/** Where an element is, for somebody who has to find it. */
export function nameOf(element: Element): string {
  const hosts = [...lineOf(element)].slice(1).filter(isCustom).toReversed();
  return `${[...hosts, element].map(mark).join(' ')} «${words(element)}»`;
}

/** What looks alike: the same part of the same element, whatever it says. */
export function kindOf(element: Element): string {
  const hosts = [...lineOf(element)].slice(1).filter(isCustom).toReversed();
  const states = ['aria-invalid', 'aria-current', 'aria-selected', 'aria-expanded', 'aria-disabled', 'checked'].filter(
    (name) => element.matches(`[${name}]:not([${name}=false])`),
  );
  const looks = [element, ...hosts].map((each) =>
    [each.localName, ...each.classList, each.getAttribute('type'), each.getAttribute('layout')].join(' '),
  );
  return [...looks, ...states].join(' | ');
}
