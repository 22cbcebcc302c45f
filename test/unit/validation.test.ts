import {describe, expect, it} from 'vitest';
import {countries} from '../../src/model/countries.ts';
import {
  type ConsentRule,
  type FieldRule,
  isAsked,
  judgeField,
  judgeSignature,
  mailboxOf,
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
    expect(countries).toHaveLength(249);
    for (const code of countries) expect(judgeField(required('country'), code)).toBe(undefined);
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

  it('is asked for only where another has one of its values', () => {
    const rule: FieldRule = {...required('postalCode'), when: {field: 'country', in: ['GB', 'DE']}};
    expect(isAsked(rule, {country: 'GB'})).toBe(true);
    expect(isAsked(rule, {country: 'FR'})).toBe(false);
    expect(isAsked(rule, {})).toBe(false);
    expect(isAsked(required('postalCode'), {})).toBe(true);
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
    expect(mailboxOf('zoe\u0308@example.org')).toBe(mailboxOf('zo\u00EB@example.org'));
  });

  it('is another for another', () => {
    expect(mailboxOf('a.da@example.org')).not.toBe(mailboxOf('ada@example.org'));
    expect(mailboxOf('ada+1@example.org')).not.toBe(mailboxOf('ada@example.org'));
  });
});
