import {type PetitionForm, readAs} from '../../backend/wire.ts';
import {signatureSchema} from '../../backend/wire-signing.ts';
import type {Signing} from '../../controllers/signing.ts';
import {type Answers, consentName} from './answers.ts';
import {type Draft, readDraft, writeDraft} from './draft.ts';
import {trapName} from './trap.ts';

/** A form's draft, kept for this tab where the page asks for it, until the form is signed. */
export class FormDraft {
  readonly #scope: () => string | undefined;
  readonly #answers: Answers;
  readonly #signing: Signing;
  /** The scope whose draft was read. */
  #restored: string | undefined;

  /** @param scope what the draft is kept under; undefined: none is kept */
  constructor(scope: () => string | undefined, answers: Answers, signing: Signing) {
    this.#scope = scope;
    this.#answers = answers;
    this.#signing = signing;
  }

  /**
   * Fills in what was typed before, once for each scope, and takes up what was handed in, so that it counts
   * once. What was agreed to in another text than is shown now is asked anew.
   */
  restoreOnce({consents}: PetitionForm): void {
    const scope = this.#scope();
    if (scope === undefined || scope === this.#restored) return;
    this.#restored = scope;
    const draft = readDraft(scope);
    if (!draft) return;
    const others = consents.filter(({name, textId}) => draft.textIds[name] !== textId);
    const otherNames = new Set(others.map(({name}) => consentName(name)));
    const answers = Object.entries(draft.answers).filter(([name]) => !otherNames.has(name));
    this.#answers.bringBack(Object.fromEntries(answers));
    if (draft.attempt) this.#remember(draft.attempt);
  }

  /** Keeps what was entered in this form; one that nobody touched leaves another's draft alone. */
  save({consents}: PetitionForm): void {
    const {attempt, sending} = this.#signing;
    const hasNews = this.#answers.isChanged || attempt !== undefined;
    if (this.#restored === undefined || this.#restored !== this.#scope() || !hasNews || sending.state === 'done')
      return;
    const {[trapName]: _, ...answers} = this.#answers.all;
    const textIds = Object.fromEntries(consents.map(({name, textId}) => [name, textId]));
    const handedIn = attempt && {key: attempt.key, signature: attempt.signature};
    writeDraft(this.#restored, {answers, textIds, attempt: handedIn});
    this.#answers.markSaved();
  }

  #remember({key, signature}: NonNullable<Draft['attempt']>): void {
    const known = readAs(signatureSchema, signature);
    if (known) this.#signing.remember(known, key);
  }
}
