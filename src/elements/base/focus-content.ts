/** Has a reader whose button is gone start at what has come instead, unless they have gone on elsewhere. */
export function focusContent(element: Element, root: HTMLElement | null): void {
  const {activeElement} = document;
  const hasGoneOn = activeElement !== null && activeElement !== document.body && activeElement !== element;
  if (!root || hasGoneOn) return;
  root.tabIndex = -1;
  root.focus();
}
