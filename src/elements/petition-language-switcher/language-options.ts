import {languageName, ownNameOf} from '../../i18n/formats.ts';
import {isSameLanguage, lookUp} from '../../i18n/language-tags.ts';

/** A language on offer. */
export interface LanguageOption {
  readonly tag: string;
  /** Its name in itself. */
  readonly own: string;
  /** Its name in the reader's language, where that is another one and known. */
  readonly translated: string | undefined;
}

let collator: Intl.Collator | undefined;
/** The order of the root collation, script by script, is the same for every reader: what is found once stays where it is. */
const byOwnName = (one: LanguageOption, other: LanguageOption): number => {
  collator ??= new Intl.Collator('en');
  return collator.compare(one.own, other.own);
};

/** The languages with their names, sorted for finding by their own ones. */
export function languageOptions(tags: readonly string[], readers: string): readonly LanguageOption[] {
  return tags
    .map((tag) => {
      const own = ownNameOf(tag);
      return {tag, own, translated: isSameLanguage(tag, readers) ? undefined : languageName(readers, tag)};
    })
    .toSorted(byOwnName);
}

/**
 * The few that a short list shows: the current one, those that the reader's browser asks for, then the
 * first ones; in their order.
 */
export function fewOf(
  options: readonly LanguageOption[],
  current: string,
  asked: readonly string[],
  most: number,
): readonly LanguageOption[] {
  const tags = options.map(({tag}) => tag);
  const wanted = new Set([current, ...asked.flatMap((tag) => lookUp(tag, tags) ?? []), ...tags]);
  const few = new Set([...wanted].slice(0, most));
  return options.filter(({tag}) => few.has(tag));
}
