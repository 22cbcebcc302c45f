import {html, type TemplateResult} from 'lit/html.js';
import type {Texts} from '../../i18n/texts.ts';

/** Holds the form's place. */
export function renderFormLoading(texts: Texts | undefined): TemplateResult {
  return html`
    <div class="form waiting">
      ${[1, 2, 3, 4].map(() => html`<span class="line label"></span><span class="line input"></span>`)}
      <span class="line input"></span>
      <span class="visually-hidden">${texts?.text('loading')}</span>
    </div>
  `;
}
