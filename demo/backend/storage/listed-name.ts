import type {Listing} from '../../../src/model/vocabulary.ts';
import type {FieldValues} from '../../../src/model/validation.ts';

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The first letter with all that belongs to it: an accent, a vowel sign. */
function initialOf(word: string): string {
  const [first] = graphemes.segment(word);
  return first ? `${first.segment.toUpperCase()}.` : '';
}

const wordsOf = (name: string): string[] => name.split(/\s+/).filter((word) => word !== '');

/** What the public list calls a signer; undefined for one who is not to be listed, or gave no name. */
export function listedName(
  {givenName = '', familyName = '', name = ''}: FieldValues,
  listed: Listing,
): string | undefined {
  if (listed === 'unlisted') return undefined;
  const words = wordsOf(name === '' ? `${givenName} ${familyName}` : name);
  const shown = listed === 'name' ? words : words.map(initialOf);
  return shown.join(' ') || undefined;
}
