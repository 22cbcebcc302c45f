/** What stories and tests look for in what the elements render. */

const patience = 5_000;
const pause = 10;

/** Resolves as soon as the condition holds; rejects with what was waited for if it does not within five seconds. */
export async function until(condition: () => unknown, what: string): Promise<void> {
  const deadline = performance.now() + patience;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
  }
}

/** What a node has below it as it is composed: through its shadow root, or what is in its slot. */
export function composedChildren(node: Node): readonly Node[] {
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
  const assigned = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
  return assigned.length > 0 ? assigned : [...node.childNodes];
}

/** The elements below `root` as they are composed: through slots and shadow roots, in the reader's order. */
export function* composed(root: Node): Generator<Element> {
  for (const child of composedChildren(root)) {
    if (child instanceof Element) yield child;
    yield* composed(child);
  }
}

/** The first match below `root`, in whatever shadow root it is. */
export function deep(root: Node, selector: string): HTMLElement;
export function deep<T extends Element>(root: Node, selector: string, type: abstract new () => T): T;
export function deep(root: Node, selector: string, type: abstract new () => Element = HTMLElement): Element {
  for (const element of composed(root)) if (element.matches(selector) && element instanceof type) return element;
  throw new Error(`Nothing matches ${selector}`);
}

export const deepAll = (root: Node, selector: string): HTMLElement[] =>
  [...composed(root)].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element.matches(selector),
  );

export const has = (root: Node, selector: string): boolean =>
  [...composed(root)].some((element) => element.matches(selector));

/** Resolves with the first match below `root` once there is one. */
export async function there(root: Node, selector: string): Promise<HTMLElement> {
  await until(() => has(root, selector), `${selector} is there`);
  return deep(root, selector);
}
