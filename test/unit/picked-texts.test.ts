import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {isDrawnWith} from '../../build/picked-texts.ts';
import en from '../../src/i18n/catalogues/en.json';

const staticImports = /^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+\.ts)';/gm;

/** A module and all that it imports, but for what it loads later and for types. */
function withImports(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const code = readFileSync(file, 'utf8');
  found.set(file, code);
  for (const [, path = ''] of code.matchAll(staticImports)) withImports(join(dirname(file), path), found);
  return found;
}

/**
 * What is said only of what is not drawn: mistakes, the end of a petition, and where a card leads. `counted` and
 * `open` are states, too, and `thanks` is a slot.
 */
const isSaidLater = (key: string): boolean =>
  /^(?:required\.|invalid\.|victory$|signedFinal_|read|counted$|open$|thanks$)/.test(key);

const keys = Object.keys(en);

/** The keys that a module names, be they those of messages with several forms. */
const keysIn = (code: string): string[] => {
  const words = new Set(Array.from(code.matchAll(/'([\w.-]+)'/g), ([, word]) => word));
  return keys.filter((key) => words.has(key) || words.has(key.replace(/_(?:one|other)$/, '')));
};

describe('what draws a petition', () => {
  it('has the texts that it names', () => {
    const modules = withImports(join(import.meta.dirname, '../../src/embed/drawing.ts'));
    const named = [...modules.values()].flatMap(keysIn).filter((key) => !isSaidLater(key));
    expect(named).toContain('signed_other');
    expect(named).toContain('field.email');
    expect([...new Set(named)].filter((key) => !isDrawnWith(key))).toEqual([]);
  });
});
