import {html, nothing} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {formatDate} from '../../i18n/formats.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';

/** The band of a petition that takes no more signatures: since when, and what came of it. */
export function renderClosed({status, closesAt, outcome, lang}: Petition, texts: Texts, reader: string): unknown {
  const date = closesAt ? formatDate(reader, closesAt) : undefined;
  const closed = (date && texts.message('closedOn', {date})) ?? texts.text('closed');
  return html`
    <div class="status ${status}" part="status">
      <p class="state">${status === 'victory' ? texts.text('victory') : closed}</p>
      ${outcome ? html`<p lang=${lang} dir=${directionOf(lang)}>${outcome}</p>` : nothing}
    </div>
  `;
}
