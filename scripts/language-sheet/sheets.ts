import {globSync} from 'node:fs';
import {basename, join} from 'node:path';
import {directionOf} from '../../src/i18n/language-tags.ts';
import type {SitePage} from '../../test/e2e/support/site.ts';

/** An element that is shown in every language. */
export interface Sheet {
  readonly name: string;
  readonly tag: string;
  readonly attributes?: string;
  /** What is there once the element shows all that it can. */
  readonly settled: string;
}

export const sheets: readonly Sheet[] = [
  {name: 'card', tag: 'petition-card', settled: '[part=goal]'},
  {name: 'form', tag: 'petition-sign-form', settled: '[part=privacy] a'},
  {name: 'counter', tag: 'petition-counter', settled: '[part=goal]'},
];

/** A petition of the demo that is in every language. */
const petition = 'save-serikzhan-bilash';

const languages = globSync(join(import.meta.dirname, '../../src/i18n/catalogues/*.json'))
  .map((path) => basename(path, '.json'))
  .toSorted();

/** The fonts of the test browsers' machine (see test/support/needs.ts); which of them CJK text takes is for its language to say. */
const style = `
  body { margin: 0; font-family: 'Noto Sans', sans-serif; color: #16242b; background: #eef1f2; }
  h1, h2 { margin: 0; }
  h1 { position: absolute; clip-path: inset(50%); }
  h2 { padding-block-end: 8px; font: 600 14px/1 'DejaVu Sans Mono', monospace; color: #4a5a62; }
  main { display: grid; grid-template-columns: repeat(4, 340px); gap: 24px; padding: 24px; inline-size: max-content; }
  .cell { padding: 16px; background: #fff; border-radius: 8px; }
  .cell:has(petition-card) { padding: 0; border-radius: 8px; }
`;

const cell = ({tag}: Sheet, lang: string): string => `
  <section>
    <h2>${lang}</h2>
    <div class="cell" lang="${lang}" dir="${directionOf(lang)}"><${tag} petition="${petition}"></${tag}></div>
  </section>`;

/** A page with the element in every language, its tag above each. */
export const sheetPage = (sheet: Sheet, backend: string): SitePage => ({
  head: `<style>${style}</style><script async src="${backend}/embed.js" data-backend="${backend}"></script>`,
  body: `<main>${languages.map((lang) => cell(sheet, lang)).join('')}</main>`,
});
