import {describe, expect, it} from 'vitest';
import {titled, toCyrillic, toLatin} from '../../scripts/cldr/uyghur.ts';
import type {FormatTable} from '../../src/i18n/format-table.ts';
import arabicCountries from '../../src/i18n/tables/countries-ug-Arab.ts';
import cyrillicCountries from '../../src/i18n/tables/countries-ug-Cyrl.ts';
import latinCountries from '../../src/i18n/tables/countries-ug-Latn.ts';
import arabic from '../../src/i18n/tables/ug-Arab.ts';
import cyrillic from '../../src/i18n/tables/ug-Cyrl.ts';
import latin from '../../src/i18n/tables/ug-Latn.ts';
import {countries} from '../../src/model/countries.ts';

const namesIn = (rows: string): ReadonlyMap<string, string> =>
  new Map(rows.split('|').map((row) => [row.slice(0, 2), row.slice(2)]));

interface Written {
  readonly table: FormatTable;
  readonly rows: string;
  /** Everything that this script is written with. */
  readonly letters: RegExp;
  readonly order: string;
}

const scripts: Readonly<Record<string, Written>> = {
  'ug-Arab': {table: arabic, rows: arabicCountries, letters: /^[\p{Script=Arabic}\s(),،.-]+$/u, order: 'ug'},
  'ug-Cyrl': {table: cyrillic, rows: cyrillicCountries, letters: /^[\p{Script=Cyrillic}\s’(),.—-]+$/u, order: 'en'},
  'ug-Latn': {table: latin, rows: latinCountries, letters: /^[A-Za-zÉÖÜéöü\s’(),.-]+$/, order: 'en'},
};

describe.each(Object.entries(scripts))('the tables of %s', (tag, {table, rows, letters, order}) => {
  const named = namesIn(rows);
  const names = [...named.values()];

  it('name each of the 249 countries, once', () => {
    expect(rows.split('|')).toHaveLength(249);
    expect([...named.keys()].toSorted()).toEqual(countries().toSorted());
    expect(new Set(names).size).toBe(249);
  });

  it('have the countries in the order of the alphabet', () => {
    expect(names).toEqual(names.toSorted(new Intl.Collator(order).compare));
  });

  it('hold letters of that script alone', () => {
    for (const name of [...names, ...table.months, ...Object.values(table.languages)]) expect(name).toMatch(letters);
    expect(table.separator).toMatch(letters);
    expect(table.date.replaceAll(/[dMy]+/g, '')).toMatch(letters);
  });

  it('have twelve months and a name for each language', () => {
    expect(new Set(table.months).size).toBe(12);
    const languages = Object.values(table.languages);
    expect(new Set(languages).size).toBe(13);
    expect(tag in table.languages).toBe(true);
  });

  it('begin each name with a capital letter, where there are such', () => {
    const raised = [...names, ...Object.values(table.languages)].filter((name) => /^\p{Ll}/u.test(name));
    expect(raised).toEqual([]);
  });
});

