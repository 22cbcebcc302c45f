import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {FormConsent, FormField, Petition} from '../../backend/wire.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import {Signing} from '../../controllers/signing.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {SignAnswer} from '../../model/outcome.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {Remote} from '../../model/remote.ts';
import {type FieldValues, isAsked, judgeSignature} from '../../model/validation.ts';
import {controls} from '../../styles/controls.ts';
import {statusBand} from '../../styles/status-band.ts';
import {tokens} from '../../styles/tokens.ts';
import {PetitionErrorEvent, PetitionSignEvent, PetitionSubmitEvent} from '../base/events.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderClosed} from '../base/render-closed.ts';
import {sendProblemText} from '../base/problem-text.ts';
import {CountryOptions} from './country-options.ts';
import {type Errors, errorsByControl, fieldErrorText} from './errors.ts';
import {fieldKind, isSignable} from './field-kinds.ts';
import {answersIn, consentName, readSignature} from './filled-form.ts';
import {styles} from './petition-sign-form.styles.ts';
import {renderConsent, renderField} from './render-fields.ts';
import {renderFailure, renderPrivacy, renderThanks, renderUnsupported} from './render-outcome.ts';

const noErrors: Errors = new Map();

/**
 * The form that signs a petition: its fields, its consents, and what becomes of the signature.
 *
 * @summary The form, its consents, its outcome.
 * @fires petition-submit - The form is valid and about to be sent; cancelable.
 * @fires petition-sign - The backend took the signature.
 * @slot header - Above the form.
 * @slot before-submit - Just above the button.
 * @slot thanks - Below the thanks, once signed.
 * @slot footer - Below the form.
 * @csspart form - The form.
 * @csspart field - A field with its label and message.
 * @csspart input - A field's control.
 * @csspart error - A field's message.
 * @csspart consent - A consent.
 * @csspart submit - The button.
 * @csspart privacy - The line that says who sees what.
 * @csspart thanks - What stands in the form's place once it is signed.
 * @cssstate signed - The signature was taken.
 */
export class PetitionSignForm extends PetitionElement {
  static override readonly styles = [tokens, controls, statusBand, styles];

  /** The partner's code, sent along with a signature. */
  @property() source: string | undefined;

  @state() private errors: Errors = noErrors;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #signing = new Signing(this);
  #signer = '';
  #store: PetitionStore | undefined;

