/*
 * Made by scripts/cldr-tables.ts from CLDR 48.2.0: not to be edited.
 * © Unicode, Inc., and others; see LICENSE beside it. SPDX-License-Identifier: Unicode-3.0
 */
import type {FormatTable} from '../format-table.ts';
const table: FormatTable = {
  months: [
    'январь',
    'февраль',
    'март',
    'апрель',
    'май',
    'июнь',
    'июль',
    'август',
    'сентябрь',
    'октябрь',
    'ноябрь',
    'декабрь',
  ],
  date: 'd-MMMM, y',
  time: 'HH:mm',
  separator: ', ',
  languages: {
    ar: 'Әрәбчә',
    de: 'Немисчә',
    en: 'Инглизчә',
    fr: 'Французчә',
    ja: 'Япончә',
    ru: 'Русчә',
    tr: 'Түркчә',
    ug: 'Уйғурчә',
    'ug-Arab': 'Уйғурчә (әрәб)',
    'ug-Cyrl': 'Уйғурчә (кирилл)',
    'ug-Latn': 'Уйғурчә (латинчә)',
    'zh-Hans': 'Хитайчә (аддийлаштурулған)',
    'zh-Hant': 'Хитайчә (әнъәнивий)',
  },
};
export default table;
