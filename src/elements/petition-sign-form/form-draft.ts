import type {Signing} from '../../controllers/signing.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import type {Answers} from './answers.ts';
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

  /** Fills in what was typed before, and takes up what was handed in, so that it counts once. */
  async restore(): Promise<void> {
    const scope = this.#scope();
    const draft = scope === undefined ? undefined : readDraft(scope);
    if (!draft) return;
    this.#answers.fillIn(draft.answers);
    if (!draft.attempt) return;
    try {
      const {signatureSchema} = await import('../../backend/wire.ts');
      const parsed = signatureSchema.safeParse(draft.attempt.signature);
      if (parsed.success) this.#signing.remember(parsed.data, draft.attempt.key);
    } catch (error) {
      warnOnce(`what was handed in before can't be taken up (${String(error)})`);
    }
  }

  save(): void {
    const scope = this.#scope();
    if (scope === undefined || this.#signing.sending.state === 'done') return;
    const {[trapName]: _, ...answers} = this.#answers.all;
    const {attempt} = this.#signing;
    writeDraft(scope, {answers, attempt: attempt && {key: attempt.key, signature: attempt.signature}});
  }
}
