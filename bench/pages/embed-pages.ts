import type {SitePage} from '../../test/e2e/support/site.ts';
import {petition} from './petition.ts';

/** A page that embeds the petition in some way. */
export interface EmbedPage {
  readonly name: string;
  readonly page: SitePage;
}

/** What the box holds free: about what the form and what stands above it take on a telephone. */
const heldSpace = 'min-height: 900px';

/** The page's own icon, so that a browser asks for none. */
const head = `
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>body { margin: 0 auto; padding: 16px; max-width: 720px; font: 17px/1.5 serif; }</style>`;

const around = (embed: string): string => `
<p>The lower valley, where our families have lived for longer than anybody has written down, is running dry.</p>
${embed}
<h2>Who we are</h2>
<p>Six villages and a school. We meet on the first Thursday of each month; whatever grows late above these lines
moves them away from whoever reads them.</p>`;

const pageOf = (name: string, embed: string): EmbedPage => ({name, page: {head, body: around(embed)}});

/** The file of the hand-written widget, beside the script. */
export const plainWidgetFile = 'plain-widget.js';

/** What is compared, the floor first. */
export function embedPages(backend: string): EmbedPage[] {
  const data = `data-backend="${backend}" data-petition="${petition.id}"`;
  const tag = `<script async src="${backend}/embed.js" ${data}></script>`;
  const plain = `<script async src="${backend}/${plainWidgetFile}" ${data} data-target="#petition"></script>`;
  return [
    pageOf('hand-written', `<div id="petition" style="${heldSpace}"></div>\n${plain}`),
    pageOf('the tag in a box', `<div style="${heldSpace}">${tag}</div>`),
    pageOf('the bare tag', tag),
  ];
}
