import type {LitElement} from 'lit';
import type {CSSResult} from '@lit/reactive-element/css-tag.js';
import type {FormField, Petition} from '../../backend/wire.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {Sending} from '../../model/sending.ts';
import type {Answers, Control} from './answers.ts';
import {charactersLeft, countdownText} from './countdown.ts';
import {clearDraft} from './draft.ts';
import {errorText} from './errors.ts';
import {isSignable} from './field-kinds.ts';
import {FormFilling} from './form-filling.ts';
import {FormSending} from './form-sending.ts';
import {countdownMessage, errorMessage, suggestionMessage} from './messages.ts';
import {statusBand} from '../../styles/status-band.ts';
import {outcomeStyles} from './outcome.styles.ts';
import {renderClosedForm} from './render-closed-form.ts';
import type {Message} from './render-fields.ts';
import {renderFailure, renderThanks, renderUnsupported} from './render-outcome.ts';
import {alertText, pendingText, renderPending, shownAlert} from './render-sending.ts';

export interface LifeSurroundings {
  readonly texts: () => Texts | undefined;
  /** The reader's language. */
  readonly language: () => string;
  /** The language to write to the signer in, where the petition is shown in that one. */
  readonly signersLanguage: (shown: string) => string;
  readonly form: () => HTMLFormElement | null;
  readonly petition: () => Petition | undefined;
  readonly store: () => PetitionStore | undefined;
  /** Reads the petition anew. */
  readonly reload: () => Promise<unknown>;
  /** What is kept on the device belongs to this: one petition at one backend. */
  readonly scope: () => string;
  readonly isPrefilled: () => boolean;
  readonly isDraftKept: () => boolean;
  readonly isKeptOffline: () => boolean;
  /** The partner's code. */
  readonly source: () => string | undefined;
}

/** What a form is rendered from, as far as its life has a say in it. */
export interface LifeView {
  readonly petition: Petition;
  readonly texts: Texts;
  readonly lang: string;
  /** What the petition's relative URLs are relative to. */
  readonly base: string | undefined;
}

/**
 * All that becomes of a form once somebody fills it in: what is wrong with it, how it is sent, what comes of
 * that. A part of the script of its own, as a form can be painted without it.
 */
export class FormLife {
  readonly styles: readonly CSSResult[] = [statusBand, outcomeStyles];
  readonly #host: LitElement;
  readonly #around: LifeSurroundings;
  readonly #filling: FormFilling;
  readonly #sending: FormSending;

  constructor(host: LitElement, answers: Answers, around: LifeSurroundings) {
    this.#host = host;
    this.#around = around;
    this.#filling = new FormFilling(host, answers, {
      ...around,
      draftScope: () => (around.isDraftKept() ? around.scope() : undefined),
    });
    this.#sending = new FormSending(host, this.#filling, around);
  }

  /** What became of the signature that was handed in last. */
  get sending(): Sending {
    return this.#filling.signing.sending;
  }

  /** Whether a signature came after the petition's end. */
  get isTooLate(): boolean {
    return this.#sending.isTooLate;
  }

  /** Takes up the petition as it is shown now, in whatever language. */
  moveTo(petition: Petition | undefined): void {
    this.#filling.moveTo(petition);
    this.#sending.takeUp();
  }

  /** Empties the form, for another petition or person. */
  clear(): void {
    this.#sending.clear();
    this.#filling.clear();
  }

  /** Forgets what is kept for this tab. */
  clearDraft(): void {
    if (this.#around.isDraftKept()) clearDraft(this.#around.scope());
  }

  /** Somebody has come to fill the form in: what that takes is fetched now. */
  enter(): void {
    void this.#filling.prepare();
  }

  leave(control: Control): void {
    this.#filling.leave(control);
  }

  input(control: Control | undefined): void {
    if (control) this.#filling.input(control);
    const store = this.#around.store();
    if (this.#around.petition()?.form.challenge && store) this.#filling.signing.prepare(store);
  }

  submit(): void {
    void this.#sending.submit();
  }

  askedFields(petition: Petition): readonly FormField[] {
    return this.#filling.askedFields(petition);
  }

  /** What stands in the form's place; undefined while that is the form. */
  renderInstead(view: LifeView): unknown {
    const {petition, texts, base} = view;
    const filling = this.#filling;
    if (this.sending.state === 'done') {
      const {answer} = this.sending;
      return renderThanks({answer, ...filling.signer, texts, onCorrect: () => this.#sending.correct()});
    }
    if (this.isTooLate || !acceptsSignatures(petition.status)) {
      const onCopy = (text: string): void => void this.#copy(text, texts);
      return renderClosedForm({...view, filling, isRefused: this.isTooLate, onCopy});
    }
    return isSignable(petition.form) ? undefined : renderUnsupported(petition, texts, base);
  }

  /** What stands below a consent or a choice. */
  messageFor(name: string, {petition, texts, lang}: LifeView): Message | undefined {
    const code = this.#filling.errors.get(name);
    return code && errorMessage(name, errorText(name, code, petition.form, texts, lang));
  }

  /** What stands below a control: what is wrong, or how much room is left, or what was probably meant. */
  fieldMessage(field: FormField, view: LifeView): Message | undefined {
    const {name} = field;
    const {answers, hint, takeHint} = this.#filling;
    const error = this.messageFor(name, view);
    if (error) return error;
    const left = charactersLeft(field, answers.get(name));
    if (left !== undefined) return countdownMessage(name, countdownText(view.texts, view.lang, left), left < 0);
    if (name !== 'email' || hint.suggested === undefined) return undefined;
    return suggestionMessage(name, view.texts.message('emailSuggestion', {email: hint.suggested}), takeHint);
  }

  /** Why the form could not be sent, as it is told aloud. */
  told(view: LifeView): string | undefined {
    return alertText(this.#filling, view);
  }

  /** The same as it is shown. */
  renderFailure(view: LifeView): unknown {
    return renderFailure(shownAlert(this.#filling, view));
  }

  /** What is said of a signature that waits to be sent. */
  renderPending(view: LifeView): unknown {
    return renderPending(this.#filling, view);
  }

  /** What is told aloud and not shown, as it is shown elsewhere. */
  said(texts: Texts): string {
    return pendingText(this.#filling, texts) ?? this.#filling.announcer.text;
  }

  /** Where a page may not copy, the text is selected, for the person to do it. */
  async #copy(text: string, texts: Texts): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#filling.announcer.say(texts.text('copied'));
    } catch {
      const entered = this.#host.renderRoot.querySelector('dl');
      if (entered) getSelection()?.selectAllChildren(entered);
    }
  }
}
