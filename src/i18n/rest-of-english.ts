import en from './catalogues/en.json';
import {english} from './english.ts';

Object.assign(english, en);
