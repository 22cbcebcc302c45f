import type {LitElement, ReactiveController} from 'lit';
import type {FormField, Petition} from '../../backend/wire.ts';
import {Signing, type SigningRequest} from '../../controllers/signing.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {FieldError} from '../../model/outcome.ts';
import type {Signature} from '../../model/signature.ts';
import {askedFields, judgeSignature, normalizeFields} from '../../model/validation.ts';
import {Answers, type Control} from './answers.ts';
import {charactersLeft, countdownText, isWorthTelling} from './countdown.ts';
import {CountryOptions} from './country-options.ts';
import {EmailHint} from './email-hint.ts';
import {type Errors, errorsByControl, errorText} from './errors.ts';
import {readSignature} from './filled-form.ts';
import {FormDraft} from './form-draft.ts';
import {FormTables} from './form-tables.ts';
import {Mistakes} from './mistakes.ts';
import {trapName} from './trap.ts';

export interface FormSurroundings {
  readonly texts: () => Texts | undefined;
  /** The reader's language. */
  readonly language: () => string;
  readonly form: () => HTMLFormElement | null;
  readonly isPrefilled: () => boolean;
  /** What a draft is kept under; undefined: none is kept. */
  readonly draftScope: () => string | undefined;
  /** The partner's code. */
  readonly source: () => string | undefined;
  /** Tells a text aloud. */
  readonly announce: (text: string) => void;
}

/** A form being filled in: what is entered, what is wrong with it, and what becomes of it. */
export class FormFilling implements ReactiveController {
  readonly answers = new Answers();
  readonly signing: Signing;
  readonly hint: EmailHint;
  readonly #host: LitElement;
  readonly #around: FormSurroundings;
  readonly #mistakes: Mistakes;
  readonly #draft: FormDraft;
  readonly #tables = new FormTables();
  readonly #left = new Map<string, number | undefined>();
  #petition: Petition | undefined;
  #restoring = Promise.resolve();
  #turn = 0;
  #isTrapped = false;
  #isFinishing = false;

  constructor(host: LitElement, around: FormSurroundings) {
    this.#host = host;
    this.#around = around;
    this.signing = new Signing(host);
    this.hint = new EmailHint(host);
    this.#mistakes = new Mistakes(host, () => this.#judge());
    this.#draft = new FormDraft(around.draftScope, this.answers, this.signing);
    host.addController(this);
    host.addController(
      new CountryOptions(host, {language: around.language, chosen: () => this.answers.get('country')}),
    );
  }

  get errors(): Errors {
    return this.#mistakes.errors;
  }

  /** Whether the form says how many answers are wrong. */
  get isSummed(): boolean {
    return this.#mistakes.isSummed;
  }

  /** Whether what only a robot fills in was filled in. */
  get isTrapped(): boolean {
    return this.#isTrapped;
  }

  /** Who signed, by the fields that were handed in. */
  get signer(): {name: string | undefined; email: string | undefined} {
    const fields = this.signing.handedIn?.fields ?? {};
    return {name: fields['givenName'] ?? fields['name'], email: fields['email']};
  }

