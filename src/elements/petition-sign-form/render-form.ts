import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {FormField, Petition} from '../../backend/wire.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import {sendProblemText} from '../base/problem-text.ts';
import {consentName, listedName} from './answers.ts';
import {charactersLeft, countdownText} from './countdown.ts';
import {fieldErrorText} from './errors.ts';
import {fieldKind} from './field-kinds.ts';
import {listingIn} from './filled-form.ts';
import type {FormFilling} from './form-filling.ts';
import {renderConsent, renderListing} from './render-choices.ts';
import {type Message, renderField} from './render-fields.ts';
import {renderFailure, renderPrivacy} from './render-outcome.ts';
import {reasonOf, renderWaiting} from './render-sending.ts';
import {renderTrap} from './trap.ts';

export interface FormHandlers {
  readonly submit: (event: SubmitEvent) => void;
  readonly enter: () => void;
  readonly leave: (event: FocusEvent) => void;
  readonly input: (event: Event) => void;
}

export interface FormView {
  readonly petition: Petition;
  readonly texts: Texts;
  /** The reader's language. */
  readonly lang: string;
  /** What the petition's relative URLs are relative to. */
  readonly base: string | undefined;
  readonly filling: FormFilling;
  /** A form that can't be sent is kept on the device. */
  readonly isKept: boolean;
  /** What is told aloud. */
  readonly announcement: string;
  readonly handlers: FormHandlers;
}

export function renderForm(view: FormView): TemplateResult {
  const {texts, filling, announcement, handlers} = view;
  return html`
    <slot name="header"></slot>
    <form
      class="form"
      part="form"
      novalidate
      aria-labelledby="heading"
      @submit=${handlers.submit}
      @focusin=${handlers.enter}
      @focusout=${handlers.leave}
      @input=${handlers.input}
      @change=${handlers.input}
    >
      ${renderContent(view)}
    </form>
    ${renderAnnouncement(pendingText(filling, texts) ?? announcement)}
    <slot name="footer"></slot>
  `;
}

/** What stands in the form: its fields, consents and button, and what is said of it as a whole. */
function renderContent(view: FormView): TemplateResult {
  const {petition, texts, base, filling, isKept} = view;
  const {form, organization, lang} = petition;
  const fields = filling.askedFields(petition);
  const isSending = filling.signing.sending.state === 'sending';
  return html`
    <h2 class="heading" part="heading" id="heading">${texts.text('form')}</h2>
    ${repeat(
      fields,
      ({name}) => name,
      (field) => renderFieldOf(field, field === fields.at(-1), view),
    )}
    ${form.consents.map((consent) =>
      renderConsent({
        consent,
        answer: filling.answers.get(consentName(consent.name)),
        message: consentMessage(view, consent),
        texts,
        lang,
      }),
    )}
    ${renderListing(form.listing ?? [], listingIn(filling.answers, form), listingMessage(view), texts)}
    ${renderTrap(texts)}
    <slot name="before-submit"></slot>
    <div role="alert">${renderAlert(view)}</div>
    ${renderPending(view)}
    <button class="primary submit" part="submit" type="submit" aria-disabled=${isSending}>
      ${texts.text(isSending ? 'submitting' : 'submit')}
    </button>
    ${isKept ? html`<p class="quieter" part="keep-offline">${texts.text('keepOffline')}</p>` : nothing}
    ${renderPrivacy(form, organization.name, texts, base)}
  `;
}

function renderFieldOf(field: FormField, isLast: boolean, view: FormView): unknown {
  const {petition, texts, filling} = view;
  const kind = fieldKind(field);
  if (!kind) return nothing;
  const value = filling.answers.get(field.name);
  return renderField({field, kind, value, message: fieldMessage(field, view), isLast, texts, lang: petition.lang});
}

function fieldMessage(field: FormField, {texts, lang, filling}: FormView): Message | undefined {
  const code = filling.errors.get(field.name);
  if (code) return {kind: 'error', text: fieldErrorText(texts, lang, field, code)};
  const left = charactersLeft(field, filling.answers.get(field.name));
  if (left !== undefined) return {kind: 'countdown', text: countdownText(texts, lang, left), isOver: left < 0};
  const {suggested} = filling.hint;
  if (field.name !== 'email' || suggested === undefined) return undefined;
  return {kind: 'suggestion', text: texts.message('emailSuggestion', {email: suggested}), onTake: filling.takeHint};
}

function consentMessage(
  {texts, filling}: FormView,
  {name, kind}: Petition['form']['consents'][number],
): Message | undefined {
  const code = filling.errors.get(consentName(name));
  if (!code) return undefined;
  if (code !== 'required') return {kind: 'error', text: texts.text('notAllowed')};
  return {kind: 'error', text: texts.text(kind === 'yes-no' ? 'required.answer' : 'required.consent')};
}

const listingMessage = ({texts, filling}: FormView): Message | undefined =>
  filling.errors.has(listedName) ? {kind: 'error', text: texts.text('notAllowed')} : undefined;

/** Why the form could not be sent: its own mistakes, or the network's. */
function renderAlert({texts, lang, filling}: FormView): unknown {
  const {sending} = filling.signing;
  if (filling.isTrapped) return renderFailure(texts.text('sendProblem.leaveEmpty'));
  const count = filling.errors.size;
  if (filling.isSummed) return renderFailure(texts.message('mistakes', {count, fields: formatNumber(lang, count)}));
  return sending.state === 'failed' ? renderFailure(sendProblemText(texts, sending.problem)) : nothing;
}

function renderPending({texts, lang, filling}: FormView): unknown {
  const {signing} = filling;
  const {sending} = signing;
  if (sending.state !== 'waiting') return nothing;
  return renderWaiting({
    waiting: sending,
    texts,
    lang,
    onTry: () => signing.tryNow(),
    onStop: () => signing.stop(),
  });
}

/** Why a signature waits, which is told aloud; the rest of what is said of it is not. */
function pendingText({signing}: FormFilling, texts: Texts): string | undefined {
  return signing.sending.state === 'waiting' ? reasonOf(signing.sending, texts) : undefined;
}

/** What is told aloud and not shown, as it is shown elsewhere. */
export const renderAnnouncement = (text: string): TemplateResult =>
  html`<p class="visually-hidden" role="status">${text}</p>`;

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
