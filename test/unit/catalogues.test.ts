import {readFileSync} from 'node:fs';
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Catalogue, PluralKey} from '../../src/i18n/catalogue.ts';
import en from '../../src/i18n/catalogues/en.json';
import {formatNumber} from '../../src/i18n/formats.ts';
import {directionOf} from '../../src/i18n/language-tags.ts';
import {locales, type Locale} from '../../src/i18n/locales.ts';
import {loadCatalogue, Texts} from '../../src/i18n/texts.ts';
import {catalogueProblems, readCatalogues} from '../support/lint/catalogues.ts';
import {counted, numbers, pluralCategories} from '../support/plurals.ts';

const catalogues: ReadonlyMap<Locale, Catalogue> = new Map(
  await Promise.all(
    locales.map(async (locale): Promise<[Locale, Catalogue]> => [locale, (await loadCatalogue(locale)).default]),
  ),
);
const catalogueOf = (locale: Locale): Catalogue => catalogues.get(locale) ?? en;
const textsOf = (locale: Locale): readonly [string, string][] => Object.entries(catalogueOf(locale));

const [isolate, endIsolate] = ['\u2068', '\u2069'];

const pluralKeys = Object.keys(counted).filter((key): key is PluralKey => key in counted);

const pluralForm = /^(.+)_(zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => pluralForm.exec(key)?.[1] ?? key;
const basesInOrder = (catalogue: Catalogue): readonly string[] => [...new Set(Object.keys(catalogue).map(baseOf))];

const placeholdersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\{\{(.*?)\}\}/g), ([, name = '']) => name);
/** What each message is filled with, as English has it. */
const placeholders: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(en).map(([key, text]) => [baseOf(key), placeholdersIn(text)]),
);

const files = readCatalogues('src/i18n/catalogues');

describe('the catalogues', () => {
  it('are all registered', () => {
    expect([...files.keys()].toSorted()).toEqual(locales.toSorted());
  });

  it('are all in the documentation, with who has reviewed them', () => {
    const rows = readFileSync('docs/languages.md', 'utf8').matchAll(/^\| `([\w-]+)` .*\| \S.* \|$/gm);
    expect(new Set(Array.from(rows, ([, locale]) => locale))).toEqual(new Set(locales));
  });
});

/** What a translator has still to do is told here. */
describe.each([...files])('the catalogue %s', (locale, catalogue) => {
  it('misses nothing and has nothing too much', () => {
    expect(catalogueProblems(locale, catalogue, en, placeholders)).toEqual([]);
  });
});

