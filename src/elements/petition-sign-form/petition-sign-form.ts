import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import {isSameLanguage} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {controls} from '../../styles/controls.ts';
import {fields} from '../../styles/fields.ts';
import {statusBand} from '../../styles/status-band.ts';
import {tokens} from '../../styles/tokens.ts';
import {untranslated} from '../../styles/untranslated.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {type Control, isControl} from './answers.ts';
import {hasOwnTexts, isSignable} from './field-kinds.ts';
import {choiceStyles} from './choices.styles.ts';
import {clearDraft} from './draft.ts';
import {FormFilling} from './form-filling.ts';
import {FormSending} from './form-sending.ts';
import {styles} from './petition-sign-form.styles.ts';
import {outcomeStyles} from './outcome.styles.ts';
import {renderClosedForm} from './render-closed-form.ts';
import {type FormHandlers, renderAnnouncement, renderForm, renderFormLoading} from './render-form.ts';
import {renderThanks, renderUnsupported} from './render-outcome.ts';

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
  static override readonly styles = [
    tokens,
    controls,
    untranslated,
    statusBand,
    fields,
    styles,
    choiceStyles,
    outcomeStyles,
  ];

  /** The partner's code, sent along with a signature. */
  @property() source: string | undefined;

  /** Fills the form in from the page's address: `?given_name=…&email=…`. */
  @property({type: Boolean}) prefill = false;

  /** Keeps what is typed for this tab, also when it is reloaded, until it is signed. */
  @property({type: Boolean}) draft = false;

  /** Keeps a form that can't be sent on the device, encrypted, until it can; for 7 days at most. */
  @property({type: Boolean, attribute: 'keep-offline'}) keepOffline = false;

  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #filling = new FormFilling(this, {
    texts: () => this.context.texts,
    language: () => this.context.language,
    signersLanguage: (shown) => this.#signersLanguage(shown),
    form: () => this.form,
    isPrefilled: () => this.prefill,
    draftScope: () => (this.draft ? this.#scope : undefined),
    source: () => this.source,
  });
  readonly #sending = new FormSending(this, this.#filling, {
    petition: () => this.shown,
    store: () => this.context.store,
    reload: () => this.context.reload(),
    scope: () => this.#scope,
    isKeptOffline: () => this.keepOffline,
  });
  #store: PetitionStore | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {store} = this.context;
    if (store && store !== this.#store) {
      // What was filled in, ticked and signed was for the petition before.
      if (this.#store) this.#clear();
      this.#store = store;
    }
    this.#filling.moveTo(this.shown);
    this.#sending.takeUp();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const {state: sending} = this.#filling.signing.sending;
    this.setState('signed', sending === 'done');
    this.setState('waiting', sending === 'waiting');
    if (this.#sending.isTooLate) this.setState('closed', true);
  }

  /** Empties the form, also after it was signed, for another person's turn. */
  reset(): void {
    this.#clear();
    clearDraft(this.#scope);
  }

  #clear(): void {
    this.#sending.clear();
    this.#filling.clear();
  }

  /** That of the texts, where the petition is in another; never more of the signer than that, such as a region. */
  #signersLanguage(shown: string): string {
    const {texts, readersLanguage} = this.context;
    return texts && !isSameLanguage(shown, readersLanguage) ? texts.locale : shown;
  }

  /** What is kept on the device belongs to one petition at one backend. */
  get #scope(): string {
    return `${this.context.client?.base ?? ''} ${this.context.petitionId ?? ''}`;
  }

  /** Where a page may not copy, the text is selected, for the person to do it. */
  async #copy(text: string, texts: Texts): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#filling.announcer.say(texts.text('copied'));
    } catch {
      const entered = this.renderRoot.querySelector('dl');
      if (entered) getSelection()?.selectAllChildren(entered);
    }
  }

  /** Not a control that the page has put into a slot. */
  #isOwn(target: EventTarget | null): target is Control {
    return isControl(target) && target.form === this.form;
  }

  readonly #handlers: FormHandlers = {
    submit: (event) => void this.#sending.submit(event),
    // Somebody has come to fill the form in: what that takes is fetched now.
    enter: () => void this.#filling.prepare(),
    leave: ({target}) => this.#isOwn(target) && this.#filling.leave(target),
    input: ({target}) => {
      if (this.#isOwn(target)) this.#filling.input(target);
      if (this.shown?.form.challenge && this.context.store) this.#filling.signing.prepare(this.context.store);
    },
    stop: () => this.#filling.signing.stop(),
  };

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const {language: lang, client} = this.context;
    const filling = this.#filling;
    const view = {petition, texts, lang, base: client?.base, filling};
    const {sending} = filling.signing;
    if (sending.state === 'done') {
      return renderThanks({answer: sending.answer, ...filling.signer, texts, onCorrect: () => this.#sending.correct()});
    }
    if (this.#sending.isTooLate || !acceptsSignatures(petition.status)) {
      return renderClosedForm({
        ...view,
        isRefused: this.#sending.isTooLate,
        onCopy: (text) => void this.#copy(text, texts),
      });
    }
    if (!isSignable(petition.form)) return renderUnsupported(petition, texts, view.base);
    const note = this.isPart || !hasOwnTexts(petition.form) ? nothing : this.renderUntranslated(petition, texts);
    return renderForm({...view, note, isKept: this.keepOffline, handlers: this.#handlers});
  }

  /** What is told aloud stands outside of what comes and goes, where it is heard. */
  protected override render(): TemplateResult {
    const {texts} = this.context;
    return html`${super.render()}${texts && renderAnnouncement(this.#filling, texts)}`;
  }

  protected override renderLoading(texts: Texts | undefined): unknown {
    return renderFormLoading(texts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-sign-form': PetitionSignForm;
  }
}
