const harmless: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/**
 * A URL that is safe to put into `href` or `src`, absolute; undefined for anything else, such as
 * `javascript:` or `data:`. What a backend or a page hands over is never linked without this.
 */
export function webUrl(text: string | undefined, base?: string): string | undefined {
  if (text === undefined || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return harmless.has(url.protocol) ? url.href : undefined;
}
