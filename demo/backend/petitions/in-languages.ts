import * as z from 'zod/mini';
import {nonEmpty} from '../../../src/backend/wire.ts';

const isLanguageTag = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Something in one language or more; the first one is for all who ask for none of them. */
export function inLanguages<Text extends z.ZodMiniType>(text: Text) {
  const language = nonEmpty.check(z.refine(isLanguageTag, 'not a language tag'));
  const texts = z.record(language, text);
  return texts.check(z.refine((languages) => Object.keys(languages).length > 0, 'no language'));
}
