import type {LitElement, ReactiveController} from 'lit';
import type {FormField, Petition} from '../../backend/wire.ts';
import {Signing, type SigningRequest} from '../../controllers/signing.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {FieldError} from '../../model/outcome.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {Signature} from '../../model/signature.ts';
import {askedFields, judgeSignature, normalizeFields} from '../../model/validation.ts';
import {Announcer} from './announcer.ts';
import type {Answers, Control} from './answers.ts';
import {Countdown} from './countdown.ts';
import {EmailHint} from './email-hint.ts';
import {type Errors, errorsByControl, errorText} from './errors.ts';
import {fillFromAddress, fillFromSignature} from './fill-answers.ts';
import {readSignature} from './filled-form.ts';
import {FormDraft} from './form-draft.ts';
import {FormTables} from './form-tables.ts';
import {Mistakes} from './mistakes.ts';
import {trapName} from './trap.ts';

export interface FormSurroundings {
  readonly texts: () => Texts | undefined;
  /** The reader's language. */
  readonly language: () => string;
  /** The language to write to the signer in, where the petition is shown in that one. */
  readonly signersLanguage: (shown: string) => string;
  readonly form: () => HTMLFormElement | null;
  readonly isPrefilled: () => boolean;
  /** What a draft is kept under; undefined: none is kept. */
  readonly draftScope: () => string | undefined;
  /** The partner's code. */
  readonly source: () => string | undefined;
}

/** A form being filled in: what is entered, what is wrong with it, and what becomes of it. */
export class FormFilling implements ReactiveController {
  readonly answers: Answers;
  readonly signing: Signing;
  readonly hint: EmailHint;
  readonly announcer: Announcer;
  readonly #host: LitElement;
  readonly #around: FormSurroundings;
  readonly #mistakes: Mistakes;
  readonly #draft: FormDraft;
  readonly #tables = new FormTables();
  readonly #countdown: Countdown;
  #petition: Petition | undefined;
  #prefilledId: string | undefined;
  #turn = 0;
  #isTrapped = false;
  #isFinishing = false;

  constructor(host: LitElement, answers: Answers, around: FormSurroundings) {
    this.#host = host;
    this.answers = answers;
    this.#around = around;
    this.signing = new Signing(host);
    this.hint = new EmailHint(host);
    this.announcer = new Announcer(host, () => around.texts()?.locale);
    this.#countdown = new Countdown(host, this.announcer, around);
    this.#mistakes = new Mistakes(host, () => this.#judge());
    this.#draft = new FormDraft(around.draftScope, this.answers, this.signing);
    host.addController(this);
  }

  get errors(): Errors {
    return this.#mistakes.errors;
  }

