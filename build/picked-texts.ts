import {join} from 'node:path';
import type {Plugin} from 'vite';
import en from '../src/i18n/catalogues/en.json' with {type: 'json'};

const entry = join(import.meta.dirname, '../src/embed/');
const texts: Readonly<Record<string, string>> = en;

const catalogueImport = /^import en from '[./\w]+\/catalogues\/en\.json';$/m;
/** `en.text` and `en['a.text']`. */
const picks = /\ben(?:\.(\w+)|\['([^']+)'\])/g;

const picked = (_: string, name: string | undefined, quotedName: string): string =>
  JSON.stringify(texts[name ?? quotedName]);

/**
 * Puts the texts that the entry takes out of the English catalogue in their places, so that it comes without
 * all the others.
 */
export function pickedTexts(): Plugin {
  return {
    name: 'picked-texts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      if (!id.startsWith(entry) || !catalogueImport.test(code)) return null;
      return {code: code.replace(catalogueImport, '').replaceAll(picks, picked), map: null};
    },
  };
}
