import {afterEach, describe, expect, it, vi} from 'vitest';
import {countries} from '../../src/model/countries.ts';
import {mailboxOf} from '../../src/model/mailbox.ts';
import {phoneNumber} from '../../src/model/phone-number.ts';
import {isPostalCode} from '../../src/model/postal-code.ts';
import {sourcePage} from '../../src/model/signature.ts';
import {
  type ConsentRule,
  type FieldRule,
  askedAnswers,
  askedFields,
  judgeField,
  judgeSignature,
  maxLengthOf,
  normalizeFields,
} from '../../src/model/validation.ts';

const required = (name: string): FieldRule => ({name, required: true});
const optional = (name: string): FieldRule => ({name, required: false});

describe('answers', () => {
  it('are trimmed, composed, and left out where empty', () => {
    expect(
      normalizeFields({
        givenName: '  Zoe\u0308\t',
        familyName: '\n\u00A0 ',
        comment: ' two\nlines ',
        email: '',
        country: 'DE',
      }),
    ).toEqual({givenName: 'Zo\u00EB', comment: 'two\nlines', country: 'DE'});
  });

  it('keep what only looks like another letter', () => {
    expect(normalizeFields({givenName: 'ﬁ Ⅷ'})).toEqual({givenName: 'ﬁ Ⅷ'});
  });

  it.each([
    ['phone', '٠٣٠ ١٢٣٤', '030 1234'],
    ['postalCode', '１０１-０００１', '101-0001'],
    ['postalCode', '۱۰۱۱۵', '10115'],
    ['birthDate', '١٩٨٤-٠٦-٠٨', '1984-06-08'],
    ['x-number', '-۱۲٫۵', '-12.5'],
    ['x-number', '12,5', '12.5'],
    ['x-date', '٢٠٢٤-٠٢-٢٩', '2024-02-29'],
    ['x-text', '٣', '٣'],
    ['street', 'شارع ٣', 'شارع ٣'],
    ['comment', '١٢٫٥', '١٢٫٥'],
  ])('that are numbers are in ASCII digits: %s', (name, text, normalized) => {
    const rules: FieldRule[] = [
      {...optional('x-number'), type: 'number'},
      {...optional('x-date'), type: 'date'},
      {...optional('x-text'), type: 'text'},
    ];
    expect(normalizeFields({[name]: text}, rules)).toEqual({[name]: normalized});
  });

  it('that are phone numbers are in E.164, by the country, where there is a table for them', () => {
    const sent = {phone: '٠٣٠ ١٢٣٤٥٦٧', country: 'DE'};
    expect(normalizeFields(sent, [], {phoneNumber})).toEqual({phone: '+49301234567', country: 'DE'});
    expect(normalizeFields(sent)).toEqual({phone: '030 1234567', country: 'DE'});
    expect(normalizeFields({phone: ' call me '}, [], {phoneNumber})).toEqual({phone: 'call me'});
  });

  it('that nobody asked for are left out', () => {
    const rules = [required('country'), {...required('postalCode'), when: {field: 'country', in: ['GB']}}];
    const values = {country: 'DE', postalCode: '10115', 'x-more': '1'};
    expect(askedAnswers(rules, values)).toEqual({country: 'DE'});
    expect(askedAnswers(rules, {...values, country: 'GB'})).toEqual({country: 'GB', postalCode: '10115'});
  });
});

