import type {Petition} from '../../backend/wire.ts';

/** An element that was drawn before its class was there, which goes on with it. */
export interface Drawn {
  readonly petition: Petition;
  /** Its button was pressed: what that does is to follow. */
  isPressed: boolean;
  /** What the page was told: the petition's language, or the total. */
  told?: string | number;
}

const drawn = new WeakMap<Element, Drawn>();

/** Notes that an element is drawn: its shadow root has what its class would have rendered. */
export function markDrawn(element: Element, petition: Petition): Drawn {
  const mark: Drawn = {petition, isPressed: false};
  drawn.set(element, mark);
  return mark;
}

export const drawnBefore = (element: Element): Drawn | undefined => drawn.get(element);

/** Whether its button was pressed, to who does what that asks for. */
export function takePress(element: Element): boolean {
  const mark = drawn.get(element);
  const isPressed = mark?.isPressed === true;
  if (mark) mark.isPressed = false;
  return isPressed;
}

/** The styles that it is drawn with, among them those of parts that came late. */
export const drawnStyles = (element: Element): readonly {readonly styleSheet: CSSStyleSheet}[] =>
  drawn.has(element) ? (element.shadowRoot?.adoptedStyleSheets ?? []).map((styleSheet) => ({styleSheet})) : [];

/**
 * Clears what another copy of the script has drawn, which is not known here.
 * @returns what to render before, or null to render where there is something to go on with, or nothing
 */
export function clearForeign(element: Element): Comment | null {
  if (!element.shadowRoot || drawn.has(element)) return null;
  const anchor = new Comment();
  element.shadowRoot.replaceChildren(anchor);
  return anchor;
}
