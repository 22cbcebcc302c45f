import {html} from 'lit/html.js';
import {ownNameOf} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';

/** How many languages a list shows before "and 6 more". */
export const mostListed = 5;

/** Holds the place of a control that comes. */
export const renderWaiting = (): unknown => html`<span class="line waiting"></span>`;

/** Holds the place of a list that comes: it takes as many lines as about these names do. */
export function renderListPlace(languages: readonly string[], texts: Texts): unknown {
  const names = languages.slice(0, mostListed).map(ownNameOf);
  const count = languages.length - names.length;
  const more = count > 0 ? [texts.message('languagesMore', {count, more: String(count)})] : [];
  return html`<p class="list unseen">${[...names, ...more].map((name) => html`<span>${name}</span>`)}</p>`;
}