describe('a field', () => {
  it.each(['givenName', 'email', 'country', 'comment', 'x-any'])('%s may be required or not', (name) => {
    for (const nothing of [undefined, '']) {
      expect(judgeField(required(name), nothing)).toBe('required');
      expect(judgeField(optional(name), nothing)).toBe(undefined);
    }
  });

  it.each([
    ['email', 254],
    ['country', 2],
    ['postalCode', 16],
    ['comment', 1000],
    ['givenName', 120],
    ['x-any', 120],
  ])('%s takes %i characters where the form says no other', (name, max) => {
    expect(maxLengthOf(optional(name))).toBe(max);
    expect(maxLengthOf({...optional(name), maxLength: 7})).toBe(7);
    expect(judgeField(optional(name), 'x'.repeat(max + 1))).toBe('too-long');
  });

  it('may be just as long as the form says', () => {
    const rule = {...optional('givenName'), maxLength: 3};
    expect(judgeField(rule, 'Ada')).toBe(undefined);
    expect(judgeField(rule, 'Adam')).toBe('too-long');
  });

  it.each([
    ['ada@example.org', undefined],
    ['ada.lovelace+news@mail.example.co.uk', undefined],
    ["o'hara_!#$%&*=?^`{|}~-@example.org", undefined],
    ['عادل@مثال.إختبار', undefined],
    ['用户@例子.测试', undefined],
    ['a@xn--bcher-kva.example', undefined],
    [`${'x'.repeat(64)}@example.org`, undefined],
    [`${'x'.repeat(65)}@example.org`, 'invalid'],
    ['ada', 'invalid'],
    ['ada@', 'invalid'],
    ['@example.org', 'invalid'],
    ['ada@example', 'invalid'],
    ['ada@.org', 'invalid'],
    ['ada@example.', 'invalid'],
    ['ada@example..org', 'invalid'],
    ['ada@exa mple.org', 'invalid'],
    ['a da@example.org', 'invalid'],
    ['ada@bob@example.org', 'invalid'],
    ['Ada <ada@example.org>', 'invalid'],
    ['ada@example.org, bob@example.org', 'invalid'],
    ['ada@example.org;', 'invalid'],
    ['ada@exam_ple.org', 'invalid'],
    ['ada@[127.0.0.1]', 'invalid'],
    ['mailto:ada@example.org', 'invalid'],
    ['ada@example.org\nBcc: bob@example.org', 'invalid'],
    ['ada\u0000@example.org', 'invalid'],
  ])('that is an address: %j is %s', (text, code) => {
    expect(judgeField(required('email'), text)).toBe(code);
  });

  it('that is a country is one of the list, by its code', () => {
    expect(countries()).toHaveLength(249);
    for (const code of countries()) expect(judgeField(required('country'), code)).toBe(undefined);
    for (const code of ['de', 'D', 'XX', 'EU', 'UK', '12'])
      expect(judgeField(required('country'), code)).toBe('invalid');
  });

  it('holds no control characters; a comment may break its lines', () => {
    for (const character of ['\u0000', '\u0007', '\u001B', '\u007F', '\u0085']) {
      expect(judgeField(optional('givenName'), `A${character}da`)).toBe('invalid');
      expect(judgeField(optional('comment'), `A${character}da`)).toBe('invalid');
    }
    for (const character of ['\t', '\n', '\r\n']) {
      expect(judgeField(optional('givenName'), `A${character}da`)).toBe('invalid');
      expect(judgeField(optional('comment'), `A${character}da`)).toBe(undefined);
    }
  });

  it('takes any letter and direction', () => {
    for (const name of ['Ада', 'ئادا', 'עדה', '阿达', 'Zo\u200Cë', 'D’Ávila-Ñ', '👩🏽‍🚀']) {
      expect(judgeField(required('givenName'), name)).toBe(undefined);
    }
  });

  it.each<[Partial<FieldRule>, string, string | undefined]>([
    [{type: 'text'}, 'anything', undefined],
    [{}, 'anything', undefined],
    [{type: 'number'}, '42', undefined],
    [{type: 'number'}, '-0.5', undefined],
    [{type: 'number'}, '0042', undefined],
    [{type: 'number'}, '.5', 'invalid'],
    [{type: 'number'}, '5.', 'invalid'],
    [{type: 'number'}, '1e3', 'invalid'],
    [{type: 'number'}, '1 000', 'invalid'],
    [{type: 'number'}, '+5', 'invalid'],
    [{type: 'number'}, 'NaN', 'invalid'],
    [{type: 'date'}, '2024-02-29', undefined],
    [{type: 'date'}, '2023-02-29', 'invalid'],
    [{type: 'date'}, '2024-13-01', 'invalid'],
    [{type: 'date'}, '24-02-29', 'invalid'],
    [{type: 'date'}, '2024-2-9', 'invalid'],
    [{type: 'date'}, '29.02.2024', 'invalid'],
    [{type: 'date'}, '2024-02-29T00:00:00Z', 'invalid'],
    [{type: 'date'}, '9999-12-31', undefined],
    [{type: 'select', options: ['One', 'Two']}, 'Two', undefined],
    [{type: 'select', options: ['One', 'Two']}, 'two', 'invalid'],
    [{type: 'select', options: ['One', 'Two']}, 'Three', 'invalid'],
    [{type: 'select'}, 'One', 'invalid'],
    [{type: 'checkbox'}, 'true', undefined],
    [{type: 'checkbox'}, 'on', 'invalid'],
    [{type: 'checkbox'}, 'false', 'invalid'],
  ])('of the petition’s own is of its type: %j takes %j: %s', (type, text, code) => {
    expect(judgeField({...required('x-any'), ...type}, text)).toBe(code);
  });

  it('of the protocol has no type but its own', () => {
    expect(judgeField({...required('givenName'), type: 'number'}, 'Ada')).toBe(undefined);
  });

  it('that is a box has to be ticked where it is required', () => {
    expect(judgeField({...required('x-any'), type: 'checkbox'}, undefined)).toBe('required');
    expect(judgeField({...optional('x-any'), type: 'checkbox'}, undefined)).toBe(undefined);
  });

  describe('that is a day of birth', () => {
    afterEach(() => {
      vi.useRealTimers();
    });

    it.each([
      ['1984-06-08', undefined],
      ['1900-01-01', undefined],
      ['1899-12-31', 'invalid'],
      ['2026-11-22', undefined],
      // Somewhere on earth it is tomorrow already.
      ['2026-11-23', undefined],
      ['2026-11-24', 'invalid'],
      ['1985-02-29', 'invalid'],
      ['8 June 1984', 'invalid'],
    ])('is one of a living person: %s: %s', (text, code) => {
      vi.useFakeTimers({now: new Date('2026-11-22T12:00:00Z')});
      expect(judgeField(required('birthDate'), text)).toBe(code);
    });
  });

  it('that is a postcode is judged by the country, where it and the table are known', () => {
    const rule = required('postalCode');
    expect(judgeField(rule, '1011', {country: 'DE'}, {isPostalCode})).toBe('invalid');
    expect(judgeField(rule, '10115', {country: 'DE'}, {isPostalCode})).toBe(undefined);
    expect(judgeField(rule, '1011', {}, {isPostalCode})).toBe(undefined);
    expect(judgeField(rule, '1011', {country: 'DE'})).toBe(undefined);
  });

  it('that is a phone number is judged by the country, where the table is known', () => {
    const rule = required('phone');
    expect(judgeField(rule, '030 1234567', {country: 'DE'}, {phoneNumber})).toBe(undefined);
    expect(judgeField(rule, '030 1234567', {}, {phoneNumber})).toBe('invalid');
    expect(judgeField(rule, '12', {country: 'DE'}, {phoneNumber})).toBe('invalid');
    expect(judgeField(rule, '12', {country: 'DE'})).toBe(undefined);
  });

  it('is asked for only where another has one of its values', () => {
    const rule: FieldRule = {...required('postalCode'), when: {field: 'country', in: ['GB', 'DE']}};
    const rules = [required('country'), rule];
    expect(askedFields(rules, {country: 'GB'})).toEqual(rules);
    expect(askedFields(rules, {country: 'FR'})).toEqual([required('country')]);
    expect(askedFields(rules, {})).toEqual([required('country')]);
  });

  it('is not asked for because of an answer that is not asked for itself', () => {
    const postalCode: FieldRule = {...required('postalCode'), when: {field: 'country', in: ['GB']}};
    const city: FieldRule = {...required('city'), when: {field: 'postalCode', in: ['N1']}};
    const rules = [required('country'), postalCode, city];
    expect(askedFields(rules, {country: 'GB', postalCode: 'N1'})).toEqual(rules);
    expect(askedFields(rules, {country: 'FR', postalCode: 'N1'})).toEqual([required('country')]);
  });

  it('is never asked for if its condition leads back to itself, or to no field', () => {
    const rules: FieldRule[] = [
      {...required('city'), when: {field: 'region', in: ['x']}},
      {...required('region'), when: {field: 'city', in: ['x']}},
      {...required('street'), when: {field: 'x-none', in: ['x']}},
    ];
    expect(askedFields(rules, {city: 'x', region: 'x', 'x-none': 'x'})).toEqual([]);
  });

  it('has nothing invisible in it where a machine reads it', () => {
    expect(normalizeFields({phone: '\u202A+49 30 1234567\u202C', email: 'ada\u200B@example.org\u200E'})).toEqual({
      phone: '+49 30 1234567',
      email: 'ada@example.org',
    });
    expect(normalizeFields({givenName: 'ن\u200Cا'})).toEqual({givenName: 'ن\u200Cا'});
  });

  it('may be a number with a decimal point of any kind, unless it could be thousands', () => {
    const rules: FieldRule[] = [{...optional('x-n'), type: 'number'}];
    for (const [typed, meant] of [
      ['١٢٫٥', '12.5'],
      ['1,5', '1.5'],
      ['1,000', '1,000'],
    ]) {
      expect(normalizeFields({'x-n': typed ?? ''}, rules)).toEqual({'x-n': meant});
    }
    expect(judgeField({...optional('x-n'), type: 'number'}, '1,000')).toBe('invalid');
  });
});

