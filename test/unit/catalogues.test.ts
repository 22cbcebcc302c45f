import {beforeAll, describe, expect, it} from 'vitest';
import type {Catalogue, PluralKey} from '../../src/i18n/catalogue.ts';
import ar from '../../src/i18n/catalogues/ar.json';
import en from '../../src/i18n/catalogues/en.json';
import fr from '../../src/i18n/catalogues/fr.json';
import ug from '../../src/i18n/catalogues/ug-Arab.json';
import {createEngine} from '../../src/i18n/engine.ts';
import {isolated} from '../../src/i18n/isolate.ts';
import {formatNumber} from '../../src/i18n/formats.ts';
import {directionOf, locales, type Locale} from '../../src/i18n/locales.ts';
import {Texts} from '../../src/i18n/texts.ts';

const catalogues: {readonly [L in Locale]: Catalogue} = {en, fr, ar, 'ug-Arab': ug};

/** Every counted message, with the placeholder that its number stands in. */
const counted: Readonly<Record<PluralKey, string>> = {
  signed: 'total',
  signedFinal: 'total',
  targetsMore: 'more',
  languagesMore: 'more',
  tooLong: 'max',
  charactersLeft: 'left',
  charactersOver: 'over',
  mistakes: 'fields',
  nextTry: 'seconds',
};
const numbers = [0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000];
const [isolate, endIsolate] = ['\u2068', '\u2069'];

const pluralKeys = Object.keys(counted).filter((key): key is PluralKey => key in counted);
const sentences = pluralKeys.flatMap((key) => numbers.map((count) => ({key, count})));

const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => pluralForm.exec(key)?.[1] ?? key;
const plainKeys = (catalogue: Catalogue): readonly string[] =>
  Object.keys(catalogue).filter((key) => !pluralForm.test(key));
const basesInOrder = (catalogue: Catalogue): readonly string[] => [...new Set(Object.keys(catalogue).map(baseOf))];

/** Node knows Uyghur and many a browser doesn't; the catalogue has the forms of English for both. */
const categoriesOf = (locale: Locale): readonly string[] =>
  new Intl.PluralRules(locale === 'ug-Arab' ? 'en' : locale).resolvedOptions().pluralCategories.toSorted();
const formsIn = (catalogue: Catalogue, base: string): readonly string[] =>
  Object.keys(catalogue)
    .filter((key) => pluralForm.test(key) && baseOf(key) === base)
    .map((key) => key.slice(base.length + 1))
    .toSorted();

const placeholdersIn = (text: string): readonly string[] => (text.match(/\{\{.*?\}\}/g) ?? []).toSorted();
const placeholders = new Map(Object.entries(en).map(([key, text]) => [baseOf(key), placeholdersIn(text)]));

