import * as z from 'zod/mini';
import {nonEmpty} from '../../../src/backend/wire.ts';
import {likely} from './languages.ts';

const isLanguageTag = (text: string): boolean => likely(text) !== undefined;

/** Something in one language or more; the first one is for all who ask for none of them. */
export function inLanguages<Text extends z.ZodMiniType>(text: Text) {
  const language = nonEmpty.check(z.refine(isLanguageTag, 'not a language tag'));
  const texts = z.record(language, text);
  return texts.check(z.refine((languages) => Object.keys(languages).length > 0, 'no language'));
}