describe('a signature', () => {
  const form = {
    fields: [
      required('givenName'),
      required('email'),
      required('country'),
      {...required('postalCode'), when: {field: 'country', in: ['GB']}},
      {...optional('comment'), maxLength: 10},
    ],
    consents: [
      {name: 'age', kind: 'checkbox', required: true, textId: 'age-1'},
      {name: 'updates', kind: 'checkbox', required: false, textId: 'updates-1'},
    ] satisfies ConsentRule[],
  };
  const ada = {givenName: 'Ada', email: 'ada@example.org', country: 'DE'};
  const old = {name: 'age', given: true, textId: 'age-1'};

  it('may be right', () => {
    expect(judgeSignature(form, ada, [old])).toEqual([]);
    expect(judgeSignature(form, {...ada, country: 'GB', postalCode: 'N1'}, [old])).toEqual([]);
  });

  it('is judged in the order of the form: fields, then consents', () => {
    expect(judgeSignature(form, {comment: 'x'.repeat(11), email: 'ada', 'x-more': '1'}, [])).toEqual([
      {field: 'givenName', code: 'required'},
      {field: 'email', code: 'invalid'},
      {field: 'country', code: 'required'},
      {field: 'comment', code: 'too-long'},
      {field: 'x-more', code: 'not-allowed'},
      {field: 'age', code: 'required'},
    ]);
  });

  it('needs a field only where it is asked for', () => {
    expect(judgeSignature(form, {...ada, country: 'GB'}, [old])).toEqual([{field: 'postalCode', code: 'required'}]);
    expect(judgeSignature(form, ada, [old])).toEqual([]);
  });

  it.each([
    ['missing', []],
    ['withheld', [{...old, given: false}]],
    ['another', [{...old, name: 'updates'}]],
  ])('needs a required consent: %s', (_, consents) => {
    expect(judgeSignature(form, ada, consents)).toEqual([{field: 'age', code: 'required'}]);
  });

  it.each([true, false])('needs an answer to a required yes or no, either one: %s', (given) => {
    const consents: ConsentRule[] = [
      {name: 'news', kind: 'yes-no', required: true, textId: 'news-1'},
      {name: 'partner', kind: 'yes-no', required: false, textId: 'partner-1'},
    ];
    expect(judgeSignature({fields: [], consents}, {}, [{name: 'news', given, textId: 'news-1'}])).toEqual([]);
    expect(judgeSignature({fields: [], consents}, {}, [{name: 'partner', given, textId: 'partner-1'}])).toEqual([
      {field: 'news', code: 'required'},
    ]);
  });

  it('has no consent that nobody asked for', () => {
    expect(judgeSignature(form, ada, [old, {name: 'sell', given: true, textId: 'sell-1'}])).toEqual([
      {field: 'sell', code: 'not-allowed'},
    ]);
  });

  it('is not fooled by names of every object', () => {
    expect(judgeSignature({fields: [], consents: []}, {toString: 'x'}, [])).toEqual([
      {field: 'toString', code: 'not-allowed'},
    ]);
  });
});