  /** The fields that are asked for, given the answers so far. */
  askedFields({form}: Petition): readonly FormField[] {
    return askedFields(form.fields, normalizeFields(this.answers.all, form.fields));
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onLeavePage);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeavePage);
    this.#onLeavePage();
  }

  /** Takes up the petition as it is shown now, in whatever language. */
  moveTo(petition: Petition | undefined): void {
    if (!petition || petition === this.#petition) return;
    const before = this.#petition;
    this.#petition = petition;
    if (before?.id !== petition.id) return this.#begin(petition);
    this.answers.moveTo(petition.form, before.form);
    if (before.lang !== petition.lang) this.#around.announce('');
  }

  /** Goes on with what waits on this device since an earlier visit, and shows it. */
  async takeUp(request: SigningRequest): Promise<void> {
    const signature = await this.signing.takeUp(request);
    if (!signature) return;
    this.answers.fillFromSignature(signature);
    this.#host.requestUpdate();
  }

  /** Fetches what this form is judged by. */
  async prepare(): Promise<void> {
    if (this.#petition) await this.#tables.load(this.#petition.form.fields);
  }

  input(control: Control): void {
    this.answers.read(control);
    const {name} = control;
    const field = this.#petition?.form.fields.find((each) => each.name === name);
    if (name === 'email') this.hint.dismiss();
    const wasWrong = this.errors.has(name);
    this.#mistakes.change(name, this.#petition?.form.fields ?? []);
    if (wasWrong && !this.errors.has(name)) this.#around.announce('');
    if (field) this.#countDown(field);
    if (this.#petition?.form.fields.some(({when}) => when?.field === name)) this.#host.requestUpdate();
  }

  leave(control: Control): void {
    const {name} = control;
    this.answers.read(control);
    if (this.#petition) this.#draft.save(this.#petition.form);
    // Half a date is told by no event.
    if (this.answers.unreadable.has(name)) this.#mistakes.touch(name);
    // A number without its country's code can't be told from a wrong one before the country is chosen.
    if (name === 'phone' && this.#isCountryOpen() && !control.value.trim().startsWith('+')) return;
    const code = this.#mistakes.leave(name);
    const texts = this.#around.texts();
    if (code && this.#petition && texts) {
      this.#around.announce(errorText(name, code, this.#petition.form, texts, this.#around.language()));
    }
    if (name === 'email' && !this.errors.has(name) && control.value !== '') void this.#proposeFor(control.value);
  }

  /** Takes the address that is proposed, and leaves the focus where it can be changed once more. */
  readonly takeHint = (): void => {
    const {suggested} = this.hint;
    if (suggested === undefined) return;
    this.answers.set('email', suggested);
    this.hint.dismiss();
    if (this.#petition) this.#draft.save(this.#petition.form);
    this.#around.announce(this.#around.texts()?.message('emailSuggestionTaken', {email: suggested}) ?? '');
    this.#around.form()?.querySelector<HTMLInputElement>('[name="email"]')?.focus();
  };

  /** What is to be sent; undefined where something is wrong, which is then marked. */
  async finish(): Promise<Signature | undefined> {
    const form = this.#around.form();
    const turn = this.#turn;
    if (!form || !this.#petition || this.#isFinishing || this.#isSending()) return undefined;
    this.answers.readAll(form);
    this.#isTrapped = this.answers.get(trapName) !== '';
    this.answers.set(trapName, '');
    this.#isFinishing = true;
    await Promise.all([this.#tables.loadInTime(this.#petition.form.fields), this.#restoring]);
    this.#isFinishing = false;
    // A signature that waited may be on its way by now, or the form be another person's.
    if (this.#isSending() || turn !== this.#turn) return undefined;
    this.#around.announce('');
    this.#mistakes.sum(this.#judge());
    if (this.errors.size === 0 && !this.#isTrapped) return this.#read(this.#petition);
    this.signing.dismiss();
    return undefined;
  }

  /** Marks what the backend found to be wrong. */
  refuse(errors: readonly FieldError[]): void {
    if (this.#petition && errors.length > 0) this.#mistakes.sum(errorsByControl(this.#petition.form, errors));
  }

  clear(): void {
    this.#turn += 1;
    this.answers.clear();
    this.#around.form()?.reset();
    this.#left.clear();
    this.#mistakes.clear();
    this.hint.dismiss();
    this.#isTrapped = false;
    this.signing.reset();
  }

  #isCountryOpen(): boolean {
    const asksCountry = this.#petition?.form.fields.some(({name}) => name === 'country');
    return asksCountry === true && this.answers.get('country') === '';
  }

  #isSending(): boolean {
    return this.signing.sending.state === 'sending';
  }

  #begin({form}: Petition): void {
    this.#restoring = this.#draft.restore(form);
    if (this.#around.isPrefilled()) this.answers.fillFrom(new URLSearchParams(location.search), form.fields);
  }

  #read({form, lang}: Petition): Signature {
    return readSignature(this.answers, form, {lang, source: this.#around.source(), tables: this.#tables.loaded});
  }

  #judge(): Errors {
    const petition = this.#petition;
    if (!petition) return new Map();
    const {fields, consents} = this.#read(petition);
    const unreadable = this.askedFields(petition).filter(({name}) => this.answers.unreadable.has(name));
    return errorsByControl(petition.form, [
      ...judgeSignature(petition.form, fields, consents, this.#tables.loaded),
      ...unreadable.map(({name}): FieldError => ({field: name, code: 'invalid'})),
    ]);
  }

  #countDown(field: FormField): void {
    const before = this.#left.get(field.name);
    const left = charactersLeft(field, this.answers.get(field.name));
    if (left === before) return;
    this.#left.set(field.name, left);
    this.#host.requestUpdate();
    const texts = this.#around.texts();
    if (left !== undefined && texts && isWorthTelling(left, before)) {
      this.#around.announce(countdownText(texts, this.#around.language(), left) ?? '');
    }
  }

  async #proposeFor(email: string): Promise<void> {
    const suggested = await this.hint.look(email);
    const text = suggested && this.#around.texts()?.message('emailSuggestion', {email: suggested});
    if (text) this.#around.announce(text);
  }

  readonly #onLeavePage = (): void => {
    const form = this.#around.form();
    if (form) this.answers.readAll(form);
    if (this.#petition) this.#draft.save(this.#petition.form);
  };
}
