import type {LitElement} from 'lit';
import type {Petition} from '../../backend/wire.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import type {SigningRequest} from '../../controllers/signing.ts';
import {PetitionErrorEvent, PetitionSignEvent, PetitionSubmitEvent} from '../base/events.ts';
import {clearDraft} from './draft.ts';
import type {FormFilling} from './form-filling.ts';

export interface SendingSurroundings {
  readonly petition: () => Petition | undefined;
  readonly store: () => PetitionStore | undefined;
  /** Reads the petition anew. */
  readonly reload: () => Promise<unknown>;
  /** What drafts, and what waits on the device, belong to: a petition at a backend. */
  readonly scope: () => string;
  readonly isDraftKept: () => boolean;
  readonly isKeptOffline: () => boolean;
}

const firstWrong = '[aria-invalid="true"]:not(fieldset), fieldset[aria-invalid="true"] input';

/** What has the focus, through all shadow roots. A button that is pressed has it in some browsers, and not in others. */
function focusedElement(): Element | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused ?? undefined;
}

/** Sends what is filled in, tells the page how that goes, and takes the focus to what is said of it. */
export class FormSending {
  readonly #host: LitElement;
  readonly #filling: FormFilling;
  readonly #around: SendingSurroundings;
  #searched: string | undefined;
  #isTooLate = false;

  constructor(host: LitElement, filling: FormFilling, around: SendingSurroundings) {
    this.#host = host;
    this.#filling = filling;
    this.#around = around;
  }

  /** Whether a signature came after the petition's end. */
  get isTooLate(): boolean {
    return this.#isTooLate;
  }

  async submit(): Promise<void> {
    const petition = this.#around.petition();
    const request = petition && this.#requestFor(petition);
    if (!request) return;
    const signature = await this.#filling.finish();
    if (!signature) return this.#focus(firstWrong);
    if (this.#host.dispatchEvent(new PetitionSubmitEvent(petition.id)))
      this.#filling.signing.handIn(signature, request);
  }

  /** Goes on with what waits on the device since an earlier visit; looks for it once for each petition. */
  takeUp(): void {
    const petition = this.#around.petition();
    const scope = this.#around.scope();
    if (!petition || !this.#around.isKeptOffline() || this.#searched === scope) return;
    const request = this.#requestFor(petition, {isTakenUp: true});
    // Out of the page there is nobody to deliver it: it is looked for once the form is put back.
    if (!request) return;
    this.#searched = scope;
    void this.#filling.takeUp(request);
  }

  /** Back to the form as it was sent, to send it again with another address. */
  correct(): void {
    this.#filling.signing.reset();
    void this.#focus('[name="email"]');
  }

  /** For another petition or person. */
  clear(): void {
    this.#isTooLate = false;
  }

  #requestFor({form, id}: Petition, {isTakenUp = false} = {}): SigningRequest | undefined {
    const store = this.#around.store();
    if (!store) return undefined;
    const height = this.#host.offsetHeight;
    const scope = this.#around.scope();
    const isDraftKept = this.#around.isDraftKept();
    const focused = isTakenUp ? undefined : focusedElement();
    return {
      store,
      needsProof: form.challenge !== undefined,
      keepAs: this.#around.isKeptOffline() ? scope : undefined,
      onWait: () => void this.#host.dispatchEvent(new PetitionSignEvent(id, 'waiting')),
      onProblem: ({slug, retryable}) => void this.#host.dispatchEvent(new PetitionErrorEvent(slug, retryable)),
      onSigned: ({status}) => {
        this.#host.dispatchEvent(new PetitionSignEvent(id, status));
        if (isDraftKept) clearDraft(scope);
        void this.#showThanks(height, focused);
      },
      onRefused: ({slug, errors}) => {
        if (slug === 'closed') return void this.#showClosed();
        this.#filling.refuse(errors);
        if (errors.length > 0) void this.#focus(firstWrong);
        // The button that has the focus goes with what it belongs to.
        else if (this.#host.shadowRoot?.activeElement?.closest('.pending')) void this.#focus('.submit');
      },
    };
  }

  /** Somebody who has gone on to something else on the page is told, and keeps the focus where it is. */
  async #showThanks(height: number, focused: Element | undefined): Promise<void> {
    const isAwaited = this.#host.matches(':focus-within') || focusedElement() === focused;
    await this.#host.updateComplete;
    const thanks = this.#host.renderRoot.querySelector<HTMLElement>('.thanks');
    thanks?.style.setProperty('min-block-size', `${height}px`);
    if (isAwaited) thanks?.querySelector('h2')?.focus();
    else this.#filling.announcer.say(thanks?.textContent);
  }

  /** The petition says itself, read anew, since when it is closed and what came of it. */
  async #showClosed(): Promise<void> {
    this.#isTooLate = true;
    this.#host.requestUpdate();
    await this.#focus('.closed');
    await this.#around.reload();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