describe('a mailbox', () => {
  it('is the same whatever the spelling', () => {
    for (const spelling of ['Ada@Example.org', ' ada@example.org ', 'ＡＤＡ@example.org', 'ada@EXAMPLE.ORG']) {
      expect(mailboxOf(spelling)).toBe('ada@example.org');
    }
    expect(mailboxOf('zoe@bücher.example')).toBe(mailboxOf('zoe@xn--bcher-kva.example'));
    expect(mailboxOf('zoe\u0308@example.org')).toBe(mailboxOf('zo\u00EB@example.org'));
  });

  it('is another for another', () => {
    expect(mailboxOf('a.da@example.org')).not.toBe(mailboxOf('ada@example.org'));
    expect(mailboxOf('ada+1@example.org')).not.toBe(mailboxOf('ada@example.org'));
  });
});

describe('a phone number', () => {
  it.each([
    ['030 12345678', 'DE', '+493012345678'],
    ['+49 30 12345678', 'FR', '+493012345678'],
    ['+49 (0) 30 12345678', undefined, '+493012345678'],
    ['0049 30 12345678', 'DE', '+493012345678'],
    ['(202) 555-0143', 'US', '+12025550143'],
    ['202.555.0143', 'CA', '+12025550143'],
    ['8 (727) 250-00-00', 'KZ', '+77272500000'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['0532 123 45 67', 'TR', '+905321234567'],
    ['+998 71 200 70 07', undefined, '+998712007007'],
    ['＋49 30 12345678', 'JP', '+493012345678'],
    ['4930 12345678', 'DE', '+493012345678'],
    ['0800 1111', 'GB', '+448001111'],
    ['15 2345 6789', 'AR', '+541523456789'],
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['268 464 1234', 'AG', '+12684641234'],
    ['464 1234', 'AG', '+12684641234'],
    ['310 1234', 'CA', '+13101234'],
  ])('is in E.164: %s of %s is %s', (text, country, number) => {
    expect(phoneNumber(text, country)).toBe(number);
    expect(phoneNumber(number, country)).toBe(number);
  });

  it.each([
    ['030 12345678', undefined],
    ['030 12345678', 'XX'],
    ['12', 'DE'],
    ['+', 'DE'],
    ['call me', 'DE'],
    ['call 030 12345678', 'DE'],
    ['030 12345678 ext. 5', 'DE'],
    ['030 12345678901234567', 'DE'],
    ['+999 123456', undefined],
    ['+49', undefined],
    ['555 1234', 'US'],
    ['555 1234', 'CA'],
    ['030+12345678', 'DE'],
    ['0'.repeat(1000), 'DE'],
    ['', 'DE'],
    ['800 12345678', ''],
  ])('is none: %j of %s', (text, country) => {
    expect(phoneNumber(text, country)).toBe(undefined);
  });
});

describe('a postcode', () => {
  it.each([
    ['JP', '1000001'],
    ['JP', '100-0001'],
    ['PL', '00950'],
    ['PL', '00-950'],
    ['GB', 'sw1a1aa'],
    ['GB', 'SW1A 1AA'],
    ['DE', '10115'],
    ['DE', 'D-10115'],
    ['DE', 'D 10115'],
    ['CL', '832-0000'],
    ['CL', '8320000'],
    ['IN', '110 001'],
    ['IN', '110001'],
    ['US', '90210'],
    ['US', '902101234'],
    ['US', '90210-1234'],
    ['NL', '1012ab'],
    ['NL', '1012 AB'],
    ['KZ', 'A15E3H4'],
    ['KZ', '050000'],
    ['SA', '12345-6789'],
    ['SA', '12345'],
    ['PT', '1000'],
    ['CA', 'k1a0b1'],
    ['BR', '01310100'],
    ['SE', '11455'],
    ['SE', 'SE-114 55'],
    ['IE', 'd02x285'],
    ['TR', '34433'],
    ['HK', 'anything'],
    ['AE', '00000'],
    ['XX', 'anything'],
  ])('may be one of %s: %s', (country, text) => {
    expect(isPostalCode(text, country)).toBe(true);
  });

  it.each([
    ['DE', '1011'],
    ['DE', '101155'],
    ['DE', 'Berlin'],
    ['DE', 'SW1A 1AA'],
    ['US', '9021'],
    ['GB', '10115'],
    ['JP', '100000'],
    ['NL', '1012'],
    ['FR', '7500'],
    ['CA', '90210'],
    ['PL', '0095'],
    ['DE', '-'],
  ])('can be none of %s: %s', (country, text) => {
    expect(isPostalCode(text, country)).toBe(false);
  });
});

describe('the page that was signed on', () => {
  it.each([
    ['https://p.example/a/b?utm_source=mail&utm_medium=x#top', 'https://p.example/a/b?utm_source=mail&utm_medium=x'],
    ['https://p.example/a?id=7&utm_source=mail&email=a@b.c', 'https://p.example/a?utm_source=mail'],
    ['https://p.example/a?utm_source=a@b.c&utm_term=a%40b.c', 'https://p.example/a'],
    ['https://p.example/a?utm_campaign=%C3%BC%20b', 'https://p.example/a?utm_campaign=%C3%BC+b'],
    ['https://p.example/a?UTM_SOURCE=mail&xutm_source=mail', 'https://p.example/a'],
    ['https://user:secret@p.example/a?', 'https://p.example/a'],
    ['https://p.example', 'https://p.example/'],
  ])('is told by %s', (url, page) => {
    expect(sourcePage(new URL(url))).toBe(page);
  });

  it('is no longer than a backend takes', () => {
    const long = 'x'.repeat(2500);
    expect(sourcePage(new URL(`https://p.example/a?utm_source=${long}`))).toBe('https://p.example/a');
    expect(sourcePage(new URL(`https://p.example/${long}?utm_source=mail`))).toHaveLength(2000);
  });
});
