import {html, nothing} from 'lit/html.js';
import type {PetitionForm} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import {webUrl} from '../../model/web-url.ts';
import {lockIcon} from '../../styles/icons.ts';

/** One quiet line: who sees what. */
export function renderPrivacy(
  {privacyUrl, fields}: PetitionForm,
  organization: string,
  texts: Texts,
  base: string | undefined,
): unknown {
  const url = webUrl(privacyUrl, base);
  const treatment = texts.message('privacy', {organization});
  const asksEmail = fields.some((field) => field.name === 'email');
  return html`
    <p class="privacy" part="privacy">
      ${lockIcon}
      <span>
        ${asksEmail ? texts.text('emailPrivate') : nothing}
        ${url && treatment ? html`<a href=${url} target="_blank" rel="noopener">${treatment}</a>` : nothing}
      </span>
    </p>
  `;
}
