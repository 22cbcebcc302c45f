import type {PetitionForm} from '../../backend/wire.ts';
import type {Signature, SignatureSource} from '../../model/signature.ts';
import {askedAnswers, normalizeFields} from '../../model/validation.ts';

/** The `name` of a consent's box among the fields' names. */
export const consentName = (name: string): string => `consent.${name}`;

/** Where a signature comes from: of the page its address without query, of its referrer only the origin. */
function sourceOf(code: string | undefined): SignatureSource {
  const page = location.origin + location.pathname;
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined;
  return {code: code || undefined, referrer, page: location.protocol.startsWith('http') ? page : undefined};
}

/** What a person has filled in, as it is judged and sent. */
export function readSignature(
  element: HTMLFormElement,
  {fields, consents}: PetitionForm,
  {lang, source}: {lang: string; source: string | undefined},
): Signature {
  const data = new FormData(element);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const answers = normalizeFields(Object.fromEntries(fields.map(({name}) => [name, text(name)])));
  return {
    fields: askedAnswers(fields, answers),
    consents: consents.map(({name, textId}) => ({name, textId, given: data.has(consentName(name))})),
    // Who was not asked how to be listed is not listed, whatever the form's first choice would be.
    listed: 'unlisted',
    lang,
    source: sourceOf(source),
  };
}
