/**
 * A property as the document itself has it: a page's `<img name="readyState">` would come before it, and old
 * loaders put another `currentScript` in its place.
 */
export const documentOwn = (name: keyof Document): unknown =>
  Reflect.get(Reflect.getPrototypeOf(document) ?? document, name, document);
