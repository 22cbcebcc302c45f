import {html, nothing} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {SignAnswer} from '../../model/outcome.ts';
import {webUrl} from '../../model/web-url.ts';
import {checkIcon, warningIcon} from '../../styles/icons.ts';

/** Why the form could not be sent. */
export const renderFailure = (text: string | undefined): unknown =>
  text ? html`<p class="failure" part="failure">${warningIcon}<span>${text}</span></p>` : nothing;

/** An address as far as its owner needs it to see which one it was, and nobody behind them does: `z…@example.org`. */
function shortened(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const [first = ''] = local;
  return `${first}…@${domain}`;
}

export interface ThanksView {
  readonly answer: SignAnswer;
  /** The signer's name and address, as far as they were asked for. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly texts: Texts;
  readonly onCorrect: () => void;
}

/** What stands in the form's place once it is signed. */
export function renderThanks(view: ThanksView): unknown {
  const {answer, name, texts} = view;
  const thanks = name ? texts.message('thanks', {name}) : undefined;
  return html`
    <div class="thanks" part="thanks">
      <span class="mark">${checkIcon}</span>
      <h2 tabindex="-1">${thanks ?? texts.text('thanksNoName')}</h2>
      ${answer.status === 'counted' ? html`<p>${texts.text('counted')}</p>` : renderConfirmation(view)}
      <slot name="thanks"></slot>
    </div>
  `;
}

/** What is left to do, and how to go back if the mail can't come. */
function renderConfirmation({email, texts, onCorrect}: ThanksView): unknown {
  const sent = email ? texts.parts('confirmationSentTo', 'email', {}) : undefined;
  const address = email && html`<bdi class="address" dir="ltr">${shortened(email)}</bdi>`;
  return html`
    <p>${sent?.map((part) => (typeof part === 'string' ? part : address)) ?? texts.text('confirmationSent')}</p>
    <p class="quieter">${texts.text('checkSpam')}</p>
    ${
      email
        ? html`<button class="quiet" part="correct" type="button" @click=${onCorrect}>
            ${texts.text('correctEmail')}
          </button>`
        : nothing
    }
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
