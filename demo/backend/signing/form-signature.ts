import type {ConsentAnswer, Signature} from '../../../src/model/signature.ts';
import {listings, type Listing} from '../../../src/model/vocabulary.ts';
import type {FormDefinition} from '../petitions/petition-definition.ts';

const consentPrefix = 'consent.';
const given: ReadonlySet<string> = new Set(['on', 'yes']);

/** What a form without JavaScript sends beside its fields and consents. */
const controls: ReadonlySet<string> = new Set(['lang', 'key', 'listed']);

const isField = (name: string): boolean => !controls.has(name) && !name.startsWith(consentPrefix);

/** A signature as a plain form sends it: `givenName=…&consent.updates=on&lang=fr`. */
export function signatureFromForm(sent: URLSearchParams, form: FormDefinition): Signature {
  return {
    fields: Object.fromEntries([...sent].filter(([name]) => isField(name))),
    consents: consentsFrom(sent, form),
    listed: listingFrom(sent.get('listed')),
    lang: sent.get('lang') ?? '',
  };
}

/** A box that is not ticked is not sent. The text shown is the form's present one: the form came from here. */
function consentsFrom(sent: URLSearchParams, form: FormDefinition): ConsentAnswer[] {
  return form.consents.map(({name, textId}) => ({
    name,
    given: given.has(sent.get(consentPrefix + name) ?? ''),
    textId,
  }));
}

const listingFrom = (text: string | null): Listing | undefined => listings.find((listing) => listing === text);
