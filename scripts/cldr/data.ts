import * as v from 'valibot';
import type {ReadFile} from './packages.ts';

const names = v.record(v.string(), v.string());
const displayNames = v.object({localeDisplayNames: v.record(v.string(), v.unknown())});
const numbers = v.object({
  numbers: v.object({
    defaultNumberingSystem: v.string(),
    minimumGroupingDigits: v.string(),
    'symbols-numberSystem-latn': names,
    'decimalFormats-numberSystem-latn': v.object({standard: v.string()}),
  }),
});
const calendar = v.object({
  dates: v.object({
    calendars: v.object({
      gregorian: v.object({
        months: v.object({format: v.object({wide: names})}),
        dateFormats: v.object({long: v.string()}),
        timeFormats: v.object({short: v.string()}),
      }),
    }),
  }),
});
const lists = v.object({listPatterns: v.object({'listPattern-type-standard-narrow': v.object({end: v.string()})})});

/** What CLDR has of Uyghur, as far as the tables need it. */
export interface Uyghur {
  readonly months: readonly string[];
  readonly date: string;
  readonly time: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly territories: Readonly<Record<string, string>>;
  /** A language and its script. */
  readonly composed: (language: string, script: string) => string;
}

type Package = Parameters<ReadFile>[0];

export class Cldr {
  readonly #read: ReadFile;

  constructor(read: ReadFile) {
    this.#read = read;
  }

  get license(): string {
    return this.#read('cldr-localenames-full', 'LICENSE');
  }

  territories(locale: string): Readonly<Record<string, string>> {
    return this.#names(locale, 'territories');
  }

  uyghur(): Uyghur {
    this.#checkThatEnglishServes();
    const {months, dateFormats, timeFormats} = this.#of('cldr-dates-full', 'ug', 'ca-gregorian', calendar).dates
      .calendars.gregorian;
    const {localePattern = ''} = this.#names('ug', 'localeDisplayPattern', 'localeDisplayNames');
    return {
      months: Object.values(months.format.wide),
      date: dateFormats.long,
      time: timeFormats.short,
      languages: this.#names('ug', 'languages'),
      scripts: this.#names('ug', 'scripts'),
      territories: this.territories('ug'),
      composed: (language, script) => localePattern.replace('{0}', language).replace('{1}', script),
    };
  }

  /** Numbers have no table, and lists none of CLDR's: an update that changes that must not go unseen. */
  #checkThatEnglishServes(): void {
    const [uyghur, english] = ['ug', 'en'].map((locale) => {
      const {numbers: all} = this.#of('cldr-numbers-full', locale, 'numbers', numbers);
      const {decimal, group, minusSign} = all['symbols-numberSystem-latn'];
      const {standard} = all['decimalFormats-numberSystem-latn'];
      return [all.defaultNumberingSystem, all.minimumGroupingDigits, decimal, group, minusSign, standard].join(' ');
    });
    if (uyghur !== english)
      throw new Error(`Uyghur numbers (${uyghur}) are not those of English (${english}) any more.`);
    const {end} = this.#of('cldr-misc-full', 'ug', 'listPatterns', lists).listPatterns[
      'listPattern-type-standard-narrow'
    ];
    if (end !== '{0}, and {1}') throw new Error(`CLDR has Uyghur lists of its own now: ${end}`);
  }

  #names(locale: string, member: string, file = member): Readonly<Record<string, string>> {
    const {localeDisplayNames} = this.#of('cldr-localenames-full', locale, file, displayNames);
    return v.parse(names, localeDisplayNames[member]);
  }

  #of<T>(name: Package, locale: string, file: string, schema: v.GenericSchema<unknown, T>): T {
    const all: v.GenericSchema<unknown, {main: Record<string, T>}> = v.object({main: v.record(v.string(), schema)});
    const data = v.parse(all, JSON.parse(this.#read(name, `main/${locale}/${file}.json`))).main[locale];
    if (data === undefined) throw new Error(`${name} has no ${locale}.`);
    return data;
  }
}
