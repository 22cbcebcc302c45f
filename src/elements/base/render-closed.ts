import {html, nothing} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {formatDate} from '../../i18n/formats.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {webUrl} from '../../model/web-url.ts';
import {closedIcon, victoryIcon} from '../../styles/status-icons.ts';

/** The band of a petition that takes no more signatures: since when, what came of it, and where to read on. */
export function renderClosed(petition: Petition, texts: Texts, reader: string): unknown {
  const {status, closesAt, outcome, lang} = petition;
  const isWon = status === 'victory';
  const date = closesAt ? formatDate(reader, closesAt) : undefined;
  const closed = (date && texts.message('closedOn', {date})) ?? texts.text('closed');
  return html`
    <div class="status ${status}" part="status">
      ${isWon ? victoryIcon : closedIcon}
      <p class="state">${isWon ? texts.text('victory') : closed}</p>
      ${isWon && date ? html`<p class="on">${date}</p>` : nothing}
      ${outcome ? html`<p lang=${lang} dir=${directionOf(lang)}>${outcome}</p>` : nothing}
      ${isWon ? html`<p>${texts.text('thanksAll')}</p>` : nothing} ${renderLinks(petition)}
    </div>
  `;
}

function renderLinks({links = [], lang}: Petition): unknown {
  const safe = links.flatMap(({title, url}) => {
    const address = webUrl(url);
    return address ? [{title, address}] : [];
  });
  if (safe.length === 0) return nothing;
  return html`<ul class="links" lang=${lang} dir=${directionOf(lang)}>
    ${safe.map(({title, address}) => html`<li><a href=${address}>${title}</a></li>`)}
  </ul>`;
}
