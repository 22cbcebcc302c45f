import {type CountryCode, isSupportedCountry, parsePhoneNumberFromString} from 'libphonenumber-js/min';

const known = (country: string | undefined): CountryCode | undefined =>
  country !== undefined && isSupportedCountry(country) ? country : undefined;

/**
 * A phone number in E.164 (`+493012345678`), or undefined for what can be none. One that is written
 * without a country's calling code is taken to be of `country` (ISO 3166-1 alpha-2). Only the length is
 * judged, as numbering plans change faster than tables.
 */
export function phoneNumber(text: string, country: string | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(text, {defaultCountry: known(country), extract: false});
  const number = parsed?.isPossible() && !parsed.ext ? parsed.number : undefined;
  // With zeros that lead nowhere it takes another look, as whoever reads it next would find another number.
  return number === undefined || number === text ? number : phoneNumber(number, undefined);
}
