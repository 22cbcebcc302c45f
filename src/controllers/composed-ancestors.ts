/** The elements around a node as they are composed: through slots and shadow roots, nearest first. */
export function* composedAncestors(node: Element): Generator<Element> {
  let next: Node | null = node;
  while ((next = composedParent(next))) {
    if (next instanceof Element) yield next;
  }
}

function composedParent(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element || node instanceof Text ? node.assignedSlot : null) ?? node.parentNode;
}
