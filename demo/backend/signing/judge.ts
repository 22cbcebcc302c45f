import type {FieldError} from '../../../src/model/outcome.ts';
import {mailboxOf} from '../../../src/model/mailbox.ts';
import {phoneNumber} from '../../../src/model/phone-number.ts';
import {isPostalCode} from '../../../src/model/postal-code.ts';
import {sourcePage, type ConsentAnswer, type Signature, type SignatureSource} from '../../../src/model/signature.ts';
import type {Listing} from '../../../src/model/vocabulary.ts';
import {askedAnswers, judgeSignature, normalizeFields, type FormatTables} from '../../../src/model/validation.ts';
import {ProblemError} from '../http/problems.ts';
import {ruleOf, storedAnswers} from '../petitions/field-answers.ts';
import {matchLanguage, translationOf} from '../petitions/languages.ts';
import type {FormDefinition, PetitionDefinition} from '../petitions/petition-definition.ts';
import type {Services} from '../services.ts';
import {spokenLanguages} from '../spoken-languages.ts';
import type {SolvedChallenge} from '../storage/challenge-uses.ts';
import type {AcceptedSignature, Storage} from '../storage/storage.ts';

const tables: FormatTables = {phoneNumber, isPostalCode};

/** What may be stored of a signature, if nothing is wrong with it. */
export async function accept(
  {id, form, texts}: PetitionDefinition,
  signature: Signature,
  at: Date,
  {storage, challenges}: Pick<Services, 'storage' | 'challenges'>,
): Promise<AcceptedSignature> {
  const rules = form.fields.map(ruleOf);
  const fields = storedAnswers(normalizeFields(signature.fields, rules, tables), form.fields);
  const solved = form.challenge && signature.challenge ? await challenges.verify(signature.challenge, at) : undefined;
  const errors = [
    ...judgeSignature({...form, fields: rules}, fields, signature.consents, tables),
    ...(await consentTextErrors(id, form, signature.consents, storage)),
    ...listingErrors(form, signature.listed),
    ...challengeErrors(form, signature.challenge, solved),
  ];
  if (errors.length > 0) throw new ProblemError('invalid', {errors: await withUse(errors, solved, storage)});
  const answers = askedAnswers(rules, fields);
  return {
    fields: answers,
    mailbox: answers['email'] === undefined ? undefined : mailboxOf(answers['email']),
    consents: signature.consents,
    // Who was not asked has not agreed to be shown.
    listed: signature.listed ?? 'unlisted',
    lang: languageOf(signature.lang, texts),
    source: withoutTraces(signature.source ?? {}),
    challenge: solved,
  };
}

/**
 * Only a language of the petition, or one that the backend writes to people in: whatever else was sent
 * is not needed, and not vouched for.
 */
function languageOf(asked: string, texts: PetitionDefinition['texts']): string {
  const match = matchLanguage(asked, Object.keys(texts)) ?? matchLanguage(asked, spokenLanguages);
  return match ?? translationOf(texts, asked).lang;
}

/** To stay off the public list is open to everyone. */
function listingErrors(form: FormDefinition, listed: Listing = 'unlisted'): FieldError[] {
  const isOffered = listed === 'unlisted' || form.listing?.includes(listed) === true;
  return isOffered ? [] : [{field: 'listed', code: 'not-allowed'}];
}

function challengeErrors(form: FormDefinition, sent = '', solved?: SolvedChallenge): FieldError[] {
  return form.challenge && !solved ? [{field: 'challenge', code: sent ? 'invalid' : 'required'}] : [];
}

/**
 * That a proof of work is used is told together with what else is wrong. Where nothing is, storing it
 * tells, and not before: the signature that used it may be this very one, sent twice at a time.
 */
async function withUse(
  errors: readonly FieldError[],
  solved: SolvedChallenge | undefined,
  storage: Storage,
): Promise<FieldError[]> {
  const isUsed = solved !== undefined && (await storage.isChallengeUsed(solved));
  return isUsed ? [...errors, {field: 'challenge', code: 'invalid'}] : [...errors];
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

/** Queries and paths may tell who somebody is: of the referrer only the origin is kept. */
function withoutTraces({code, referrer, page}: SignatureSource): SignatureSource {
  const pageUrl = httpUrl(page);
  return {code, referrer: httpUrl(referrer)?.origin, page: pageUrl && sourcePage(pageUrl)};
}

function httpUrl(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
