import {nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import {isSameLanguage} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {drawnBefore, takePress} from '../base/drawn.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderAnnouncement} from '../base/render-element.ts';
import {isControlOf} from './answers.ts';
import {CountryOptions} from './country-options.ts';
import {drawnAnswers} from './drawn-answers.ts';
import {hasOwnTexts, isSignable} from './field-kinds.ts';
import type {FormLife} from './form-life.ts';
import {LateLife} from './late-life.ts';
import {moveAnswers} from './move-answers.ts';
import {formStyles} from './petition-sign-form.styles.ts';
import {type FormHandlers, renderForm} from './render-form.ts';
import {renderFormLoading} from './render-form-loading.ts';

/**
 * The form that signs a petition: its fields, its consents, and what becomes of the signature.
 *
 * @summary The form, its consents, its outcome.
 * @fires petition-submit - The form is valid and about to be sent; cancelable.
 * @fires petition-sign - The backend took the signature, or it waits on this device.
 * @slot header - Above the form.
 * @slot before-submit - Just above the button.
 * @slot thanks - Below the thanks, once signed.
 * @slot footer - Below the form.
 * @csspart form - The form.
 * @csspart heading - Its heading.
 * @csspart status - What is said of a petition that is closed or won.
 * @csspart untranslated - The line that says that the petition's own texts are not in the reader's language.
 * @csspart field - A field with its label and message.
 * @csspart input - A field's control.
 * @csspart error - What is wrong with an answer.
 * @csspart countdown - How many characters are left.
 * @csspart suggestion - The button that takes the proposed address.
 * @csspart consent - A consent.
 * @csspart listed - How the signer is to be listed.
 * @csspart failure - Why the form could not be sent, or how many answers are wrong.
 * @csspart waiting - What is said of a signature that waits to be sent.
 * @csspart try-now - The button that sends it at once.
 * @csspart stop - The button that gives up sending it.
 * @csspart submit - The button.
 * @csspart keep-offline - The line that says what is kept on the device.
 * @csspart privacy - The line that says who sees what.
 * @csspart entered - What was entered, once it can no longer be sent.
 * @csspart copy - The button that copies that.
 * @csspart thanks - What stands in the form's place once it is signed.
 * @csspart correct - The button that goes back to correct the address.
 * @cssstate signed - The signature was taken.
 * @cssstate waiting - The signature waits on this device.
 */
export class PetitionSignForm extends PetitionElement {
  static override readonly styles = formStyles;

  /** The partner's code, sent along with a signature. */
  @property() source: string | undefined;

  /** Fills the form in from the page's address: `?given_name=…&email=…`. */
  @property({type: Boolean}) prefill = false;

  /** Keeps what is typed for this tab, also when it is reloaded, until it is signed. */
  @property({type: Boolean}) draft = false;

  /** Keeps a form that can't be sent on the device, encrypted, until it can; for 7 days at most. */
  @property({type: Boolean, attribute: 'keep-offline'}) keepOffline = false;

  /** It is to be sent, as soon as that can be. */
  @state() private isPressed = false;
  /** What sending takes did not load. */
  @state() private isStuck = false;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #answers = drawnAnswers(this);
  readonly #countries = new CountryOptions(this, {
    language: () => this.context.language,
    chosen: () => this.#answers.get('country'),
  });
  readonly #late = new LateLife(this, this.#answers, {
    texts: () => this.context.texts,
    language: () => this.context.language,
    signersLanguage: (shown) => this.#signersLanguage(shown),
    form: () => this.form,
    petition: () => this.shown,
    store: () => this.context.store,
    reload: () => this.context.reload(),
    scope: () => `${this.context.client?.base ?? ''} ${this.context.petitionId ?? ''}`,
    isPrefilled: () => this.prefill,
    isDraftKept: () => this.draft,
    isKeptOffline: () => this.keepOffline,
    source: () => this.source,
  });
  #store: PetitionStore | undefined;
  #petition: Petition | undefined;

  /** What is written in a form that was drawn goes on, whoever has drawn it, and filled it in without telling. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#answers.readWritten(this.shadowRoot?.querySelector('form') ?? null);
    return super.createRenderRoot();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {store} = this.context;
    if (store && store !== this.#store) {
      // What was filled in, ticked and signed was for the petition before.
      if (this.#store) this.#clear();
      this.#store = store;
    }
    this.#moveTo(this.shown);
    // There is something to do before somebody comes.
    if (this.shown && (this.prefill || this.draft || this.keepOffline || this.#isNoForm)) this.#late.need();
  }

  /** Goes on with what somebody has begun while the form was only drawn. */
  protected override firstUpdated(): void {
    if (drawnBefore(this) && (this.#answers.isChanged || this.matches(':focus-within')))
      this.#handlers.enter(new Event('focusin'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.form && takePress(this)) void this.#submit();
    const {life} = this.#late;
    this.states.set('signed', life?.sending.state === 'done');
    this.states.set('waiting', life?.sending.state === 'waiting');
    if (life?.isTooLate) this.states.set('closed', true);
  }

  /** What was entered goes along to another language, as far as it means the same there. */
  #moveTo(petition: Petition | undefined): void {
    const before = this.#petition;
    if (!petition) return;
    this.#petition = petition;
    if (before && petition !== before && petition.id === before.id)
      moveAnswers(this.#answers, petition.form, before.form);
    this.#late.life?.moveTo(petition);
  }

  /** Empties the form, also after it was signed, for another person's turn. */
  reset(): void {
    this.#clear();
    this.#late.life?.clearDraft();
  }

  #clear(): void {
    this.#answers.clear();
    this.form?.reset();
    this.#late.life?.clear();
    this.isPressed = false;
    this.isStuck = false;
    this.requestUpdate();
  }

  /** Whether there is something else than a form to show. */
  get #isNoForm(): boolean {
    return !!this.shown && !(acceptsSignatures(this.shown.status) && isSignable(this.shown.form));
  }

  /** Waits for what the page asks for, such as a draft to be brought back. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#late.settled;
    return super.getUpdateComplete();
  }

  /** That of the texts, where the petition is in another; never more of the signer than that, such as a region. */
  #signersLanguage(shown: string): string {
    const {texts, readersLanguage} = this.context;
    return texts && !isSameLanguage(shown, readersLanguage) ? texts.locale : shown;
  }

  /** A press is not lost, be it before the form can be sent. */
  async #submit(): Promise<void> {
    if (this.isPressed) return;
    if (!this.#late.life) {
      this.#answers.readWritten(this.form);
      this.isPressed = true;
      await this.#late.wake();
      this.isPressed = false;
    }
    const {life} = this.#late;
    this.isStuck = !life;
    life?.submit();
  }

  async #live(act: (life: FormLife) => void): Promise<void> {
    const life = this.#late.life ?? (await this.#late.wake());
    if (!life) return;
    this.isStuck = false;
    act(life);
  }

  readonly #handlers: FormHandlers = {
    submit: () => void this.#submit(),
    enter: ({target}) => {
      this.#countries.want(target);
      void this.#live((life) => life.enter());
    },
    leave: ({target}) => {
      if (!isControlOf(target, this.form)) return;
      this.#answers.read(target);
      void this.#live((life) => life.leave(target));
    },
    input: ({target}) => {
      const control = isControlOf(target, this.form) ? target : undefined;
      if (control) this.#answers.read(control);
      void this.#live((life) => life.input(control));
    },
  };

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const {language: lang, client} = this.context;
    const {life} = this.#late;
    const view = {petition, texts, lang, base: client?.base};
    const instead = life ? life.renderInstead(view) : this.#isNoForm && renderFormLoading(texts);
    if (instead) return instead;
    const note = this.isPart || !hasOwnTexts(petition.form) ? nothing : this.renderUntranslated(petition, texts);
    return renderForm({
      ...view,
      answers: this.#answers,
      life,
      isPressed: this.isPressed,
      note,
      isKept: this.keepOffline,
      failure: this.isStuck ? texts.text('sendProblem.unreachable') : undefined,
      handlers: this.#handlers,
    });
  }

  protected override renderAnnouncement(texts: Texts): unknown {
    return renderAnnouncement(this.isPressed ? texts.text('submitting') : this.#late.life?.said(texts), texts);
  }

  /** Without words where another element says them. */
  protected override renderLoading(texts: Texts | undefined): unknown {
    return renderFormLoading(this.isPart ? undefined : texts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
