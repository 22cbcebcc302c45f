let first: WeakRef<Element> | undefined;

/** Whether a card is the first of the page to show its image; those below can wait until somebody comes to them. */
export function isFirstImage(card: Element): boolean {
  first ??= new WeakRef(card);
  return first.deref() === card;
}
