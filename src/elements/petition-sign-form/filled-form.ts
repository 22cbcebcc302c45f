import type {PetitionForm} from '../../backend/wire.ts';
import type {Signature, SignatureSource} from '../../model/signature.ts';
import {askedAnswers, type FieldValues, normalizeFields} from '../../model/validation.ts';

/** The `name` of a consent's box among the fields' names. */
export const consentName = (name: string): string => `consent.${name}`;

/** Where a signature comes from: of the page its address without query, of its referrer only the origin. */
function sourceOf(code: string | undefined): SignatureSource {
  const page = location.origin + location.pathname;
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined;
  return {code: code || undefined, referrer, page: location.protocol.startsWith('http') ? page : undefined};
}

/** The answers in a form's controls, normalized. */
export function answersIn(element: HTMLFormElement): FieldValues {
  const texts = [...new FormData(element)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return normalizeFields(Object.fromEntries(texts));
}

/** What a person has filled in, as it is judged and sent. */
export function readSignature(
  element: HTMLFormElement,
  {fields, consents}: PetitionForm,
  {lang, source}: {lang: string; source: string | undefined},
): Signature {
  const answers = answersIn(element);
  return {
    fields: askedAnswers(fields, answers),
    consents: consents.map(({name, textId}) => ({name, textId, given: consentName(name) in answers})),
    // Who was not asked how to be listed is not listed, whatever the form's first choice would be.
    listed: 'unlisted',
    lang,
    source: sourceOf(source),
  };
}
