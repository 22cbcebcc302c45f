import type {PetitionForm} from '../../backend/wire.ts';
import {type ConsentAnswer, type Signature, type SignatureSource, sourcePage} from '../../model/signature.ts';
import {askedAnswers, type FieldValues, type FormatTables, normalizeFields} from '../../model/validation.ts';
import {type Answers, consentName} from './answers.ts';
import {listingIn} from './listing.ts';

const longestCode = 200;

/** Where a signature comes from: of the page its address and what campaigns count by, of its referrer only the origin. */
function sourceOf(code: string | undefined): SignatureSource {
  const page = new URL(location.href);
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer).origin : 'null';
  return {
    code: code?.slice(0, longestCode) || undefined,
    // An app's address has no origin.
    referrer: referrer === 'null' ? undefined : referrer,
    page: page.protocol.startsWith('http') ? sourcePage(page) : undefined,
  };
}

/** The consents as they were given or withheld; a yes-no without an answer is left out. */
function consentsIn(answers: Answers, {consents}: PetitionForm): ConsentAnswer[] {
  return consents.flatMap(({name, kind, textId}) => {
    const answer = answers.get(consentName(name));
    return kind === 'yes-no' && answer === '' ? [] : [{name, textId, given: answer === 'yes'}];
  });
}

/** The answers to the questions that are asked, as they are judged and sent. */
function fieldsIn(answers: Answers, {fields}: PetitionForm, tables: Partial<FormatTables>): FieldValues {
  return askedAnswers(fields, normalizeFields(answers.all, fields, tables));
}

/** What a person has filled in, as it is judged and sent. */
export function readSignature(
  answers: Answers,
  form: PetitionForm,
  {lang, source, tables}: {lang: string; source: string | undefined; tables: Partial<FormatTables>},
): Signature {
  return {
    fields: fieldsIn(answers, form, tables),
    consents: consentsIn(answers, form),
    listed: listingIn(answers, form),
    lang,
    source: sourceOf(source),
  };
}
