/** Libraries of old have an `Element` of their own, which no element is an instance of. */
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** The elements around a node as they are composed: through slots and shadow roots, nearest first. */
export function* composedAncestors(node: Element): Generator<Element> {
  let next: Node | null = node;
  while ((next = composedParent(next))) {
    if (isElement(next)) yield next;
  }
}

function composedParent(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (isElement(node) || node instanceof Text ? node.assignedSlot : null) ?? node.parentNode;
}
