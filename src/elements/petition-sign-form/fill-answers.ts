import type {FormField, PetitionForm} from '../../backend/wire.ts';
import {isCustom, ticked} from '../../model/asked-fields.ts';
import type {Signature} from '../../model/signature.ts';
import {type Answers, consentName, listedName} from './answers.ts';

/** `givenName` as a page's address has it: `given_name`. */
const inAddress = (name: string): string =>
  isCustom(name) ? name : name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Fills in what a page's address says of the form's fields: `?given_name=…&x-other=…`. */
export function fillFromAddress(answers: Answers, address: URLSearchParams, fields: readonly FormField[]): void {
  for (const field of fields) {
    const value = address.get(inAddress(field.name))?.trim();
    if (!value || (field.type === 'checkbox' && value !== ticked)) continue;
    answers.fillIn({[field.name]: field.name === 'country' ? value.toUpperCase() : value});
  }
}

/** Fills in what was handed in before, in place of all else; what was agreed to in another text is asked anew. */
export function fillFromSignature(answers: Answers, {fields, consents, listed}: Signature, form: PetitionForm): void {
  answers.clear();
  answers.fillIn({...fields, [listedName]: listed ?? ''});
  for (const {name, given, textId} of consents) {
    const isShown = form.consents.some((consent) => consent.name === name && consent.textId === textId);
    if (isShown) answers.fillIn({[consentName(name)]: given ? 'yes' : 'no'});
  }
}
