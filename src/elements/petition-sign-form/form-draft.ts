import type {PetitionForm} from '../../backend/wire.ts';
import type {Signing} from '../../controllers/signing.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import {type Answers, consentName} from './answers.ts';
import {readDraft, writeDraft} from './draft.ts';
import {trapName} from './trap.ts';

/** A form's draft, kept for this tab where the page asks for it, until the form is signed. */
export class FormDraft {
  readonly #scope: () => string | undefined;
  readonly #answers: Answers;
  readonly #signing: Signing;

  /** @param scope what the draft is kept under; undefined: none is kept */
  constructor(scope: () => string | undefined, answers: Answers, signing: Signing) {
    this.#scope = scope;
    this.#answers = answers;
    this.#signing = signing;
  }

  /**
   * Fills in what was typed before, and takes up what was handed in, so that it counts once. What was
   * agreed to in another text than is shown now is asked anew.
   */
  async restore({consents}: PetitionForm): Promise<void> {
    const scope = this.#scope();
    const draft = scope === undefined ? undefined : readDraft(scope);
    if (!draft) return;
    const others = consents.filter(({name, textId}) => draft.textIds[name] !== textId);
    const otherNames = new Set(others.map(({name}) => consentName(name)));
    const answers = Object.entries(draft.answers).filter(([name]) => !otherNames.has(name));
    this.#answers.fillIn(Object.fromEntries(answers));
    if (!draft.attempt) return;
    try {
      const {signatureSchema} = await import('../../backend/wire.ts');
      const parsed = signatureSchema.safeParse(draft.attempt.signature);
      if (parsed.success) this.#signing.remember(parsed.data, draft.attempt.key);
    } catch (error) {
      warnOnce(`what was handed in before can't be taken up (${String(error)})`);
    }
  }

  save({consents}: PetitionForm): void {
    const scope = this.#scope();
    if (scope === undefined || this.#signing.sending.state === 'done') return;
    const {[trapName]: _, ...answers} = this.#answers.all;
    const {attempt} = this.#signing;
    const textIds = Object.fromEntries(consents.map(({name, textId}) => [name, textId]));
    writeDraft(scope, {answers, textIds, attempt: attempt && {key: attempt.key, signature: attempt.signature}});
  }
}
