import * as fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {countSchema, formShape, petitionSchema, readAs} from '../../src/backend/wire.ts';
import {problemSchema} from '../../src/backend/wire-problem.ts';
import {challengeSchema, signAnswerSchema, signatureSchema} from '../../src/backend/wire-signing.ts';
import {supporterSchema} from '../../src/backend/wire-supporter.ts';
import {petitionIn} from '../../stories/support/petitions.ts';

const asOf = '2026-11-22T12:00:00Z';
const count = {total: 12, asOf};
const signature = {fields: {givenName: 'Amina'}, consents: [], lang: 'en'};
const {form} = petitionIn('en');

const isTime = (text: unknown): boolean => readAs(countSchema, {total: 0, asOf: text}) !== undefined;

const digits = (length: number, value: number): string => String(value).padStart(length, '0');

describe('a time', () => {
  it.each([
    '2026-11-22T12:00:00Z',
    '2026-11-22T12:00:00.1Z',
    '2026-11-22T23:59:59.123456789012Z',
    '2026-11-22T12:00:00+00:00',
    '2026-11-22T12:00:00.5-23:59',
    '0000-02-29T00:00:00Z',
    '2000-02-29T00:00:00Z',
  ])('is %j', (text) => {
    expect(isTime(text)).toBe(true);
  });

  it.each([
    '',
    'yesterday',
    '2026-11-22',
    '2026-11-22T12:00Z',
    '2026-11-22T12:00:00',
    '2026-11-22 12:00:00Z',
    '2026-11-22t12:00:00Z',
    '2026-11-22T12:00:00z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T12:60:00Z',
    '2026-11-22T12:00:60Z',
    '2026-11-22T12:00:00.Z',
    '2026-11-22T12:00:00,5Z',
    '2026-11-22T12:00:00+01',
    '2026-11-22T12:00:00+0100',
    '2026-11-22T12:00:00+24:00',
    '2026-11-22T12:00:00−01:00',
    '+02026-11-22T12:00:00Z',
    '26-11-22T12:00:00Z',
    '1900-02-29T00:00:00Z',
    ' 2026-11-22T12:00:00Z',
    '2026-11-22T12:00:00Z\n',
    1_795_348_800_000,
    ['2026-11-22T12:00:00Z'],
  ])('is not %j', (text) => {
    expect(isTime(text)).toBe(false);
  });

  it('is one that JavaScript writes, of a year of four digits', () => {
    const dates = fc.date({min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z')});
    fc.assert(
      fc.property(
        dates.filter((date) => !Number.isNaN(date.getTime())),
        (date) => isTime(date.toISOString()),
      ),
    );
  });

  it('is of a day that there is', () => {
    const year = fc.oneof(
      fc.nat({max: 9999}),
      fc.nat({max: 99}).map((century) => century * 100),
    );
    const day = fc.tuple(year, fc.nat({max: 13}), fc.integer({min: 0, max: 32}));
    fc.assert(
      fc.property(day, ([y, m, d]) => {
        const text = `${digits(4, y)}-${digits(2, m)}-${digits(2, d)}`;
        const date = new Date(0);
        date.setUTCFullYear(y, m - 1, d);
        expect(isTime(`${text}T00:00:00Z`)).toBe(date.toISOString().startsWith(`${text}T`));
      }),
      {numRuns: 5000},
    );
  });
});

describe('a number of signatures', () => {
  it.each([0, 1, Number.MAX_SAFE_INTEGER])('may be %d', (total) => {
    expect(readAs(countSchema, {total, asOf})).toEqual({total, asOf});
  });

  it.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Infinity, NaN, '7', null, true, [7], undefined])(
    'is never %s',
    (total) => {
      expect(readAs(countSchema, {total, asOf})).toBe(undefined);
    },
  );
});

