import {kindOf, lineOf, nameOf} from './names.ts';
import {allSeen, canvas, openDialog} from './seen.ts';

/** Where the focus is. */
export interface Focus {
  /** The same for the same place to stop at: one for all of a group of radio buttons. */
  readonly stop: string;
  readonly name: string;
  /** The same for what looks alike. */
  readonly kind: string;
  /** Why it is not seen, if it isn't. */
  readonly fault: string | undefined;
}

const ends = ['before', 'after'] as const;
/** The first and the last place on the page, or none: what is outside of the page has the focus. */
export type End = (typeof ends)[number] | 'outside';

function newEnd(id: string): HTMLElement {
  const end = document.createElement('button');
  end.id = id;
  end.ariaLabel = id;
  // On the page's first line it covers nothing, and is in nobody's way.
  end.style.cssText = 'position: absolute; inset: 0 auto auto 0; opacity: 0; pointer-events: none';
  return end;
}

const isBar = (element: Element): boolean => getComputedStyle(element).position === 'fixed';

const line = 30;

/** Links all down the window, which a bar that stays there might cover. */
function newLinks(): HTMLElement {
  const list = document.createElement('ul');
  list.id = 'links';
  for (let y = 0; y < innerHeight; y += line) {
    const link = document.createElement('a');
    link.href = '#links';
    link.textContent = `a link of the page, ${y} px down`;
    const item = document.createElement('li');
    item.style.blockSize = `${line}px`;
    item.append(link);
    list.append(item);
  }
  return list;
}

/** Takes away what {@link placeEnds} has put there. */
export function removeEnds(): void {
  for (const id of ['links', ...ends]) document.getElementById(id)?.remove();
}

/** Puts a place before the story, and another after it, as a page has around an element; and links beside a bar. */
export function placeEnds(): void {
  document.body.prepend(newEnd('before'));
  if (allSeen().some(isBar)) canvas().querySelector('.page')?.append(newLinks());
  document.body.append(newEnd('after'));
}

export function focusEnd(id: 'before' | 'after'): void {
  document.getElementById(id)?.focus();
}

/** What has the focus, in whatever shadow root it is. */
export function active(): HTMLElement | undefined {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement && found !== document.body ? found : undefined;
}

const numbers = new WeakMap<Element, number>();
let last = 0;

function stopOf(element: Element): string {
  const isOneOfSome = element instanceof HTMLInputElement && element.type === 'radio';
  if (isOneOfSome) return `the choice of ${element.name}`;
  const known = numbers.get(element);
  if (known !== undefined) return `${known}`;
  last += 1;
  numbers.set(element, last);
  return `${last}`;
}

function topAt(x: number, y: number): Element | undefined {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found ?? undefined;
}

const parts = [0.1, 0.3, 0.5, 0.7, 0.9];

const pointsOf = ({left, top, width, height}: DOMRect): readonly (readonly [number, number])[] =>
  parts.flatMap((across) => parts.map((down) => [left + width * across, top + height * down] as const));

const isInWindow = ([x, y]: readonly [number, number]): boolean =>
  x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

/** Why nothing is seen of an element, if so (WCAG 2.2, 2.4.11). */
function faultOf(element: Element): string | undefined {
  const points = [...element.getClientRects()].flatMap(pointsOf);
  const inWindow = points.filter(isInWindow);
  if (inWindow.length === 0) return 'is out of the window';
  const tops = inWindow.map(([x, y]) => topAt(x, y));
  if (tops.some((top) => top && [...lineOf(top)].includes(element))) return;
  const cover = tops.find((top) => top !== undefined);
  return `is under ${cover ? nameOf(cover) : 'something'}`;
}

/** Where the focus is now. */
export function focus(): Focus | End {
  const element = active();
  if (!element) return 'outside';
  const end = ends.find((each) => each === element.id);
  return end ?? {stop: stopOf(element), name: nameOf(element), kind: kindOf(element), fault: faultOf(element)};
}

/** Whether a dialog keeps the focus. */
export const isModal = (): boolean => openDialog() !== undefined;

/** Whether the focus is in the story. */
export function isInStory(): boolean {
  const element = active();
  return element !== undefined && [...lineOf(element)].includes(canvas());
}
