import {join} from 'node:path';
import {minifyHTMLLiterals} from 'minify-literals';
import type {Plugin} from 'vite';

const source = join(import.meta.dirname, '../src');

/** White space that is a line's indentation is one space to a reader, as all of it is. */
const html = (markup: string): string => markup.replaceAll(/\s*\n\s*/g, ' ');

/** Makes templates and styles as short as their code: a quarter of the script is text within literals. */
export function minifiedLiterals(): Plugin {
  return {
    name: 'minified-literals',
    enforce: 'pre',
    apply: 'build',
    async transform(code, id) {
      if (!id.startsWith(source) || !/\b(?:html|svg|css)`/.test(code)) return null;
      const result = await minifyHTMLLiterals(code, {fileName: id, html, sourceMap: false});
      return result && {code: result.code, map: null};
    },
  };
}