describe('an object', () => {
  it('is rid of members that nobody knows, wherever they are', () => {
    const known = petitionIn('en');
    const later = {...known, later: 1, form: {...form, later: 1, fields: [{...form.fields[0], later: 1}]}};
    expect(readAs(petitionSchema, later)).toEqual({...known, form: {...form, fields: [form.fields[0]]}});
  });

  it.each([null, 'text', 7, true, [], undefined])('is not %j', (json) => {
    expect(readAs(countSchema, json)).toBe(undefined);
    expect(readAs(formShape(), {...form, after: json ?? 0})).toBe(undefined);
    expect(readAs(signatureSchema, {...signature, source: json ?? 0})).toBe(undefined);
    expect(readAs(signatureSchema, {...signature, fields: json})).toBe(undefined);
  });

  it('may leave out what is optional, and nothing else', () => {
    expect(readAs(problemSchema, {})).toEqual({});
    expect(readAs(supporterSchema, {id: 'a', signedAt: asOf})).toEqual({id: 'a', signedAt: asOf});
    expect(readAs(supporterSchema, {signedAt: asOf})).toBe(undefined);
    expect(readAs(supporterSchema, {id: '', signedAt: asOf})).toBe(undefined);
    expect(readAs(supporterSchema, {id: 'a', signedAt: asOf, name: null})).toBe(undefined);
  });
});

describe('what is signed', () => {
  it('keeps its fields under whatever name, so that those that nobody asked for can be refused', () => {
    const fields = {givenName: 'A', 'x-a': '', constructor: 'b', prototype: 'c', toString: 'd', '': 'e'};
    expect(readAs(signatureSchema, {...signature, fields})).toEqual({...signature, fields});
  });

  it.each([null, 7, ['Amina'], {}])('has no field that is %j', (value) => {
    expect(readAs(signatureSchema, {...signature, fields: {givenName: value}})).toBe(undefined);
  });

  it.each([
    ['code', 200],
    ['referrer', 2000],
    ['page', 2000],
  ])('comes from a %s of %d characters at most', (member, most) => {
    const from = (length: number) => readAs(signatureSchema, {...signature, source: {[member]: 'x'.repeat(length)}});
    expect(from(most)).not.toBe(undefined);
    expect(from(most + 1)).toBe(undefined);
  });
});

describe('a challenge', () => {
  const parameters = {algorithm: 'A', nonce: 'n', salt: 's', cost: 1, keyLength: 32, keyPrefix: '00'};

  it('keeps what is signed as it came', () => {
    const signed = {...parameters, expiresAt: 1.5, constructor: 'x', later: {list: [1, null]}};
    expect(readAs(challengeSchema, {parameters: signed, signature: 'x', later: 1})).toEqual({
      parameters: signed,
      signature: 'x',
    });
  });

  it.each([{cost: 1.5}, {keyLength: '32'}, {nonce: undefined}, {expiresAt: Infinity}])('is none with %j', (changed) => {
    expect(readAs(challengeSchema, {parameters: {...parameters, ...changed}})).toBe(undefined);
  });
});

describe('the answer to a signature', () => {
  it('is known by its status', () => {
    expect(readAs(signAnswerSchema, {status: 'counted', count, later: 1})).toEqual({status: 'counted', count});
    expect(readAs(signAnswerSchema, {status: 'confirmation-sent', count})).toEqual({status: 'confirmation-sent'});
  });

  it.each([{}, {status: 'counted'}, {status: 'lost', count}, {count}, [], null])('is not %j', (json) => {
    expect(readAs(signAnswerSchema, json)).toBe(undefined);
  });
});

describe('on a page that has added to the prototype of all objects', () => {
  afterEach(() => Reflect.deleteProperty(Object.prototype, 'added'));

  it('everything is read as on any other', () => {
    const value = {configurable: true, enumerable: true, value: () => 'by the page'};
    const petition = petitionIn('en');
    Reflect.defineProperty(Object.prototype, 'added', value);
    const read = [
      readAs(petitionSchema, petition),
      readAs(signatureSchema, signature),
      readAs(signAnswerSchema, {status: 'counted', count}),
    ];
    Reflect.deleteProperty(Object.prototype, 'added');
    expect(read).toEqual([petition, signature, {status: 'counted', count}]);
  });
});
