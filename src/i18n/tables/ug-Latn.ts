/*
 * Made by scripts/cldr-tables.ts from CLDR 48.2.0: not to be edited.
 * © Unicode, Inc., and others; see LICENSE beside it. SPDX-License-Identifier: Unicode-3.0
 */
import type {FormatTable} from '../format-table.ts';
const table: FormatTable = {
  months: [
    'yanwar',
    'féwral',
    'mart',
    'aprél',
    'may',
    'iyun',
    'iyul',
    'awghust',
    'séntebir',
    'öktebir',
    'noyabir',
    'dékabir',
  ],
  date: 'd-MMMM, y',
  time: 'HH:mm',
  separator: ', ',
  languages: {
    ar: 'Erebche',
    de: 'Gérmanche',
    en: 'In’glizche',
    fr: 'Firansuzche',
    ja: 'Yaponche',
    ru: 'Rusche',
    tr: 'Türkche',
    ug: 'Uyghurche',
    'ug-Arab': 'Uyghurche (ereb)',
    'ug-Cyrl': 'Uyghurche (kiril)',
    'ug-Latn': 'Uyghurche (latinche)',
    'zh-Hans': 'Addiy xenche',
    'zh-Hant': 'Murekkep xenche',
  },
};
export default table;
