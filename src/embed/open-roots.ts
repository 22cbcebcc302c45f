type Part = Document | ShadowRoot | Element;

/** A part of a page and all open shadow roots in it, its own among them, but for those of who is passed over. */
export function* openRoots(part: Part, isPassedOver?: (element: Element) => boolean): Generator<Part> {
  yield part;
  const hosts = 'shadowRoot' in part ? [part, ...part.querySelectorAll('*')] : part.querySelectorAll('*');
  for (const host of hosts) {
    if (host.shadowRoot instanceof ShadowRoot && !isPassedOver?.(host)) yield* openRoots(host.shadowRoot, isPassedOver);
  }
}