describe.each(locales)('the catalogue %s', (locale) => {
  const catalogue = catalogues[locale];
  const texts = Object.entries(catalogue);

  it('has the texts of English, in their order', () => {
    expect(plainKeys(catalogue)).toEqual(plainKeys(en));
    expect(basesInOrder(catalogue)).toEqual(basesInOrder(en));
  });

  it.each(pluralKeys)('has “%s” for each of its plural categories and no other', (base) => {
    expect(formsIn(catalogue, base)).toEqual(categoriesOf(locale));
  });

  it('counts nothing that English doesn’t', () => {
    const counting = Object.keys(catalogue).filter((key) => pluralForm.test(key));
    expect([...new Set(counting.map(baseOf))]).toEqual(pluralKeys);
  });

  it.each(texts)('has the placeholders of English in “%s”', (key, text) => {
    expect(placeholdersIn(text)).toEqual(placeholders.get(baseOf(key)));
    expect(text.replaceAll(/\{\{[a-z]+\}\}/gi, '')).not.toMatch(/[{}]/);
  });

  it.each(texts)('has a text for “%s”, with nothing around it', (_, text) => {
    expect(text).not.toBe('');
    expect(text).not.toContain('undefined');
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|["'!]|\.\.\./);
  });
});

describe.each(locales.filter((locale) => locale !== 'en'))('the catalogue %s', (locale) => {
  it('is translated', () => {
    const english = new Map(Object.entries(en));
    const same = Object.entries(catalogues[locale]).filter(([key, text]) => english.get(key) === text);
    // “Signatures” is a word of both languages.
    expect(same.map(([key]) => key)).toEqual(locale === 'fr' ? ['progress'] : []);
  });
});

describe('the catalogue fr', () => {
  it.each(Object.entries(fr))('keeps the marks of “%s” with their words', (_, text) => {
    expect(text).not.toMatch(/(?<!\u202F)[;?»]|«(?!\u202F)|(?<!\u00A0):/u);
    expect(text).not.toMatch(/[“”"']/);
  });
});

describe.each(['ar', 'ug-Arab'] as const)('the catalogue %s', (locale) => {
  it.each(Object.entries(catalogues[locale]))('has the marks of its script in “%s”', (_, text) => {
    expect(text).not.toMatch(/[,;?“”]/);
  });

  it.each(Object.entries(catalogues[locale]))('keeps “%s” from turning a row of numbers round', (_, text) => {
    expect(text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, '')).not.toMatch(/[\u2066-\u2069]|[+]|\d \d/u);
  });
});

describe('the catalogue ug-Arab', () => {
  const words = (text: string): readonly string[] =>
    text.replaceAll(/\{\{.*?\}\}|[a-z@.]+/gi, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];

  it.each(Object.entries(ug))(
    'spells “%s” in the letters of Uyghur, and no vowel begins a word without ئ',
    (_, text) => {
      for (const word of words(text)) {
        expect(word).toMatch(/^[ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي]+$/u);
        expect(word).not.toMatch(/^[اەوۇۆۈېى]|ئ(?![اەوۇۆۈېى])/u);
      }
    },
  );
});

describe.each(locales)('sentences in %s', (locale) => {
  let texts: Texts;

  beforeAll(async () => {
    const catalogue = catalogues[locale];
    texts = new Texts(
      locale,
      catalogue,
      await createEngine(locale, catalogue, (value) => isolated(value, directionOf(locale))),
    );
  });

  it.each(sentences)('$key has the number $count in it', ({key, count}) => {
    const number = formatNumber(locale, count);
    const sentence = texts.message(key, {count, [counted[key]]: number, targets: 'UN'});
    expect(sentence).toContain(number);
    expect(sentence).not.toMatch(/\{\{|\}\}|undefined/);
    expect(sentence).not.toBe(key);
  });

  it.each(sentences)('$key takes the form of its language for $count', ({key, count}) => {
    const rules = new Intl.PluralRules(locale === 'ug-Arab' ? 'en' : locale);
    const form = Object.entries(catalogues[locale]).find(([name]) => name === `${key}_${rules.select(count)}`)?.[1];
    const sentence = texts.message(key, {count, [counted[key]]: 'N', targets: 'T'});
    const plain = sentence?.replaceAll(isolate, '').replaceAll(endIsolate, '');
    expect(plain).toBe(form?.replace(`{{${counted[key]}}}`, 'N').replace('{{targets}}', 'T'));
  });

  it('isolates what it fills in if it is written from right to left', () => {
    const thanks = texts.message('thanks', {name: 'Ada'});
    if (directionOf(locale) === 'rtl') expect(thanks).toContain(`${isolate}Ada${endIsolate}`);
    else expect(thanks).not.toMatch(/[\u2066-\u2069]/);
    expect(thanks).toContain('Ada');
  });

  it('isolates what is of the other direction in any language', () => {
    expect(texts.message('thanks', {name: 'ئامىنە'})).toContain(`${isolate}ئامىنە${endIsolate}`);
  });

  it('takes what it fills in as it is', () => {
    for (const name of ['{{name}}', '$t(open)', '<b>&', '$&']) expect(texts.message('thanks', {name})).toContain(name);
  });

  it.each(['signed', 'signedFinal'] as const)('%s is cut around its number', (key) => {
    for (const count of numbers) {
      const parts = texts.parts(key, ['total'], {count});
      const joined = parts?.map((part) => (typeof part === 'string' ? part : `[${part.name}]`)).join('');
      expect(parts?.filter((part) => typeof part !== 'string')).toEqual([{name: 'total'}]);
      expect(joined).toBe(texts.message(key, {count, total: '[total]'}));
      expect(joined).not.toMatch(/[\uE000{}]/);
    }
  });

  it('says nothing with placeholders, but all else, before its engine is there', () => {
    const plain = new Texts(locale, catalogues[locale]);
    expect(plain.message('thanks', {name: 'Ada'})).toBe(undefined);
    expect(plain.parts('signed', ['total'], {count: 3})).toBe(undefined);
    expect(plain.text('submit')).toBe(catalogues[locale].submit);
    expect(plain.dir).toBe(directionOf(locale));
  });
});

describe('the parts of a sentence', () => {
  const partsOf = async (locale: Locale, count: number): Promise<unknown> => {
    const catalogue = catalogues[locale];
    return new Texts(
      locale,
      catalogue,
      await createEngine(locale, catalogue, (value) => isolated(value, directionOf(locale))),
    ).parts('signed', ['total'], {count});
  };

  it('stand in the order of the language', async () => {
    expect(await partsOf('en', 1)).toEqual(['', {name: 'total'}, ' person has signed']);
    expect(await partsOf('en', 0)).toEqual(['', {name: 'total'}, ' people have signed']);
    expect(await partsOf('fr', 0)).toEqual(['', {name: 'total'}, ' personne a signé']);
    expect(await partsOf('fr', 1_000_000)).toEqual(['', {name: 'total'}, ' de personnes ont signé']);
    expect(await partsOf('ar', 3)).toEqual([`وقّع ${isolate}`, {name: 'total'}, `${endIsolate} أشخاص حتى الآن`]);
    expect(await partsOf('ug-Arab', 3)).toEqual([isolate, {name: 'total'}, `${endIsolate} كىشى ئىمزا قويدى`]);
  });
});
