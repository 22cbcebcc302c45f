import table from './tables/phone-plans.ts';

/** How numbers of a country are written and dialled, or of a calling code that is no country's. */
interface Plan {
  readonly country: string;
  readonly code: string;
  /** How many digits a number has, after the calling code. */
  readonly lengths: readonly number[];
  readonly pattern: RegExp;
  /** What stands before a number where it is dialled within the country, and what that becomes, if anything. */
  readonly prefix: RegExp | undefined;
  readonly replacement: string;
  /** What is dialled there before the calling code of another country. */
  readonly dialling: RegExp;
  /** What tells its numbers from others of this calling code, if they are of other lengths. */
  readonly distinction: RegExp | undefined;
}

function planOf(row: string): Plan {
  const [name = '', lengths = '', pattern = '', prefix, dialling, replacement = '', distinction] = row.split(' ');
  const [country = ''] = /^[A-Z]*/.exec(name) ?? [];
  return {
    country,
    code: name.slice(country.length),
    lengths: lengths.split('').map((digit) => Number.parseInt(digit, 36)),
    pattern: new RegExp(`^(?:${pattern})$`),
    prefix: prefix ? new RegExp(`^(?:${prefix})`) : undefined,
    replacement,
    dialling: new RegExp(`^(?:${dialling || '00'})`),
    distinction: distinction ? new RegExp(`^(?:${distinction})`) : undefined,
  };
}

const plans = table.split(/[\n;]/).map(planOf);

/** Dashes, slashes, dots, spaces, brackets. */
const between = String.raw`-\u2010-\u2015\u2212\u30fc\uff0d/\uff0f.\uff0e \u00a0\u00ad\u200b\u2060\u3000()\uff08\uff09[\]\uff3b\uff3d`;
const written = new RegExp(`^[+\\uff0b]?(?:[${between}]*\\d){3}[${between}\\d]*$`);
const longest = 250;

/** A number may be of another country with the same calling code, where numbers are of other lengths. */
function lengthsOf(plan: Plan, number: string): readonly number[] {
  const isOf = ({code, distinction}: Plan): boolean => code === plan.code && distinction?.test(number) === true;
  return (plans.find(isOf) ?? plan).lengths;
}

const isPossible = (plan: Plan, number: string): boolean => lengthsOf(plan, number).includes(number.length);

/** A number without the prefix that it is dialled with within the country, unless that is part of the number itself. */
function withoutPrefix(plan: Plan, digits: string): string {
  const {prefix, replacement, pattern} = plan;
  const match = prefix?.exec(digits);
  if (!prefix || !match) return digits;
  const isReplaced = replacement !== '' && match.length > 1 && match.at(-1);
  const number = isReplaced ? digits.replace(prefix, replacement) : digits.slice(match[0].length);
  if (pattern.test(digits) && !pattern.test(number)) return digits;
  return isPossible(plan, number) ? number : digits;
}

/** From the calling code on, where a number begins with what is dialled before one, or with the country's own. */
function fromCallingCode(home: Plan, digits: string): string | undefined {
  const [dialled = ''] = home.dialling.exec(digits) ?? [];
  const rest = digits.slice(dialled.length);
  if (dialled && /^[^0]/.test(rest)) return rest;
  if (!digits.startsWith(home.code)) return undefined;
  const whole = withoutPrefix(home, digits);
  const shorter = withoutPrefix(home, digits.slice(home.code.length));
  const isBetter = !home.pattern.test(whole) && home.pattern.test(shorter);
  return isBetter || whole.length > Math.max(...home.lengths) ? digits : undefined;
}

/** A number in E.164 as it is read at first sight. */
function read(text: string, country: string | undefined): string | undefined {
  if (text.length > longest || !written.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '');
  const home = country ? plans.find((plan) => plan.country === country) : undefined;
  const international = /^[+\uff0b]/.test(text) ? digits : home && fromCallingCode(home, digits);
  const plan = international === undefined ? home : plans.find(({code}) => international.startsWith(code));
  if (!plan) return undefined;
  const number = withoutPrefix(plan, international?.slice(plan.code.length) ?? digits);
  return isPossible(plan, number) ? `+${plan.code}${number}` : undefined;
}

/**
 * A phone number in E.164 (`+493012345678`), or undefined for what can be none. One that is written
 * without a country's calling code is taken to be of `country` (ISO 3166-1 alpha-2). Only the length is
 * judged, as numbering plans change faster than tables.
 */
export function phoneNumber(text: string, country: string | undefined): string | undefined {
  const number = read(text, country);
  // With zeros that lead nowhere it takes another look, as whoever reads it next would find another number.
  return number === undefined || number === text ? number : phoneNumber(number, undefined);
}
