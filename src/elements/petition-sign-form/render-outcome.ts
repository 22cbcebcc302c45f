import {html, nothing} from 'lit';
import type {Petition, PetitionForm} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {SignAnswer} from '../../model/outcome.ts';
import {webUrl} from '../../model/web-url.ts';
import {checkIcon, lockIcon, warningIcon} from '../../styles/icons.ts';

/** Why the form could not be sent. */
export const renderFailure = (text: string | undefined): unknown =>
  text ? html`<p class="failure" part="failure">${warningIcon}<span>${text}</span></p>` : nothing;

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

/** What stands in the form's place once it is signed. */
export function renderThanks(answer: SignAnswer, signer: string, texts: Texts): unknown {
  const thanks = signer ? texts.message('thanks', {name: signer}) : undefined;
  return html`
    <div class="thanks" part="thanks">
      <span class="mark">${checkIcon}</span>
      <h2 tabindex="-1">${thanks ?? texts.text('thanksNoName')}</h2>
      <p>${texts.text(answer.status === 'counted' ? 'counted' : 'confirmationSent')}</p>
      <slot name="thanks"></slot>
    </div>
  `;
}

/** What stands in the form's place where it asks for more than this version can. */
export function renderUnsupported(petition: Petition, texts: Texts, base: string | undefined): unknown {
  const url = webUrl(petition.url, base);
  return html`
    <div class="problem" part="problem">
      <p>${texts.text('unsupported')}</p>
      ${url ? html`<a class="button primary" href=${url}>${texts.text('signElsewhere')}</a>` : nothing}
    </div>
  `;
}