describe.each(locales)('the catalogue %s', (locale) => {
  const catalogue = catalogueOf(locale);

  it('has its texts in the order of English', () => {
    expect(basesInOrder(catalogue)).toEqual(basesInOrder(en));
  });

  it.each(textsOf(locale))('has a text for “%s”, with nothing around it', (_, text) => {
    expect(text).not.toBe('');
    expect(text).not.toContain('undefined');
    expect(text).toBe(text.trim());
    expect(text).not.toMatch(/ {2}|["'!！]|\.\.\.|。。/);
  });
});

/** Words that two languages share. */
const shared: Readonly<Partial<Record<Locale, readonly string[]>>> = {
  fr: ['progress'],
};

describe.each(locales.filter((locale) => locale !== 'en'))('the catalogue %s', (locale) => {
  it('is translated', () => {
    const english = new Map(Object.entries(en));
    const same = textsOf(locale).filter(([key, text]) => english.get(key) === text);
    expect(same.map(([key]) => key)).toEqual(shared[locale] ?? []);
  });
});

describe('the catalogue fr', () => {
  it.each(textsOf('fr'))('keeps the marks of “%s” with their words', (_, text) => {
    expect(text).not.toMatch(/(?<!\u202F)[;?»]|«(?!\u202F)|(?<!\u00A0):/u);
    expect(text).not.toMatch(/[“”"']/);
  });
});

describe.each(['ar', 'ug-Arab'] as const)('the catalogue %s', (locale) => {
  it.each(textsOf(locale))('has the marks of its script in “%s”', (_, text) => {
    expect(text).not.toMatch(/[,;?“”]/);
  });

  it.each(textsOf(locale))('keeps “%s” from turning a row of numbers round', (_, text) => {
    expect(text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/gu, '')).not.toMatch(/[\u2066-\u2069]|[+]|\d \d/u);
  });
});

describe('the catalogue ug-Arab', () => {
  const words = (text: string): readonly string[] =>
    text.replaceAll(/\{\{.*?\}\}|[a-z@.]+/gi, ' ').match(/[\p{L}\p{M}]+/gu) ?? [];

  it.each(textsOf('ug-Arab'))(
    'spells “%s” in the letters of Uyghur, and no vowel begins a word without ئ',
    (_, text) => {
      for (const word of words(text)) {
        expect(word).toMatch(/^[ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي]+$/u);
        expect(word).not.toMatch(/^[اەوۇۆۈېى]|ئ(?![اەوۇۆۈېى])/u);
      }
    },
  );
});

/** The letters that the texts of each script are written in, besides those of addresses and names. */
const scripts: Readonly<Partial<Record<Locale, RegExp>>> = {
  ja: /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+$/u,
  ru: /^[а-яё]+$/iu,
  'ug-Cyrl': /^[а-яёәғҗқңөүһ]+$/iu,
  'ug-Latn': /^[a-zéöü]+$/iu,
  'zh-Hans': /^\p{scx=Han}+$/u,
  'zh-Hant': /^\p{scx=Han}+$/u,
};
const foreign = /\{\{.*?\}\}|[\w.-]+@[\w.]+|\(spam\)/g;

describe.each(Object.entries(scripts))('the catalogue %s', (tag, script) => {
  it.each(Object.entries(files.get(tag) ?? {}))('is in its own script in “%s”', (_, text) => {
    for (const [word] of text.replaceAll(foreign, ' ').matchAll(/[\p{L}\p{M}]+/gu)) expect(word).toMatch(script);
  });
});

describe.each(locales)('sentences in %s', (locale) => {
  const catalogue = catalogueOf(locale);
  const forms = new Map(textsOf(locale));
  const texts = new Texts(locale, catalogue);
  const bare = (text = ''): string => text.replaceAll(/[\u2068\u2069]/g, '');
  /** The number as it is shown, wherever a counted message has it. */
  const filled = (shown: string) => ({
    total: shown,
    more: shown,
    max: shown,
    left: shown,
    over: shown,
    fields: shown,
    seconds: shown,
    targets: 'UN',
  });
  const sentences = pluralKeys.flatMap((key) => numbers.map((count, index) => ({key, count, index})));

  it.each(sentences)('$key has the number $count in it, in the form of its plural category', ({key, count, index}) => {
    const number = formatNumber(locale, count);
    const sentence = texts.message(key, {count, ...filled(number)});
    const form = forms.get(`${key}_${pluralCategories(locale)[index]}`);
    expect(form).toBeDefined();
    expect(bare(sentence)).toBe(bare(form).replaceAll(`{{${counted[key]}}}`, number).replaceAll('{{targets}}', 'UN'));
    expect(sentence).toContain(number);
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
    for (const name of ['{{name}}', '$t(open)', '<b>&', '$&']) {
      expect(texts.message('thanks', {name})).toContain(name);
    }
  });

  it.each(['signed', 'signedFinal'] as const)('%s is cut around its number', (key) => {
    for (const count of numbers) {
      const parts = texts.parts(key, 'total', {count});
      const joined = parts.map((part) => (typeof part === 'string' ? part : `[${part.name}]`)).join('');
      expect(parts.filter((part) => typeof part !== 'string')).toEqual([{name: 'total'}]);
      expect(joined).toBe(texts.message(key, {count, total: '[total]'}));
      expect(joined).not.toMatch(/[\uE000{}]/);
    }
  });

  it('says what has no placeholders as it stands, and in which direction', () => {
    expect(texts.text('submit')).toBe(catalogue.submit);
    expect(texts.dir).toBe(directionOf(locale));
  });
});

describe('the parts of a sentence', () => {
  const partsOf = (locale: Locale, count: number): unknown =>
    new Texts(locale, catalogueOf(locale)).parts('signed', 'total', {count});

  it('stand in the order of the language', () => {
    expect(partsOf('en', 1)).toEqual(['', {name: 'total'}, ' person has signed']);
    expect(partsOf('en', 0)).toEqual(['', {name: 'total'}, ' people have signed']);
    expect(partsOf('fr', 0)).toEqual(['', {name: 'total'}, ' personne a signé']);
    expect(partsOf('fr', 1_000_000)).toEqual(['', {name: 'total'}, ' de personnes ont signé']);
    expect(partsOf('ar', 3)).toEqual([`وقّع ${isolate}`, {name: 'total'}, `${endIsolate} أشخاص حتى الآن`]);
    expect(partsOf('ug-Arab', 3)).toEqual([isolate, {name: 'total'}, `${endIsolate} كىشى ئىمزا قويدى`]);
  });
});

describe('a browser that doesn’t know Uyghur, and takes its own language instead', () => {
  const {PluralRules} = Intl;
  const russian = ([tag = 'ru', ...rest]: ConstructorParameters<typeof PluralRules>): Intl.PluralRules =>
    new PluralRules(String(tag).startsWith('ug') ? 'ru' : tag, ...rest);

  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(['ug-Arab', 'ug-Cyrl', 'ug-Latn'] as const)('still has the plural forms of %s', (locale) => {
    vi.spyOn(Intl, 'PluralRules').mockImplementation(function rules(...tags) {
      return russian(tags);
    });
    const catalogue = catalogueOf(locale);
    const texts = new Texts(locale, catalogue);
    const bare = (sentence: string): string => sentence.replaceAll(/[\u2068\u2069]/g, '');
    const sentences = numbers.map((count) => bare(texts.message('signedFinal', {count, total: 'N'})));
    const forms = new Map(textsOf(locale));
    expect(sentences).toEqual(
      pluralCategories(locale).map((category) => forms.get(`signedFinal_${category}`)?.replace('{{total}}', 'N')),
    );
  });
});
