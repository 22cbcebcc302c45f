import type {PetitionForm} from '../../backend/wire.ts';
import {type Answers, consentName} from './answers.ts';

/**
 * Brings the answers from one version of a form to the next, as a change of language makes it: what
 * was chosen stays chosen or, where no option is called so any more, is what stands in its place; what
 * was agreed to in another text is asked anew.
 */
export function moveAnswers(answers: Answers, next: PetitionForm, before: PetitionForm): void {
  for (const {name, type, options} of next.fields) {
    const answer = answers.get(name);
    if (type !== 'select' || answer === '' || options?.includes(answer)) continue;
    const place = before.fields.find((field) => field.name === name)?.options?.indexOf(answer) ?? -1;
    answers.put(name, options?.[place] ?? '');
  }
  for (const {name, textId} of before.consents) {
    const isSame = next.consents.some((consent) => consent.name === name && consent.textId === textId);
    if (!isSame) answers.put(consentName(name), '');
  }
}
