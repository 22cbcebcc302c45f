/** Between the menu and its button, and between it and the edges of what is seen. */
const gap = 4;
const padding = 8;
const leastHeight = 120;

interface Seen {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is seen of the page, without its scrollbars and what a keyboard covers, and without its edges. */
function seenOf(view: Window): Seen {
  const {clientWidth, clientHeight} = view.document.documentElement;
  const {offsetLeft = 0, offsetTop = 0, width = clientWidth, height = clientHeight} = view.visualViewport ?? {};
  return {
    left: offsetLeft + padding,
    top: offsetTop + padding,
    right: offsetLeft + Math.min(width, clientWidth) - padding,
    bottom: offsetTop + Math.min(height, clientHeight) - padding,
  };
}

/** As near as can be, where the least wins if there is no room. */
const within = (least: number, most: number, wanted: number): number => Math.max(least, Math.min(most, wanted));

function place(button: HTMLElement, menu: HTMLElement, view: Window): void {
  const [seen, at] = [seenOf(view), button.getBoundingClientRect()];
  const whole = menu.scrollHeight + menu.offsetHeight - menu.clientHeight;
  const [above, below] = [at.top - gap - seen.top, seen.bottom - at.bottom - gap];
  const isBelow = below >= whole || below >= above;
  const room = Math.min(isBelow ? below : above, seen.bottom - seen.top);
  const height = Math.min(whole, Math.max(leastHeight, room));
  const top = isBelow ? at.bottom + gap : at.top - gap - height;
  const left = view.getComputedStyle(menu).direction === 'rtl' ? at.left : at.right - menu.offsetWidth;
  menu.style.maxHeight = whole > height ? `${height}px` : '';
  menu.style.top = `${within(seen.top, seen.bottom - height, top)}px`;
  menu.style.left = `${within(seen.left, seen.right - menu.offsetWidth, left)}px`;
}

/**
 * Keeps an open menu beside its button, below where there is room, else above, and always within what is
 * seen of the page. Whatever moves either of them (a page that is scrolled or laid out anew, a phone's
 * keyboard), each frame finds it out. Returns what ends it.
 */
export function placeMenu(button: HTMLElement, menu: HTMLElement): () => void {
  const view = menu.ownerDocument.defaultView;
  if (!view) return () => undefined;
  let frame = 0;
  const next = (): void => {
    place(button, menu, view);
    frame = view.requestAnimationFrame(next);
  };
  next();
  return () => view.cancelAnimationFrame(frame);
}
