type Part = Document | ShadowRoot | Element;

/** All elements below a node and in open shadow roots there, its own among them, but for those of who is passed over. */
export function* elementsIn(part: Part, isPassedOver?: (element: Element) => boolean): Generator<Element> {
  if ('shadowRoot' in part && part.shadowRoot && !isPassedOver?.(part))
    yield* elementsIn(part.shadowRoot, isPassedOver);
  for (const element of part.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot && !isPassedOver?.(element)) yield* elementsIn(element.shadowRoot, isPassedOver);
  }
}
