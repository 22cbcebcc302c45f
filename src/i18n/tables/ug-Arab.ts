/*
 * Made by scripts/cldr-tables.ts from CLDR 48.2.0: not to be edited.
 * © Unicode, Inc., and others; see LICENSE beside it. SPDX-License-Identifier: Unicode-3.0
 */
import type {FormatTable} from '../format-table.ts';
const table: FormatTable = {
  months: [
    'يانۋار',
    'فېۋرال',
    'مارت',
    'ئاپرېل',
    'ماي',
    'ئىيۇن',
    'ئىيۇل',
    'ئاۋغۇست',
    'سېنتەبىر',
    'ئۆكتەبىر',
    'نويابىر',
    'دېكابىر',
  ],
  date: 'd-MMMM، y',
  time: 'HH:mm',
  separator: '، ',
  languages: {
    ar: 'ئەرەبچە',
    de: 'گېرمانچە',
    en: 'ئىنگلىزچە',
    fr: 'فىرانسۇزچە',
    ja: 'ياپونچە',
    ru: 'رۇسچە',
    tr: 'تۈركچە',
    ug: 'ئۇيغۇرچە',
    'ug-Arab': 'ئۇيغۇرچە (ئەرەب)',
    'ug-Cyrl': 'ئۇيغۇرچە (كىرىل)',
    'ug-Latn': 'ئۇيغۇرچە (لاتىنچە)',
    'zh-Hans': 'ئاددىي خەنچە',
    'zh-Hant': 'مۇرەككەپ خەنچە',
  },
};
export default table;
