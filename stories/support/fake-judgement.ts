import type {PetitionForm} from '../../src/backend/wire.ts';
import type {FieldError} from '../../src/model/outcome.ts';
import {phoneNumber} from '../../src/model/phone-number.ts';
import {isPostalCode} from '../../src/model/postal-code.ts';
import type {ConsentAnswer, Signature} from '../../src/model/signature.ts';
import {
  askedAnswers,
  type FieldValues,
  type FormatTables,
  judgeSignature,
  normalizeFields,
} from '../../src/model/validation.ts';
import type {Listing} from '../../src/model/vocabulary.ts';

/** What a signature is judged by. */
export interface Standard {
  readonly form: PetitionForm;
  /** The same form in each of the petition's languages. */
  readonly forms: readonly PetitionForm[];
  /** Whether a form shows or has shown this text for a consent. */
  readonly hasShown: (consent: string, textId: string) => boolean;
}

export interface Judgement {
  readonly errors: readonly FieldError[];
  /** To what is asked for, as they would be stored. */
  readonly answers: FieldValues;
}

const tables: FormatTables = {phoneNumber, isPostalCode};

/**
 * What a backend finds in a signature, in the order in which the reference backend tells it.
 * @param hasProof whether it comes with a proof of work that is good
 */
export function judge(signature: Signature, standard: Standard, hasProof: boolean): Judgement {
  const {form} = standard;
  const values = inWordsOf(standard, normalizeFields(signature.fields, form.fields, tables));
  const errors = [
    ...judgeSignature(form, values, signature.consents, tables),
    ...consentTextErrors(standard, signature.consents),
    ...listingErrors(form, signature.listed),
    ...challengeErrors(form, signature.challenge, hasProof),
  ];
  return {errors, answers: askedAnswers(form.fields, values)};
}

const optionsOf = ({fields}: PetitionForm, name: string): readonly string[] =>
  fields.find((field) => field.name === name)?.options ?? [];

/** Options as this form has them: a signer may have chosen them in another language. */
function inWordsOf({form, forms}: Standard, values: FieldValues): FieldValues {
  const entries = Object.entries(values).map(([name, text]) => {
    const index = forms.map((each) => optionsOf(each, name).indexOf(text)).find((at) => at >= 0) ?? -1;
    return [name, optionsOf(form, name)[index] ?? text] as const;
  });
  return Object.fromEntries(entries);
}

/** A consent is answered once, for a text that was shown. */
function consentTextErrors({form, hasShown}: Standard, answers: readonly ConsentAnswer[]): FieldError[] {
  return answers.flatMap(({name, textId}, index) => {
    const isRepeated = answers.findIndex((answer) => answer.name === name) !== index;
    const isKnown = form.consents.some((consent) => consent.name === name);
    return isRepeated || (isKnown && !hasShown(name, textId)) ? [{field: name, code: 'invalid'}] : [];
  });
}

/** To stay off the public list is open to everyone. */
function listingErrors({listing}: PetitionForm, listed: Listing = 'unlisted'): FieldError[] {
  const isOffered = listed === 'unlisted' || listing?.includes(listed) === true;
  return isOffered ? [] : [{field: 'listed', code: 'not-allowed'}];
}

function challengeErrors({challenge}: PetitionForm, sent: string | undefined, hasProof: boolean): FieldError[] {
  return challenge && !hasProof ? [{field: 'challenge', code: sent ? 'invalid' : 'required'}] : [];
}
