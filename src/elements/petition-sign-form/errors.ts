import type {FormField, PetitionForm} from '../../backend/wire.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import type {FieldError} from '../../model/outcome.ts';
import {maxLengthOf} from '../../model/validation.ts';
import type {FieldErrorCode} from '../../model/vocabulary.ts';
import {consentName} from './answers.ts';
import {fieldKind} from './field-kinds.ts';

/** What is wrong, by the `name` of the control. */
export type Errors = ReadonlyMap<string, FieldErrorCode>;
export const noErrors: Errors = new Map();

/** Mistakes by the control they belong to; a consent's control has a name of its own. */
export function errorsByControl({consents}: PetitionForm, errors: readonly FieldError[]): Errors {
  const nameOf = (field: string): string => (consents.some(({name}) => name === field) ? consentName(field) : field);
  return new Map(errors.map(({field, code}) => [nameOf(field), code]));
}

/** What is wrong with a control's answer, and so what to do, in the reader's language. */
export function errorText(
  name: string,
  code: FieldErrorCode,
  {fields, consents}: PetitionForm,
  texts: Texts,
  lang: string,
): string {
  const field = fields.find((each) => each.name === name);
  if (field) return fieldErrorText(texts, lang, field, code);
  const consent = consents.find((each) => consentName(each.name) === name);
  if (!consent || code !== 'required') return texts.text('notAllowed');
  return texts.text(consent.kind === 'yes-no' ? 'required.answer' : 'required.consent');
}

function fieldErrorText(texts: Texts, lang: string, field: FormField, code: FieldErrorCode): string {
  const kind = fieldKind(field);
  const max = maxLengthOf(field);
  switch (code) {
    case 'required':
      return texts.text(kind?.required ?? 'required.other');
    case 'too-long':
      return texts.message('tooLong', {count: max, max: formatNumber(lang, max)});
    case 'invalid':
      return texts.text(kind?.invalid ?? 'invalid.other');
    case 'not-allowed':
      return texts.text('notAllowed');
  }
}