/** Node has CLDR's Uyghur, in Arabic script: an update of either shows here. */
describe('the tables in Arabic script, beside ICU,', () => {
  it('have the same dates and times', () => {
    const icu = new Intl.DateTimeFormat('ug', {dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC'});
    const parts = [...arabic.months.keys()].map((month) => icu.formatToParts(Date.UTC(2018, month, 10, 9, 5)));
    const valueOf = (type: string): readonly (string | undefined)[] =>
      parts.map((all) => all.find((part) => part.type === type)?.value);
    expect(valueOf('month')).toEqual(arabic.months);
    expect(new Set(valueOf('hour'))).toEqual(new Set(['09']));
    const date = new Intl.DateTimeFormat('ug', {dateStyle: 'long', timeZone: 'UTC'});
    expect(date.format(Date.UTC(2018, 2, 1))).toBe(
      arabic.date
        .replace('MMMM', arabic.months[2] ?? '')
        .replace('d', '1')
        .replace('y', '2018'),
    );
  });

  it('have the same countries, and one more', () => {
    const icu = new Intl.DisplayNames('ug', {type: 'region', fallback: 'none'});
    const different = [...namesIn(arabicCountries)].filter(([code, name]) => icu.of(code) !== name);
    expect(different.map(([code]) => [code, icu.of(code)])).toEqual([['IO', undefined]]);
  });

  it('have the same languages', () => {
    const icu = new Intl.DisplayNames('ug', {type: 'language'});
    for (const [tag, name] of Object.entries(arabic.languages)) expect(name).toBe(icu.of(tag));
  });

  it('need no numbers, which are those of English, and can’t have lists, which are not Uyghur', () => {
    for (const value of [0, 1234, 1_234_567, -12, 1234.5]) {
      expect(new Intl.NumberFormat('ug').format(value)).toBe(new Intl.NumberFormat('en').format(value));
    }
    expect(new Intl.ListFormat('ug').format(['1', '2', '3'])).toBe('1, 2, and 3');
  });
});

describe('Uyghur put into another alphabet', () => {
  it.each([
    ['ئا ئە ئې ئى ئو ئۇ ئۆ ئۈ', 'a e é i o u ö ü', 'а ә е и о у ө ү'],
    ['ب پ ت ج چ خ د ر ز ژ س ش', 'b p t j ch x d r z zh s sh', 'б п т җ ч х д р з ж с ш'],
    ['غ ف ق ك گ ڭ ل م ن ھ ۋ ي', 'gh f q k g ng l m n h w y', 'ғ ф қ к г ң л м н һ в й'],
    ['ئۇيغۇرچە', 'uyghurche', 'уйғурчә'],
    ['ئىنگلىزچە', 'in’glizche', 'инглизчә'],
    ['ئەرەبچە', 'erebche', 'әрәбчә'],
    ['ياپونچە', 'yaponche', 'япончә'],
    ['ئىيۇن', 'iyun', 'июн'],
    ['يېڭى يىل', 'yéngi yil', 'йеңи йил'],
    ['يول', 'yol', 'йол'],
    ['تەبىئىي', 'tebi’iy', 'тәбиий'],
    ['مەسئۇل', 'mes’ul', 'мәсъул'],
    ['ئىسھاق', 'is’haq', 'исһақ'],
    ['دېڭىز، تاغ', 'déngiz, tagh', 'деңиз, тағ'],
  ])('%s', (text, inLatin, inCyrillic) => {
    expect(toLatin(text)).toBe(inLatin);
    expect(toCyrillic(text)).toBe(inCyrillic);
  });

  it('has only the letters of Uyghur', () => {
    expect(() => toLatin('ةكتاب')).toThrow('not of the Uyghur alphabet');
  });

  it('raises the words of a name', () => {
    expect(titled('antigu’a we barbuda (kiling)', 'we')).toBe('Antigu’a we Barbuda (Kiling)');
  });
});

describe('the countries’ names', () => {
  const inLatin = namesIn(latinCountries);
  const inCyrillic = namesIn(cyrillicCountries);

  it.each([
    ['AF', 'Afghanistan', 'Афғанистан'],
    ['AO', 'An’gola', 'Ангола'],
    ['AR', 'Argéntina', 'Аргентина'],
    ['AU', 'Awstraliye', 'Австралия'],
    ['AZ', 'Ezerbeyjan', 'Әзәрбәйҗан'],
    ['BE', 'Bélgiye', 'Бельгия'],
    ['BR', 'Biraziliye', 'Бразилия'],
    ['CA', 'Kanada', 'Канада'],
    ['CF', 'Ottura Afriqa Jumhuriyiti', 'Оттура Африқа Җумһурийити'],
    ['CH', 'Shiwétsariye', 'Швейцария'],
    ['CN', 'Xitay', 'Хитай'],
    ['DE', 'Gérmaniye', 'Германия'],
    ['EG', 'Misir', 'Мисир'],
    ['ES', 'Ispaniye', 'Испания'],
    ['FR', 'Firansiye', 'Франция'],
    ['GB', 'Birleshme Padishahliq', 'Улуқ Британия'],
    ['HU', 'Wén’giriye', 'Венгрия'],
    ['ID', 'Hindonéziye', 'Индонезия'],
    ['IL', 'Isra’iliye', 'Израиль'],
    ['IN', 'Hindistan', 'Һиндистан'],
    ['IQ', 'Iraq', 'Ирақ'],
    ['IR', 'Iran', 'Иран'],
    ['IT', 'Italiye', 'Италия'],
    ['JP', 'Yaponiye', 'Япония'],
    ['KG', 'Qirghizistan', 'Қирғизстан'],
    ['KR', 'Koréye', 'Җәнубий Корея'],
    ['KZ', 'Qazaqistan', 'Қазақстан'],
    ['MA', 'Marakesh', 'Марокко'],
    ['MK', 'Shimaliy Makédoniye', 'Шималий Македония'],
    ['MN', 'Mongghuliye', 'Моңғулия'],
    ['NL', 'Gollandiye', 'Голландия'],
    ['NO', 'Norwégiye', 'Норвегия'],
    ['NZ', 'Yéngi Zélandiye', 'Йеңи Зеландия'],
    ['PK', 'Pakistan', 'Пакистан'],
    ['PL', 'Polsha', 'Польша'],
    ['RU', 'Rusiye', 'Россия'],
    ['SA', 'Se’udiy Erebistan', 'Сәудий Әрәбистан'],
    ['SE', 'Shiwétsiye', 'Швеция'],
    ['SG', 'Sin’gapor', 'Сингапур'],
    ['SY', 'Suriye', 'Сурия'],
    ['TJ', 'Tajikistan', 'Таҗикстан'],
    ['TM', 'Türkmenistan', 'Түркмәнстан'],
    ['TR', 'Türkiye', 'Түркия'],
    ['TT', 'Tirinidad we Tobago', 'Тринидад вә Тобаго'],
    ['UA', 'Ukra’ina', 'Украина'],
    ['US', 'Amérika Qoshma Ishtatliri', 'Америка Қошма Штатлири'],
    ['UZ', 'Özbékistan', 'Өзбәкстан'],
    ['VN', 'Wiyétnam', 'Вьетнам'],
    ['YE', 'Yemen', 'Йәмән'],
  ])('%s: %s, %s', (code, latinName, cyrillicName) => {
    expect(inLatin.get(code)).toBe(latinName);
    expect(inCyrillic.get(code)).toBe(cyrillicName);
  });
});