  /** How many answers were wrong when the form was judged as a whole; 0: nothing is said of that. */
  get summed(): number {
    return this.#mistakes.summed;
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

  hostUpdated(): void {
    if (this.#host.isConnected && this.#around.draftScope() !== undefined) {
      addEventListener('pagehide', this.#onLeavePage);
    }
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeavePage);
    this.#onLeavePage();
  }

  /** Takes up the petition as it is shown now, in whatever language. */
  moveTo(petition: Petition | undefined): void {
    if (!petition) return;
    this.#petition = petition;
    this.#fillBeforehand(petition);
  }

  /** Goes on with what waits on this device since an earlier visit, and shows it unless something is typed. */
  async takeUp(request: SigningRequest): Promise<void> {
    const signature = await this.signing.takeUp(request, () => !this.answers.isTyped);
    if (!signature || !this.#petition || this.answers.isTyped) return;
    fillFromSignature(this.answers, signature, this.#petition.form);
    this.#host.requestUpdate();
  }

  /** Fetches what this form is judged by. */
  async prepare(): Promise<void> {
    if (this.#petition) await this.#tables.load(this.#petition.form.fields);
  }

  /** Something was entered, which the answers have. */
  input({name}: Control): void {
    const field = this.#petition?.form.fields.find((each) => each.name === name);
    if (name === 'email') this.hint.dismiss();
    const wasWrong = this.errors.has(name);
    this.#mistakes.change(name, this.#petition?.form.fields ?? []);
    if (wasWrong && !this.errors.has(name)) this.announcer.say('');
    if (field) this.#countdown.change(field, this.answers.get(name));
    if (this.#petition?.form.fields.some(({when}) => when?.field === name)) this.#host.requestUpdate();
  }

  /** A control was left, whose answer is known. */
  leave(control: Control): void {
    const {name} = control;
    if (this.#petition) this.#draft.save(this.#petition.form);
    // Half a date is told by no event.
    if (this.answers.unreadable.has(name)) this.#mistakes.touch(name);
    // A number without its country's code can't be told from a wrong one before the country is chosen.
    if (name === 'phone' && this.#isCountryOpen() && !control.value.trim().startsWith('+')) return;
    const code = this.#mistakes.leave(name);
    const texts = this.#around.texts();
    if (code && this.#petition && texts) {
      this.announcer.say(errorText(name, code, this.#petition.form, texts, this.#around.language()));
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
    this.announcer.say(this.#around.texts()?.message('emailSuggestionTaken', {email: suggested}) ?? '');
    this.#around.form()?.querySelector<HTMLInputElement>('[name="email"]')?.focus();
  };

  /** What is to be sent; undefined where something is wrong, which is then marked. */
  async finish(): Promise<Signature | undefined> {
    const form = this.#around.form();
    const turn = this.#turn;
    if (!form || !this.#petition || this.#isFinishing || this.#isHandedIn()) return undefined;
    this.answers.readAll(form);
    this.#isTrapped = this.answers.get(trapName) !== '';
    this.answers.set(trapName, '');
    this.#isFinishing = true;
    await this.#tables.loadInTime(this.#petition.form.fields);
    this.#isFinishing = false;
    // A signature that waited may be on its way by now, or the form be another person's.
    if (this.#isHandedIn() || turn !== this.#turn) return undefined;
    this.announcer.say('');
    this.#mistakes.sum(this.#judge());
    if (this.errors.size === 0 && !this.#isTrapped) return this.#read(this.#petition);
    this.signing.dismiss();
    return undefined;
  }

  /** Marks what the backend found to be wrong, as far as the form asks for it. */
  refuse(errors: readonly FieldError[]): void {
    const controls = this.#around.form()?.elements;
    if (!this.#petition || !controls) return;
    const marked = [...errorsByControl(this.#petition.form, errors)].filter(([name]) => controls.namedItem(name));
    if (marked.length > 0) this.#mistakes.refuse(new Map(marked));
  }

  clear(): void {
    this.#turn += 1;
    this.answers.clear();
    this.#around.form()?.reset();
    this.#countdown.clear();
    this.#mistakes.clear();
    this.hint.dismiss();
    this.#isTrapped = false;
    this.signing.reset();
  }

  #isCountryOpen(): boolean {
    const asksCountry = this.#petition?.form.fields.some(({name}) => name === 'country');
    return asksCountry === true && this.answers.get('country') === '';
  }

  /** It is under way, or taken. */
  #isHandedIn(): boolean {
    const {state} = this.signing.sending;
    return state === 'sending' || state === 'done';
  }

  /** Once for each petition, however late the page asks for it; what is typed already stays. */
  #fillBeforehand({id, status, form}: Petition): void {
    this.#draft.restoreOnce(form);
    if (!this.#around.isPrefilled() || this.#prefilledId === id || !acceptsSignatures(status)) return;
    this.#prefilledId = id;
    fillFromAddress(this.answers, new URLSearchParams(location.search), form.fields);
  }

  #read({form, lang: shown}: Petition): Signature {
    const lang = this.#around.signersLanguage(shown);
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

  async #proposeFor(email: string): Promise<void> {
    const suggested = await this.hint.look(email);
    const text = suggested && this.#around.texts()?.message('emailSuggestion', {email: suggested});
    if (text) this.announcer.say(text);
  }

  readonly #onLeavePage = (): void => {
    const form = this.#around.form();
    if (form) this.answers.readAll(form);
    if (this.#petition) this.#draft.save(this.#petition.form);
  };
}
