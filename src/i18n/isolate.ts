import type {Direction} from './language-tags.ts';

const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const [isolate, endIsolate] = ['\u2068', '\u2069'];

/**
 * A name or number that stands in a sentence of the other direction must not reorder what stands
 * around it (Unicode Bidirectional Algorithm, UAX #9): there it is put between isolates.
 */
export const isolated = (text: string, dir: Direction): string =>
  dir === 'rtl' || rightToLeftLetter.test(text) ? isolate + text + endIsolate : text;
