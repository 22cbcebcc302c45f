import type {Direction} from './language-tags.ts';

const rightToLeftLetter = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Keeps a text apart from what stands around it (Unicode Bidirectional Algorithm, UAX #9). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/**
 * A name or number that stands in a sentence of the other direction must not reorder what stands
 * around it: there it is put between isolates.
 */
export const isolated = (text: string, dir: Direction): string =>
  dir === 'rtl' || rightToLeftLetter.test(text) ? isolate(text) : text;
