import * as fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import {COUNTRIES, validatePostalCode} from 'postal-code-checker';
import {describe, expect, it} from 'vitest';
import {phonePlans} from '../../scripts/formats/phone-plans.ts';
import {postalCodes} from '../../scripts/formats/postal-codes.ts';
import {countries} from '../../src/model/countries.ts';
import {phoneNumber} from '../../src/model/phone-number.ts';
import {isPostalCode} from '../../src/model/postal-code.ts';
import phoneTable from '../../src/model/tables/phone-plans.ts';
import postalTable from '../../src/model/tables/postal-codes.ts';

const seed = Number(process.env['FORMATS_SEED'] ?? 20_261_122);
const numRuns = Number(process.env['FORMATS_RUNS'] ?? 30_000);

/** By the library alone, which a page can't be burdened with. */
function libraryNumber(text: string, defaultCountry: CountryCode | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(text, {defaultCountry, extract: false});
  const number = parsed?.isPossible() && !parsed.ext ? parsed.number : undefined;
  return number === undefined || number === text ? number : libraryNumber(number, undefined);
}

const country = fc.constantFrom(...getCountries());
const callingCode = country.map((code) => getCountryCallingCode(code));
const noCountrysCode = fc.constantFrom('800', '808', '870', '878', '881', '882', '883', '888', '979', '999', '0');
const digits = fc
  .array(fc.constantFrom(...'0123456789'.split('')), {minLength: 4, maxLength: 12, size: 'max'})
  .map((all) => all.join(''));
const mark = fc.constantFrom(' ', '-', '/', '.', '(', ')', ' (0) ', '\u2011', '\u00a0', '\u3000', '+', '[', '  ');
const ending = fc.constantFrom('', '', '', '', '', '', ' ext. 5', 'x5', ' #7', ',,5', ' a', '*', '\t', ' ');

/** A number as somebody of a country may write it, and as nobody does. */
const writtenNumber = country.chain((home) => {
  const own = getCountryCallingCode(home);
  const beginning = fc.oneof(
    fc.constantFrom('', '', '0', '1', '8', '06', '9', '15', '310', '0800', '1624', '163', '01'),
    fc.constantFrom(own, `+${own}`, `+${own}0`, `00${own}`, `011${own}`, `810${own}`, `00 ${own}`),
    callingCode.map((code) => `+${code}`),
    callingCode.map((code) => `00${code}`),
    noCountrysCode.map((code) => `+${code}`),
  );
  return fc.record({
    home: fc.oneof({weight: 9, arbitrary: fc.constant(home)}, {weight: 1, arbitrary: fc.constant(undefined)}),
    text: fc
      .tuple(beginning, digits, fc.option(fc.record({mark, at: fc.nat({max: 14})}), {freq: 2}), ending)
      .map(([start, rest, within, end]) => {
        const number = start + rest;
        return (within ? number.slice(0, within.at) + within.mark + number.slice(within.at) : number) + end;
      }),
  });
});

/**
 * A few numbers of seven and nine digits exist in Great Britain alone: whoever lives on Jersey or the Isle
 * of Man writes them with the calling code.
 */
const isBritish = (home: string | undefined, number: string | undefined): boolean =>
  (home === 'JE' || home === 'IM') && /^\+44(\d{7}|\d{9})$/.test(number ?? '');

describe('the tables of formats', () => {
  it('are what their libraries say (if not: npm run tables:formats)', () => {
    expect(phoneTable).toBe(phonePlans());
    expect(postalTable).toBe(postalCodes());
  });
});

describe('a phone number, beside what the library makes of it,', () => {
  it('is the same', {timeout: 60_000}, () => {
    let possible = 0;
    fc.assert(
      fc.property(writtenNumber, ({text, home}) => {
        const number = libraryNumber(text, home);
        if (number !== undefined) possible += 1;
        if (!isBritish(home, number)) expect(phoneNumber(text, home), `${text} of ${home}`).toBe(number);
      }),
      {seed, numRuns},
    );
    // Both are to be seen often, or this shows nothing.
    expect(possible).toBeGreaterThan(numRuns / 10);
    expect(possible).toBeLessThan(numRuns / 2);
  });

  it('is that of each country’s example, as it is written there and elsewhere', () => {
    for (const home of getCountries()) {
      const example = getExampleNumber(home, examples);
      expect(example, home).toBeDefined();
      const written = [example?.formatNational(), example?.formatInternational(), example?.format('RFC3966').slice(4)];
      for (const text of written) expect(phoneNumber(text ?? '', home), `${text} of ${home}`).toBe(example?.number);
    }
  });

  it('is none where another is told by words or parameters', () => {
    for (const text of ['tel:+493012345678', '030 12345678;ext=5', '030 12345678~5', '12345678;phone-context=+4930']) {
      expect(phoneNumber(text, 'DE'), text).toBe(undefined);
    }
  });
});

describe('a postcode, beside what the library makes of it,', () => {
  const formatted = countries().flatMap((code) =>
    (COUNTRIES[code]?.example ?? []).map((text) => [code, text] as const),
  );

  it('is one wherever there is an example of it, in any case and spelling', () => {
    expect(formatted.length).toBeGreaterThan(300);
    for (const [code, text] of formatted) {
      const prefixed = text.replace(/^(?=\d)/, `${code}-`);
      for (const spelling of [text, text.toLowerCase(), text.replaceAll(/[ -]/g, ''), prefixed, ` ${text} `]) {
        expect(isPostalCode(spelling, code), `${spelling} of ${code}`).toBe(true);
      }
    }
  });

  it('is none where no spelling of it is one', {timeout: 60_000}, () => {
    const changed = fc.record({
      example: fc.constantFrom(...formatted),
      at: fc.nat({max: 9}),
      by: fc.constantFrom('', '0', '7', 'A', 'Z', '00', '-', ' '),
      length: fc.constantFrom(0, 1),
    });
    let refused = 0;
    fc.assert(
      fc.property(changed, ({example: [code, text], at, by, length}) => {
        const other = text.slice(0, at) + by + text.slice(at + length);
        if (isPostalCode(other, code)) return;
        refused += 1;
        expect(validatePostalCode(code, other), `${other} of ${code}`).toBe(false);
      }),
      {seed, numRuns: numRuns / 10},
    );
    expect(refused).toBeGreaterThan(numRuns / 40);
  });
});
