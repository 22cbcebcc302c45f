import en from './catalogues/en.json';
import {english} from './english.ts';

/** Adds what the build has left out of the texts to draw with. */
export const completeEnglish = (): void => void Object.assign(english, en);
