import type {ConsentAnswer, Signature} from '../../../src/model/signature.ts';
import {ticked, type FieldValues} from '../../../src/model/validation.ts';
import {listings, type Listing} from '../../../src/model/vocabulary.ts';
import {ProblemError} from '../http/problems.ts';
import type {FormDefinition} from '../petitions/petition-definition.ts';

type ConsentDefinition = FormDefinition['consents'][number];

const consentPrefix = 'consent.';
const given: ReadonlySet<string> = new Set(['on', 'yes']);
const withheld = 'no';

/** A ticked box's value where its form names none. */
const tickedByDefault = 'on';

/** A control that no person sees and scripts fill in. */
const honeypot = 'website';

/** What a form without JavaScript sends beside its fields and consents. */
const controls: ReadonlySet<string> = new Set(['lang', 'key', 'listed', honeypot]);

const isField = (name: string): boolean => !controls.has(name) && !name.startsWith(consentPrefix);

/** A signature as a plain form sends it: `givenName=…&consent.updates=on&lang=fr`. */
export function signatureFromForm(sent: URLSearchParams, form: FormDefinition): Signature {
  if (sent.getAll(honeypot).some((text) => text !== '')) throw new ProblemError('invalid');
  return {
    fields: fieldsFrom(sent, form),
    consents: form.consents.flatMap((consent) => consentFrom(sent, consent)),
    listed: listingFrom(sent.get('listed')),
    lang: sent.get('lang') ?? '',
  };
}

function fieldsFrom(sent: URLSearchParams, form: FormDefinition): FieldValues {
  const boxes = new Set(form.fields.filter(({type}) => type === 'checkbox').map(({name}) => name));
  const entries = [...sent].filter(([name]) => isField(name));
  return Object.fromEntries(
    entries.map(([name, text]) => [name, boxes.has(name) && text === tickedByDefault ? ticked : text]),
  );
}

/**
 * A box that is not ticked is not sent, and is withheld; a question that is not answered stays so. The
 * text shown is the form's present one: the form came from here.
 */
function consentFrom(sent: URLSearchParams, {name, kind, textId}: ConsentDefinition): ConsentAnswer[] {
  const said = sent.get(consentPrefix + name) ?? '';
  const isAnswered = kind === 'checkbox' || given.has(said) || said === withheld;
  return isAnswered ? [{name, given: given.has(said), textId}] : [];
}

const listingFrom = (text: string | null): Listing | undefined => listings.find((listing) => listing === text);
