/** Registers an element unless the page has one of that name already: the first to define a tag keeps it. */
export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
