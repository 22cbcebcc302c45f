import {warnOnce} from './warn-once.ts';

/** One of `choices`, the first of them in place of anything else: attributes are untrusted. */
export function choice<T extends string>(
  host: Element,
  name: string,
  choices: readonly [T, ...T[]],
  value: string | null | undefined,
): T {
  const [fallback] = choices;
  if (value === null || value === undefined || value === '') return fallback;
  const known = choices.find((each) => each === value);
  if (known === undefined) {
    warnOnce(`<${host.localName}> knows no ${name}="${value}"; it takes ${choices.join(', ')}`);
  }
  return known ?? fallback;
}

/** A whole number of at least 0, or undefined in place of anything else. */
export function natural(host: Element, name: string, value: number | string | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const number = typeof value === 'string' ? Number(/^\d+$/.test(value) ? value : Number.NaN) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  warnOnce(`<${host.localName}> takes a whole number as ${name}, not "${value}"`);
  return undefined;
}
