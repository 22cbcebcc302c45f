import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import * as v from 'valibot';
import {phonePlans} from './formats/phone-plans.ts';
import {postalCodes} from './formats/postal-codes.ts';

/*
 * npm run tables:formats: writes src/model/tables/, what a phone number and a postcode are judged by: of two
 * libraries' data what is needed for that, in a quarter of their size.
 */

const folder = join(import.meta.dirname, '../src/model/tables');
const {resolve} = createRequire(import.meta.url);
const packageSchema = v.object({name: v.string(), version: v.string()});

interface Table {
  readonly file: string;
  readonly library: string;
  /** What the library says of the rights in its data, in a file of its own. */
  readonly license: string;
  readonly head: readonly string[];
  readonly rows: string;
}

const tables: readonly Table[] = [
  {
    file: 'phone-plans',
    library: 'libphonenumber-js',
    license: 'LICENSE.Apache',
    head: [
      'The data is that of libphonenumber, © The Libphonenumber Authors. SPDX-License-Identifier: Apache-2.0',
      'A line for each calling code, and in it the countries that have it, the foremost first: how many digits a',
      'number has (as digits of base 36), its pattern, what it is dialled with within the country, what is',
      'dialled before a calling code there (unless 00), what the former is replaced by, and what tells numbers of',
      'this country from those of the others, which may be of other lengths.',
    ],
    rows: phonePlans(),
  },
  {
    file: 'postal-codes',
    library: 'postal-code-checker',
    license: 'NOTICE',
    head: ['The data is that of libaddressinput, © Google. SPDX-License-Identifier: CC-BY-4.0'],
    rows: postalCodes(),
  },
];

mkdirSync(folder, {recursive: true});
for (const {file, library, license, head, rows} of tables) {
  const manifest = resolve(`${library}/package.json`);
  const {name, version} = v.parse(packageSchema, JSON.parse(readFileSync(manifest, 'utf8')));
  const lines = [`Made by scripts/format-tables.ts from ${name} ${version}: not to be edited.`, ...head];
  const code = `/*\n${lines.map((line) => ` * ${line}\n`).join('')} */\nexport default String.raw\`${rows}\`;\n`;
  writeFileSync(join(folder, `${file}.ts`), code);
  copyFileSync(join(dirname(manifest), license), join(folder, `LICENSE-${file}`));
}