  constructor() {
    super();
    this.addController(new CountryOptions(this, () => this.context.language));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {store} = this.context;
    if (!store || store === this.#store) return;
    // What was filled in, ticked and signed was for the petition before.
    if (this.#store) this.reset();
    this.#store = store;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('signed', this.#signing.answer.state === 'ready');
  }

  /** Empties the form, also after it was signed, for another person's turn. */
  reset(): void {
    this.form?.reset();
    this.errors = noErrors;
    this.#signer = '';
    this.#signing.reset();
  }

  /** What is entered so far. */
  get #answers(): FieldValues {
    return this.form ? answersIn(this.form) : {};
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const {form, shown} = this;
    const {store, petitionId} = this.context;
    if (!form || !shown || !store || !petitionId || this.#signing.answer.state === 'loading') return;
    const signature = readSignature(form, shown.form, {lang: shown.lang, source: this.source});
    const wrong = judgeSignature(shown.form, signature.fields, signature.consents);
    this.errors = errorsByControl(shown.form, wrong);
    if (wrong.length > 0) {
      this.#signing.dismiss();
      return this.#focusFirstError();
    }
    if (!this.dispatchEvent(new PetitionSubmitEvent(petitionId))) return;
    this.#signer = signature.fields['givenName'] ?? '';
    const height = this.offsetHeight;
    await this.#conclude(await this.#signing.send(store, signature), petitionId, height);
  };

  async #conclude(answer: Remote<SignAnswer>, petition: string, height: number): Promise<void> {
    if (answer.state === 'ready') this.dispatchEvent(new PetitionSignEvent(petition, answer.value.status));
    if (answer.state === 'failed')
      this.dispatchEvent(new PetitionErrorEvent(answer.problem.slug, answer.problem.retryable));
    // The form may stand for another petition or person by now.
    if (answer !== this.#signing.answer) return;
    if (answer.state === 'ready') {
      await this.updateComplete;
      const thanks = this.renderRoot.querySelector<HTMLElement>('.thanks');
      thanks?.style.setProperty('min-block-size', `${height}px`);
      thanks?.querySelector('h2')?.focus();
    }
    if (answer.state === 'failed') {
      if (this.shown) this.errors = errorsByControl(this.shown.form, answer.problem.errors);
      if (this.errors.size > 0) await this.#focusFirstError();
    }
  }

  async #focusFirstError(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  /** A field is judged when it is left, never while it is first filled in. */
  readonly #onLeave = (event: FocusEvent): void => this.#judge(event.target, 'left');

  /** A message goes as soon as what it names is mended. */
  readonly #onInput = (event: Event): void => {
    this.#judge(event.target, 'changed');
    if (this.shown?.form.fields.some((field) => field.when)) this.requestUpdate();
  };

  #judge(control: EventTarget | null, moment: 'left' | 'changed'): void {
    const {form, shown} = this;
    if (!form || !shown || !isControl(control)) return;
    const {name} = control;
    if (moment === 'changed' ? !this.errors.has(name) : control.value.trim() === '') return;
    const {fields, consents} = readSignature(form, shown.form, {lang: shown.lang, source: this.source});
    const code = errorsByControl(shown.form, judgeSignature(shown.form, fields, consents)).get(name);
    if (code === this.errors.get(name)) return;
    const errors = new Map(this.errors);
    if (code) errors.set(name, code);
    else errors.delete(name);
    this.errors = errors;
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const {answer} = this.#signing;
    if (answer.state === 'ready') return renderThanks(answer.value, this.#signer, texts);
    if (!acceptsSignatures(petition.status)) return renderClosed(petition, texts, this.context.language);
    return isSignable(petition.form)
      ? this.#renderForm(petition, texts)
      : renderUnsupported(petition, texts, this.context.client?.base);
  }

  protected override renderLoading(texts: Texts | undefined): unknown {
    return html`
      <div class="form waiting">
        ${[1, 2, 3, 4].map(() => html`<span class="line label"></span><span class="line input"></span>`)}
        <span class="line input"></span>
        <span class="visually-hidden">${texts?.text('loading')}</span>
      </div>
    `;
  }

  #renderForm({form, organization, lang}: Petition, texts: Texts): unknown {
    const isSending = this.#signing.answer.state === 'loading';
    return html`
      <slot name="header"></slot>
      <form
        class="form"
        part="form"
        novalidate
        aria-labelledby="heading"
        @submit=${this.#onSubmit}
        @focusout=${this.#onLeave}
        @input=${this.#onInput}
      >
        <h2 class="heading" part="heading" id="heading">${texts.text('form')}</h2>
        ${repeat(
          form.fields.filter((field) => isAsked(field, this.#answers)),
          ({name}) => name,
          (field) => this.#renderField(field, texts),
        )}
        ${form.consents.map((consent) => this.#renderConsent(consent, lang, texts))}
        <slot name="before-submit"></slot>
        <div role="alert">${this.#renderOutcome(texts)}</div>
        <button class="primary submit" part="submit" type="submit" aria-disabled=${isSending}>
          ${texts.text(isSending ? 'submitting' : 'submit')}
        </button>
        ${renderPrivacy(form, organization.name, texts, this.context.client?.base)}
      </form>
      <slot name="footer"></slot>
    `;
  }

  #renderField(field: FormField, texts: Texts): unknown {
    const kind = fieldKind(field.name);
    if (!kind) return nothing;
    const code = this.errors.get(field.name);
    const error = code && fieldErrorText(texts, this.context.language, field, code);
    return renderField(field, kind, texts, error);
  }

  #renderConsent(consent: FormConsent, lang: string, texts: Texts): unknown {
    const error = this.errors.has(consentName(consent.name)) ? texts.text('required.consent') : undefined;
    return renderConsent(consent, lang, texts, error);
  }

  /** Why the form could not be sent: its own mistakes, or the network's. */
  #renderOutcome(texts: Texts): unknown {
    const {answer} = this.#signing;
    const count = this.errors.size;
    if (answer.state === 'failed') return renderFailure(sendProblemText(texts, answer.problem));
    const isUnseen = [...this.errors.keys()].some((name) => !this.form?.elements.namedItem(name));
    if (count < 2 && !isUnseen) return nothing;
    return renderFailure(texts.message('mistakes', {count, fields: formatNumber(this.context.language, count)}));
  }
}

const isControl = (target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
