const told = new Set<string>();

/** Tells a page's author of a mistake, once for each text, and never throws: a page's mistake is no reason to break it. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  // A page may have none, or one of its own.
  const page: {readonly console?: Partial<Console>} = globalThis;
  page.console?.warn?.(`petition-widgets: ${message}`);
}
