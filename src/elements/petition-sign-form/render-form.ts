import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {FormField} from '../../backend/wire.ts';
import {askedFields} from '../../model/asked-fields.ts';
import {type Answers, consentName, listedName} from './answers.ts';
import {fieldKind, isInsecure} from './field-kinds.ts';
import type {FormLife, LifeView} from './form-life.ts';
import {listingIn} from './listing.ts';
import {renderConsent, renderListing} from './render-choices.ts';
import {renderField} from './render-fields.ts';
import {renderPrivacy} from './render-privacy.ts';
import {renderTrap, trapName} from './trap.ts';

export interface FormHandlers {
  readonly submit: () => void;
  readonly enter: (event: Event) => void;
  readonly leave: (event: FocusEvent) => void;
  readonly input: (event: Event) => void;
}

export interface FormView extends LifeView {
  readonly answers: Answers;
  /** Undefined while nobody has come to fill the form in. */
  readonly life: FormLife | undefined;
  /** It is to be sent, as soon as that can be. */
  readonly isPressed: boolean;
  /** What there is to say of its language. */
  readonly note: unknown;
  /** A form that can't be sent is kept on the device. */
  readonly isKept: boolean;
  /** Why it can't be sent as yet. */
  readonly failure: string | undefined;
  readonly handlers: FormHandlers;
}

export function renderForm(view: FormView): TemplateResult {
  const {handlers} = view;
  const submit = submitBy(view);
  return html`
    <slot name="header"></slot>
    <form
      class="form"
      part="form"
      novalidate
      aria-labelledby="heading"
      @submit=${submit}
      @focusin=${handlers.enter}
      @pointerdown=${handlers.enter}
      @focusout=${handlers.leave}
      @input=${handlers.input}
      @change=${handlers.input}
    >
      ${renderContent(view)}
    </form>
    <slot name="footer"></slot>
  `;
}

/** A button's press comes before its form's event, which a frame may be kept from having. */
const submitBy =
  ({handlers}: FormView) =>
  (event: Event): void => {
    event.preventDefault();
    handlers.submit();
  };

const isUnderWay = ({life, isPressed}: FormView): boolean => isPressed || life?.sending.state === 'sending';

/** What stands in the form: its fields, consents and button, and what is said of it as a whole. */
function renderContent(view: FormView): TemplateResult {
  const {petition, texts, base, answers, life, note, isKept} = view;
  const {form, organization, lang} = petition;
  const fields = life?.askedFields(petition) ?? askedFields(form.fields, {});
  const isSending = isUnderWay(view);
  return html`
    <h2 class="heading" part="heading" id="heading">${texts.text('form')}</h2>
    ${note}
    ${form.fields.map((field) => (fields.includes(field) ? renderFieldOf(field, field === fields.at(-1), view) : nothing))}
    ${form.consents.map((consent) => {
      const name = consentName(consent.name);
      return renderConsent({consent, answer: answers.get(name), message: life?.messageFor(name, view), texts, lang});
    })}
    ${renderListing(form.listing ?? [], listingIn(answers, form), life?.messageFor(listedName, view), texts)}
    ${renderTrap(answers.get(trapName), texts)}
    <slot name="before-submit"></slot>
    <div class="visually-hidden" role="alert">${view.failure ?? life?.told(view)}</div>
    <div aria-hidden="true">${view.failure ? renderFailure(view.failure) : life?.renderFailure(view)}</div>
    ${life?.renderPending(view)}
    <button class="primary submit" part="submit" type="submit" aria-disabled=${isSending} @click=${submitBy(view)}>
      ${texts.text(isSending ? 'submitting' : 'submit')}
    </button>
    ${isKept && !isInsecure() ? html`<p class="quieter" part="keep-offline">${texts.text('keepOffline')}</p>` : nothing}
    ${renderPrivacy(form, organization.name, texts, base)}
  `;
}

/** What shows it otherwise comes with the part that sends the form. */
const renderFailure = (text: string): TemplateResult => html`<p class="error" part="failure">${text}</p>`;

function renderFieldOf(field: FormField, isLast: boolean, view: FormView): unknown {
  const {petition, texts, answers, life} = view;
  const kind = fieldKind(field);
  if (!kind) return nothing;
  const value = answers.get(field.name);
  return renderField({
    field,
    kind,
    value,
    message: life?.fieldMessage(field, view),
    isLast,
    texts,
    lang: petition.lang,
  });
}
