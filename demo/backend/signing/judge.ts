import type {FieldError} from '../../../src/model/outcome.ts';
import type {ConsentAnswer, Signature, SignatureSource} from '../../../src/model/signature.ts';
import type {Listing} from '../../../src/model/vocabulary.ts';
import {askedAnswers, judgeSignature, mailboxOf, normalizeFields} from '../../../src/model/validation.ts';
import {ProblemError} from '../http/problems.ts';
import {translationOf} from '../petitions/languages.ts';
import type {FormDefinition, PetitionDefinition} from '../petitions/petition-definition.ts';
import type {AcceptedSignature, Storage} from '../storage/storage.ts';

/** What may be stored of a signature, if nothing is wrong with it. */
export async function accept(
  {id, form, texts}: PetitionDefinition,
  signature: Signature,
  storage: Storage,
): Promise<AcceptedSignature> {
  const fields = normalizeFields(signature.fields);
  const errors = [
    ...judgeSignature(form, fields, signature.consents),
    ...(await consentTextErrors(id, form, signature.consents, storage)),
    ...listingErrors(form, signature.listed),
  ];
  if (errors.length > 0) throw new ProblemError('invalid', {errors});
  return {
    fields: askedAnswers(form.fields, fields),
    mailbox: fields['email'] === undefined ? undefined : mailboxOf(fields['email']),
    consents: signature.consents,
    // Who was not asked has not agreed to be shown.
    listed: signature.listed ?? 'unlisted',
    // Only a language of the petition: whatever else was sent is not needed, and not vouched for.
    lang: translationOf(texts, signature.lang).lang,
    source: withoutTraces(signature.source ?? {}),
  };
}

/** To stay off the public list is open to everyone. */
function listingErrors(form: FormDefinition, listed: Listing = 'unlisted'): FieldError[] {
  const isOffered = listed === 'unlisted' || form.listing?.includes(listed) === true;
  return isOffered ? [] : [{field: 'listed', code: 'not-allowed'}];
}

/** A consent counts for a text that its form shows or has shown, and is answered once. */
async function consentTextErrors(
  petition: string,
  form: FormDefinition,
  answers: readonly ConsentAnswer[],
  storage: Storage,
): Promise<FieldError[]> {
  const errors: FieldError[] = [];
  for (const [index, {name, textId}] of answers.entries()) {
    const rule = form.consents.find((consent) => consent.name === name);
    const isRepeated = answers.findIndex((answer) => answer.name === name) !== index;
    const isOfForm = !rule || rule.textId === textId || (await storage.hadConsentText(petition, name, textId));
    if (isRepeated || !isOfForm) errors.push({field: name, code: 'invalid'});
  }
  return errors;
}

/** Queries and paths may tell who somebody is: of the referrer the origin is kept, of the page no query. */
function withoutTraces({code, referrer, page}: SignatureSource): SignatureSource {
  const pageUrl = httpUrl(page);
  return {
    code,
    referrer: httpUrl(referrer)?.origin,
    page: pageUrl && pageUrl.origin + pageUrl.pathname,
  };
}

function httpUrl(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
