import * as v from 'valibot';
import {likely} from './languages.ts';
import {words} from './written-values.ts';

const isLanguageTag = (text: string): boolean => likely(text) !== undefined;
const language = v.pipe(words, v.check(isLanguageTag, 'not a language tag'));

/** Something in one language or more; the first one is for all who ask for none of them. */
export function inLanguages<Text>(
  text: v.GenericSchema<unknown, Text>,
): v.GenericSchema<unknown, Record<string, Text>> {
  const texts: v.GenericSchema<unknown, Record<string, Text>> = v.record(language, text);
  return v.pipe(
    texts,
    v.check((each) => Object.keys(each).length > 0, 'no language'),
  );
}
