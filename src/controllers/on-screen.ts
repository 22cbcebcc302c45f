type Listener = (isOnScreen: boolean) => void;

/** Watches elements as long as there are any; one observer serves all of a page. Each has one listener, the latest. */
function watching(rootMargin: string): (element: Element, listener: Listener) => () => void {
  const listeners = new Map<Element, Listener>();
  let observer: IntersectionObserver | undefined;

  /** The latest entry of an element is the true one. */
  function tell(entries: readonly IntersectionObserverEntry[]): void {
    for (const {target, isIntersecting} of entries) listeners.get(target)?.(isIntersecting);
  }

  return (element, listener) => {
    observer ??= new IntersectionObserver(tell, {rootMargin});
    // Who watches on in another's place is told how it is, too.
    if (listeners.has(element)) observer.unobserve(element);
    listeners.set(element, listener);
    observer.observe(element);
    return () => {
      if (listeners.get(element) !== listener) return;
      listeners.delete(element);
      observer?.unobserve(element);
      if (listeners.size > 0) return;
      observer?.disconnect();
      observer = undefined;
    };
  };
}

/**
 * Tells whether any of an element can be seen in its window: soon, and whenever that changes.
 * @returns what ends it
 */
export const watchOnScreen = watching('0%');

/** The same, of what is no farther from there than the window is high. */
export const watchNear = watching('100%');
