/** An element that was drawn before its class was there, which goes on with it. */
export interface Drawn {
  /** Its button was pressed: what that does is to follow. */
  isPressed: boolean;
}

const drawn = new WeakMap<Element, Drawn>();

/** Notes that an element is drawn: its shadow root has what its class would have rendered. */
export function markDrawn(element: Element): Drawn {
  const mark = {isPressed: false};
  drawn.set(element, mark);
  return mark;
}

export const drawnBefore = (element: Element): Drawn | undefined => drawn.get(element);
