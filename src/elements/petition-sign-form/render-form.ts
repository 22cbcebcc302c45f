import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {FormField, Petition} from '../../backend/wire.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Signing} from '../../controllers/signing.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {Waiting} from '../../model/sending.ts';
import {sendProblemText} from '../base/problem-text.ts';
import {consentName, listedName} from './answers.ts';
import {charactersLeft, countdownText} from './countdown.ts';
import {errorText} from './errors.ts';
import {fieldKind, isInsecure} from './field-kinds.ts';
import {listingIn} from './filled-form.ts';
import type {FormFilling} from './form-filling.ts';
import {renderConsent, renderListing} from './render-choices.ts';
import {type Message, renderField} from './render-fields.ts';
import {renderFailure, renderPrivacy} from './render-outcome.ts';
import {reasonOf, renderWaiting} from './render-sending.ts';
import {renderTrap, trapName} from './trap.ts';

export interface FormHandlers {
  readonly submit: (event: SubmitEvent) => void;
  readonly enter: () => void;
  readonly leave: (event: FocusEvent) => void;
  readonly input: (event: Event) => void;
  /** Sending is given up. */
  readonly stop: () => void;
}

export interface FormView {
  readonly petition: Petition;
  readonly texts: Texts;
  /** The reader's language. */
  readonly lang: string;
  /** What the petition's relative URLs are relative to. */
  readonly base: string | undefined;
  readonly filling: FormFilling;
  /** What there is to say of its language. */
  readonly note: unknown;
  /** A form that can't be sent is kept on the device. */
  readonly isKept: boolean;
  readonly handlers: FormHandlers;
}

export function renderForm(view: FormView): TemplateResult {
  const {handlers} = view;
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
    <slot name="footer"></slot>
  `;
}

/** What stands in the form: its fields, consents and button, and what is said of it as a whole. */
function renderContent(view: FormView): TemplateResult {
  const {petition, texts, base, filling, note, isKept} = view;
  const {form, organization, lang} = petition;
  const fields = filling.askedFields(petition);
  const isSending = filling.signing.sending.state === 'sending';
  return html`
    <h2 class="heading" part="heading" id="heading">${texts.text('form')}</h2>
    ${note}
    ${repeat(
      fields,
      ({name}) => name,
      (field) => renderFieldOf(field, field === fields.at(-1), view),
    )}
    ${form.consents.map((consent) =>
      renderConsent({
        consent,
        answer: filling.answers.get(consentName(consent.name)),
        message: errorMessage(consentName(consent.name), view),
        texts,
        lang,
      }),
    )}
    ${renderListing(form.listing ?? [], listingIn(filling.answers, form), errorMessage(listedName, view), texts)}
    ${renderTrap(filling.answers.get(trapName), texts)}
    <slot name="before-submit"></slot>
    ${renderAlert(view)}
    ${renderPending(view)}
    <button class="primary submit" part="submit" type="submit" aria-disabled=${isSending}>
      ${texts.text(isSending ? 'submitting' : 'submit')}
    </button>
    ${isKept && !isInsecure() ? html`<p class="quieter" part="keep-offline">${texts.text('keepOffline')}</p>` : nothing}
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

/** What stands below a control: what is wrong, or how much room is left, or what was probably meant. */
function fieldMessage(field: FormField, {petition, texts, lang, filling}: FormView): Message | undefined {
  const error = errorMessage(field.name, {petition, texts, lang, filling});
  if (error) return error;
  const left = charactersLeft(field, filling.answers.get(field.name));
  if (left !== undefined) return {kind: 'countdown', text: countdownText(texts, lang, left), isOver: left < 0};
  const {suggested} = filling.hint;
  if (field.name !== 'email' || suggested === undefined) return undefined;
  return {kind: 'suggestion', text: texts.message('emailSuggestion', {email: suggested}), onTake: filling.takeHint};
}

function errorMessage(
  name: string,
  {petition, texts, lang, filling}: Pick<FormView, 'petition' | 'texts' | 'lang' | 'filling'>,
): Message | undefined {
  const code = filling.errors.get(name);
  return code && {kind: 'error', text: errorText(name, code, petition.form, texts, lang)};
}

/**
 * Why the form could not be sent: its own mistakes, or the network's. It is told aloud as it was then, and
 * not anew with each answer that is mended.
 */
function renderAlert(view: FormView): TemplateResult {
  const {texts, lang, filling} = view;
  const mistakes = (count: number): string | undefined =>
    texts.message('mistakes', {count, fields: formatNumber(lang, count)});
  const count = filling.summed > 0 ? filling.errors.size : 0;
  const told = count > 0 ? mistakes(filling.summed) : failureText(view);
  return html`
    <div class="visually-hidden" role="alert">${told}</div>
    <div aria-hidden="true">${renderFailure(count > 0 ? mistakes(count) : failureText(view))}</div>
  `;
}

function failureText({texts, filling}: FormView): string | undefined {
  const {sending} = filling.signing;
  if (filling.isTrapped) return texts.text('sendProblem.leaveEmpty');
  return sending.state === 'failed' ? sendProblemText(texts, sending.problem) : undefined;
}

/** The wait that a signature is in, also while it is tried once more. */
const waitOf = ({sending}: Signing): Waiting | undefined => {
  if (sending.state === 'waiting') return sending;
  return sending.state === 'sending' ? sending.after : undefined;
};

function renderPending({texts, lang, filling, handlers}: FormView): unknown {
  const {signing} = filling;
  const waiting = waitOf(signing);
  if (!waiting) return nothing;
  return renderWaiting({
    waiting,
    isTrying: signing.sending.state === 'sending',
    texts,
    lang,
    onTry: () => signing.tryNow(),
    onStop: handlers.stop,
  });
}

/** What becomes of a signature, as it is told aloud: that it is sent, and why it waits. */
function pendingText({signing}: FormFilling, texts: Texts): string | undefined {
  const waiting = waitOf(signing);
  if (waiting) return reasonOf(waiting, texts);
  return signing.sending.state === 'sending' ? texts.text('submitting') : undefined;
}

/** What is told aloud and not shown, as it is shown elsewhere. */
export const renderAnnouncement = (filling: FormFilling, texts: Texts): TemplateResult =>
  html`<p class="visually-hidden" role="status" lang=${texts.locale} dir=${texts.dir}>
    ${pendingText(filling, texts) ?? filling.announcer.text}
  </p>`;

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
