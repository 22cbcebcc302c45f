import table from './tables/postal-codes.ts';

/** By country; where none is known, any may be right. */
const formats: ReadonlyMap<string, RegExp> = new Map(
  table.split('\n').flatMap((row) => {
    const [, countries = '', format = ''] = /^(\S+) (.+)$/.exec(row) ?? [];
    return (countries.match(/../g) ?? []).map((country) => [country, new RegExp(`^(?:${format})$`)] as const);
  }),
);

/** `12 345` and `12-345` are the same to whoever writes them, so every place for a separator is tried. */
function spellings(text: string): string[] {
  const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const places = bare.split('').keys();
  const separated = [...places].flatMap((at) => ['-', ' '].map((mark) => bare.slice(0, at) + mark + bare.slice(at)));
  return [text, bare, ...separated];
}

/**
 * Whether a postcode may be one of a country: by the formats that libaddressinput publishes, in any
 * spelling of letters and separators, with the country before it (`D-10115`, `LV-1010`) or not. Where a country
 * has no known format, any may be right.
 */
export function isPostalCode(text: string, country: string): boolean {
  const format = formats.get(country);
  if (!format) return true;
  const number = text.replace(/^[A-Za-z]{1,3}[- ]*(?=\d)/, '');
  const prefixed = [`${country}-${number}`, `CP ${number}`];
  return [...[text, number].flatMap(spellings), ...prefixed].some((each) => format.test(each.trim().toUpperCase()));
}
