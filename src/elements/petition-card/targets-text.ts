import {formatList, formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';

const mostNames = 3;

/** "To the first, the second, the third and 8 more". */
export function targetsText(texts: Texts, lang: string, names: readonly string[]): string {
  const more = names.length > mostNames + 1 ? names.length - mostNames : 0;
  const targets = more > 0 ? formatList(lang, names.slice(0, mostNames), {goesOn: true}) : formatList(lang, names);
  return more > 0
    ? texts.message('targetsMore', {targets, count: more, more: formatNumber(lang, more)})
    : texts.message('targets', {targets});
}
