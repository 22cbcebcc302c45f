import * as fc from 'fast-check';
import type {FormField, PetitionForm} from '../../../src/backend/wire.ts';
import {consentName, listedName} from '../../../src/elements/petition-sign-form/answers.ts';
import {countries} from '../../../src/model/countries.ts';
import {maxLengthOf} from '../../../src/model/validation.ts';

/** What controls hold, by their names. */
export type Entered = Readonly<Record<string, string>>;

const codeUnits = fc
  .array(fc.integer({min: 0, max: 0xffff}), {maxLength: 8})
  .map((units) => String.fromCharCode(...units));

/** Spaces, marks of direction, joiners, controls, a lone surrogate, what composes with its neighbours. */
const oddCharacter = fc.oneof(
  fc.constantFrom(' ', '\u00a0', '\ufeff', '\u200e', '\u200f', '\u200d', '\u2066', '\u2003', '\t', '\n', '\u0085'),
  fc.constantFrom('\u0000', '\u007f', '\ud800', '\udc00', '\u0301', '\u0338', '\u037e', '\u212b', '\ufb01', '٫', ','),
);

const scripts = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９', '०१२३४५६७८९'] as const;

/** An answer as somebody may write it: with digits of another script, odd characters within, a sign missing. */
function written(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .record({
      text,
      script: fc.option(fc.constantFrom(...scripts), {freq: 1}),
      odd: fc.option(oddCharacter, {freq: 1}),
      at: fc.nat({max: 20}),
      removes: fc.boolean(),
    })
    .map(({text: plain, script, odd, at, removes}) => {
      const inScript = script ? plain.replaceAll(/\d/g, (digit) => Array.from(script)[Number(digit)] ?? '') : plain;
      return odd === null ? inScript : inScript.slice(0, at) + odd + inScript.slice(removes ? at + 1 : at);
    });
}

const anyText = fc.oneof(
  fc.string(),
  fc.string({unit: 'grapheme'}),
  fc.string({unit: 'binary'}),
  codeUnits,
  fc.constantFrom('null', 'undefined', '__proto__', 'constructor', 'true', 'on', '<b>', '"', '\\', '%00', '{}'),
);

/** As long as an answer may be, give or take one, also of letters that compose, also with much space behind. */
const borderline = (field: FormField): fc.Arbitrary<string> =>
  fc
    .record({
      letter: fc.constantFrom('a', 'e\u0301', '\u{1f600}', '한'),
      more: fc.integer({min: -1, max: 1}),
      spaces: fc.constantFrom(0, 0, 1500),
    })
    .map(({letter, more, spaces}) => letter.repeat(Math.max(0, maxLengthOf(field) + more)) + ' '.repeat(spaces));

const birthDates = fc.date({min: new Date('1901-01-01'), max: new Date('2010-01-01'), noInvalidDate: true});
const days = fc.date({min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true});
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const phones = ['+49 30 1234567', '030 1234567', '+1 (212) 555-0100', '0044 20 7946 0018', '011 998 71 123 45 67'];
const postalCodes = ['10115', 'SW1A 1AA', '101-0001', 'D-10115', '90210', '1', '12345-6789'];

const numbers = fc.oneof(
  fc.integer().map(String),
  fc.double({noNaN: true}).map(String),
  fc.constantFrom('1,5', '-1,25', '1,000', '1.', '.5', '--1', '1e5', '+1', '1 000', '٣٫٥', '1.000,5'),
);

const own: Readonly<Record<NonNullable<FormField['type']>, fc.Arbitrary<string>>> = {
  text: anyText,
  number: numbers,
  date: fc.oneof(days.map(dayOf), fc.constantFrom('2023-02-29', '2024-02-30', '2024-2-1', '12024-01-01', '24-01-01')),
  checkbox: fc.constantFrom('', 'true'),
  // Chosen from what the field offers.
  select: fc.constant(''),
};

const protocol: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('a@water.example', ' Zoë@münchen.example', 'a@b', 'a@b.', 'a@@b.co', '@b.co', 'a b@c.de', 'é@é.fr'),
  ),
  phone: fc.oneof(
    fc.constantFrom(...phones),
    fc.stringMatching(/^(\+|00)?[\d ()/-]{4,16}( ?(ext|x) ?\d{1,3})?$/),
    fc.integer({min: 1, max: 999}).map((code) => `+${code} 555 0100 00`),
  ),
  postalCode: fc.oneof(fc.constantFrom(...postalCodes), fc.stringMatching(/^[A-Z\d]{1,5}[ -]?[A-Z\d]{0,4}$/)),
  birthDate: fc.oneof(birthDates.map(dayOf), fc.constantFrom('1900-01-01', '1899-12-31', '2099-01-01', '2001-02-29')),
  country: fc.constantFrom('DE', 'GB', 'US', 'JP'),
};

/** Lists hold what they offer and nothing else; whatever is written in an address is not chosen. */
function chosen({name, options = []}: FormField): fc.Arbitrary<string> | undefined {
  if (name === 'country') {
    return fc.oneof(
      fc.constantFrom('DE', 'GB', 'US', 'JP'),
      fc.constantFrom(...countries()),
      fc.constantFrom('', 'XX'),
    );
  }
  return options.length > 0 ? fc.constantFrom(...options, '', 'no such option') : undefined;
}

function answerTo(field: FormField, isCareful: boolean): fc.Arbitrary<string> {
  const {name, type = 'text'} = field;
  const plain = protocol[name] ?? (name.startsWith('x-') ? own[type] : fc.constantFrom('Amina', 'Гульнар', 'é', 'yes'));
  const picked = chosen(field);
  if (picked) return picked;
  if (type === 'checkbox') return plain;
  if (isCareful) return plain;
  return fc.oneof(plain, written(plain), written(anyText), borderline(field), fc.constant(''));
}

/** What somebody may enter into a form: some with care, others whatever comes to their mind. */
export function answersTo({fields, consents}: PetitionForm): fc.Arbitrary<Entered> {
  return fc.boolean().chain((isCareful) => {
    const said = isCareful ? fc.constantFrom('yes', 'yes', 'yes', 'no', '') : fc.constantFrom('yes', 'no', '', 'on');
    const entries = [
      ...fields.map((field) => [field.name, answerTo(field, isCareful)] as const),
      ...consents.map(
        ({name, kind}) => [consentName(name), isCareful && kind === 'checkbox' ? fc.constant('yes') : said] as const,
      ),
      [listedName, fc.constantFrom('', 'name', 'initials', 'unlisted', 'nobody')] as const,
    ];
    return fc
      .tuple(...entries.map(([, answer]) => answer))
      .map((answers) => Object.fromEntries(entries.map(([name], index) => [name, answers[index] ?? ''])));
  });
}
