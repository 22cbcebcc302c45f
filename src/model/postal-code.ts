import {getCountryByCode, validatePostalCode} from 'postal-code-checker';

/** Where newer or shorter forms are in use than the table knows: Kazakhstan, Portugal, Paraguay, Saudi Arabia. */
const unsettled: ReadonlySet<string> = new Set(['KZ', 'PT', 'PY', 'SA']);

/** `12 345` and `12-345` are the same to whoever writes them, so every place for a separator is tried. */
function spellings(text: string): string[] {
  const bare = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const places = Array.from({length: Math.max(0, bare.length - 1)}, (_, index) => index + 1);
  const separated = places.flatMap((at) => ['-', ' '].map((mark) => bare.slice(0, at) + mark + bare.slice(at)));
  return [text, bare, ...separated];
}

/**
 * Whether a postcode may be one of a country: by the formats that libaddressinput publishes, in any
 * spelling of letters and separators, with the country before it (`D-10115`, `LV-1010`) or not. Where a country
 * has no known format, any may be right.
 */
export function isPostalCode(text: string, country: string): boolean {
  const formats = getCountryByCode(country)?.postalCodePatterns ?? [];
  if (formats.length === 0 || unsettled.has(country)) return true;
  const number = text.replace(/^[A-Za-z]{1,3}[- ]*(?=\d)/, '');
  const prefixed = [`${country}-${number}`, `CP ${number}`];
  const isFormat = (spelling: string): boolean => validatePostalCode(country, spelling);
  return isFormat(text) || [...[text, number].flatMap(spellings), ...prefixed].some(isFormat);
}
