import {basename, join} from 'node:path';
import type {Plugin} from 'vite';
import en from '../src/i18n/catalogues/en.json' with {type: 'json'};

const source = join(import.meta.dirname, '../src');

/** What a petition is drawn with before the elements are there: whole keys, and what keys begin with. */
const drawn =
  /^(?:loading|form|yes|no|language|optional|leaveEmpty|keepOffline|emailPrivate|privacy|untranslated|closed|sendProblem\.unreachable)$|^(?:field\.|choose|listed|submit|signed_|nextGoal|progress|targets)/;

/** Whether what draws a petition has that text. */
export const isDrawnWith = (key: string): boolean => drawn.test(key);

const catalogueImport = /^import en from '[./\w]+\/en\.json';$/m;
/** `en.text` and `en['a.text']`. */
const picks = /\ben(?:\.(\w+)|\['([^']+)'\])/g;

const texts = new Map<string | undefined, string>(Object.entries(en));
const picked = (_: string, name: string | undefined, quotedName: string): string =>
  JSON.stringify(texts.get(name ?? quotedName));

const only = (isWanted: (key: string) => boolean): string =>
  `const en = ${JSON.stringify(Object.fromEntries(Object.entries(en).filter(([key]) => isWanted(key))))};`;

function withTexts(code: string, id: string): string | undefined {
  if (!id.startsWith(source) || !catalogueImport.test(code)) return undefined;
  if (id.startsWith(join(source, 'embed'))) return code.replace(catalogueImport, '').replaceAll(picks, picked);
  const isRest = basename(id) === 'rest-of-english.ts';
  return code.replace(
    catalogueImport,
    only((key) => isDrawnWith(key) !== isRest),
  );
}

/**
 * Gives each part of the script the English texts that it needs: the entry those few that it takes out of the
 * catalogue, what draws a petition its own, and the elements the rest.
 */
export function pickedTexts(): Plugin {
  return {
    name: 'picked-texts',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      const chosen = withTexts(code, id);
      return chosen === undefined ? null : {code: chosen, map: null};
    },
  };
}
