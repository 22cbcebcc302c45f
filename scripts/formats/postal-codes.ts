import {COUNTRIES} from 'postal-code-checker';
import {countries} from '../../src/model/countries.ts';

/** Where newer or shorter forms are in use than the library knows: Kazakhstan, Portugal, Paraguay, Saudi Arabia. */
const unsettled: ReadonlySet<string> = new Set(['KZ', 'PT', 'PY', 'SA']);

/** The library writes a pattern with all that makes it match a text from end to end. */
function bare(pattern: string): string {
  const [, format] = /^\/\^\(\?:(.+)\)\$\/$/.exec(pattern) ?? [];
  if (format === undefined || /[\n`]|\$\{/.test(format)) throw new Error(`No row can hold ${pattern}.`);
  return format;
}

/** The library's formats; a row for each, after the countries that have it. */
export function postalCodes(): string {
  const sharing = new Map<string, string>();
  for (const country of countries().filter((code) => !unsettled.has(code))) {
    const formats = (COUNTRIES[country]?.patterns ?? []).map(bare);
    if (formats.length > 1) throw new Error(`${country} has several formats, which no row can hold.`);
    for (const format of formats) sharing.set(format, (sharing.get(format) ?? '') + country);
  }
  return [...sharing].map(([format, having]) => `${having} ${format}`).join('\n');
}
