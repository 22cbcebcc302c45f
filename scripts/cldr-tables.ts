import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import type {FormatTable} from '../src/i18n/format-table.ts';
import {countries} from '../src/model/countries.ts';
import * as corrections from './cldr/corrections.ts';
import {Cldr, type Uyghur} from './cldr/data.ts';
import {version, withPackages} from './cldr/packages.ts';
import {capitalized, titled, toCyrillic, toLatin} from './cldr/uyghur.ts';

/*
 * npm run tables: writes src/i18n/tables/, what the elements need to know of Uyghur where a browser doesn't.
 * CLDR has Uyghur in Arabic script alone; the other two are made of that.
 */

type Names = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, '../src/i18n/tables');

const head = `/*
 * Made by scripts/cldr-tables.ts from CLDR ${version}: not to be edited.
 * © Unicode, Inc., and others; see LICENSE beside it. SPDX-License-Identifier: Unicode-3.0
 */
`;

/** The languages of the elements, and Uyghur as such. */
const spoken = ['ar', 'de', 'en', 'fr', 'ja', 'ru', 'tr', 'ug', 'ug-Arab', 'ug-Cyrl', 'ug-Latn', 'zh-Hans', 'zh-Hant'];

const has = (name: string | undefined, of: string): string => {
  if (name === undefined) throw new Error(`CLDR has no name for ${of}.`);
  return name;
};

/** As CLDR composes them: the language and its script, unless both have a name in one. */
function languagesOf({languages, scripts, composed}: Uyghur): Names {
  const nameOf = (tag: string): string => {
    const [language = '', script = ''] = tag.split('-');
    return languages[tag] ?? composed(has(languages[language], language), has(scripts[script], script));
  };
  return Object.fromEntries(spoken.map((tag) => [tag, nameOf(tag)]));
}

const countriesOf = (territories: Names): Names =>
  Object.fromEntries(countries().map((code) => [code, has(territories[code] ?? corrections.lacking[code], code)]));

const mapped = (names: Names, change: (name: string) => string): Names =>
  Object.fromEntries(Object.entries(names).map(([key, name]) => [key, change(name)]));

/** A pattern's own letters are no Uyghur ones, so that it can be transliterated as a whole. */
function tableIn(table: FormatTable, transliterated: (arabic: string) => string): FormatTable {
  return {
    months: table.months.map(transliterated),
    date: transliterated(table.date),
    time: table.time,
    separator: transliterated(table.separator),
    languages: mapped(table.languages, (name) => capitalized(transliterated(name))),
  };
}

async function write(name: string, code: string): Promise<void> {
  const path = join(folder, name);
  const config = await resolveConfig(path);
  writeFileSync(path, await format(head + code, {...config, filepath: path}));
}

/** Sorted here, so that a page needn't, and a browser that doesn't know the language couldn't. */
async function writeLanguage(locale: string, table: FormatTable, named: Names, order: Intl.Collator): Promise<void> {
  await write(
    `${locale}.ts`,
    `import type {FormatTable} from '../format-table.ts';
     const table: FormatTable = ${JSON.stringify(table)};
     export default table;`,
  );
  const rows = Object.entries(named).toSorted(([, a], [, b]) => order.compare(a, b));
  const text = rows.map(([code, name]) => code + name).join('|');
  await write(`countries-${locale}.ts`, `export default ${JSON.stringify(text)};`);
}

await withPackages(async (read) => {
  const cldr = new Cldr(read);
  const uyghur = cldr.uyghur();
  const russian = cldr.territories('ru');
  const {months, date, time} = uyghur;
  const table: FormatTable = {months, date, time, separator: '، ', languages: languagesOf(uyghur)};
  const named = countriesOf(uyghur.territories);
  const cyrillic = tableIn(table, toCyrillic);
  // The order of the root, which is that of both alphabets.
  const alphabetical = new Intl.Collator('en');

  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, 'LICENSE'), cldr.license);
  await writeLanguage('ug-Arab', table, named, new Intl.Collator('ug'));
  await writeLanguage(
    'ug-Latn',
    tableIn(table, toLatin),
    {...mapped(named, (name) => titled(toLatin(name), 'we')), ...corrections.countriesInLatin},
    alphabetical,
  );
  await writeLanguage(
    'ug-Cyrl',
    {
      ...cyrillic,
      months: corrections.monthsInCyrillic,
      languages: {...cyrillic.languages, ...corrections.languagesInCyrillic},
    },
    {
      ...mapped(named, (name) => titled(toCyrillic(name), 'вә')),
      ...Object.fromEntries(corrections.asInRussian.map((code) => [code, has(russian[code], code)])),
      ...corrections.countriesInCyrillic,
    },
    alphabetical,
  );
});
