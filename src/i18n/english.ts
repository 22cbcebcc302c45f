import en from './catalogues/en.json';

/**
 * The texts in English, which stand in where another language can't be had. The build leaves to
 * `rest-of-english.ts` what nothing is drawn with before the elements are there.
 */
export const english = {...en};
