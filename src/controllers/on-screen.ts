type Listener = (isOnScreen: boolean) => void;

const listeners = new Map<Element, Listener>();
let observer: IntersectionObserver | undefined;

/** The latest entry of an element is the true one. */
function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const {target, isIntersecting} of entries) listeners.get(target)?.(isIntersecting);
}

/**
 * Tells whether any of an element can be seen in its window: soon, and whenever that changes. One
 * observer serves all elements of a page, and goes with the last of them.
 * @returns what ends it
 */
export function watchOnScreen(element: Element, listener: Listener): () => void {
  observer ??= new IntersectionObserver(tell);
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer?.unobserve(element);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  };
}
