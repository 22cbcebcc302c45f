import * as v from 'valibot';
import type {Count} from '../model/count.ts';
import type {Challenge} from '../model/challenge.ts';
import type {SignAnswer} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import type {Supporter} from '../model/supporter.ts';
import {consentKinds, fieldErrorCodes, fieldTypes, linkKinds, listings, petitionStatuses} from '../model/vocabulary.ts';
import {
  finite,
  ifObject,
  integer,
  integerFrom,
  natural,
  nonEmpty,
  optionalText,
  shape,
  text,
  texts,
  textUpTo,
  time,
} from './wire-values.ts';

/*
 * The shapes of the protocol, version 1: the one definition that the client, the reference backend
 * and its description share. Objects let members through that they don't know and drop them.
 */

export const countSchema: v.GenericSchema<Count> = shape({
  total: natural,
  goal: v.optional(natural),
  asOf: time,
});

/** What the stream's `supporter` events carry, and the items of the supporters' list. */
export const supporterSchema: v.GenericSchema<Supporter> = shape({
  id: nonEmpty,
  name: optionalText,
  country: optionalText,
  comment: optionalText,
  lang: optionalText,
  signedAt: time,
});

export const fieldSchema = shape({
  name: nonEmpty,
  required: v.boolean(),
  when: v.optional(shape({field: nonEmpty, in: v.array(text)})),
  maxLength: v.optional(integerFrom(1)),
  autocomplete: optionalText,
  label: optionalText,
  type: v.optional(v.picklist(fieldTypes)),
  options: v.optional(v.array(text)),
});
export type FormField = v.InferOutput<typeof fieldSchema>;

export const consentSchema = shape({
  name: nonEmpty,
  kind: v.picklist(consentKinds),
  required: v.boolean(),
  text: nonEmpty,
  textId: nonEmpty,
});
export type FormConsent = v.InferOutput<typeof consentSchema>;

const afterSchema = shape({redirect: optionalText, donate: optionalText});

export const formSchema = shape({
  fields: v.array(fieldSchema),
  consents: v.array(consentSchema),
  listing: v.optional(v.array(v.picklist(listings))),
  privacyUrl: text,
  after: v.optional(ifObject(() => afterSchema)),
  confirmation: v.picklist(['email', 'none']),
  challenge: v.optional(v.picklist(['altcha'])),
  sealKey: optionalText,
});
export type PetitionForm = v.InferOutput<typeof formSchema>;

const organizationSchema = shape({
  id: nonEmpty,
  name: nonEmpty,
  url: optionalText,
  logo: v.optional(shape({src: text, width: natural, height: natural})),
});

/** A petition in a list. */
export const petitionSummarySchema = shape({
  id: nonEmpty,
  url: text,
  status: v.picklist(petitionStatuses),
  organization: organizationSchema,
  publishedAt: time,
  closesAt: v.optional(time),
  outcome: optionalText,
  targets: v.array(shape({name: nonEmpty, role: optionalText, response: optionalText})),
  lang: nonEmpty,
  languages: v.array(nonEmpty),
  title: nonEmpty,
  summary: text,
  image: v.optional(shape({src: text, alt: text, width: natural, height: natural})),
  count: countSchema,
});
export type PetitionSummary = v.InferOutput<typeof petitionSummarySchema>;

export const petitionSchema = shape({
  ...petitionSummarySchema.entries,
  body: text,
  links: v.optional(v.array(shape({title: text, url: text, kind: v.picklist(linkKinds)}))),
  form: formSchema,
});
export type Petition = v.InferOutput<typeof petitionSchema>;

export const petitionListSchema = shape({
  items: v.array(petitionSummarySchema),
  nextCursor: v.optional(nonEmpty),
});
export type PetitionList = v.InferOutput<typeof petitionListSchema>;

const sourceSchema = shape({
  code: v.optional(textUpTo(200)),
  referrer: v.optional(textUpTo(2000)),
  page: v.optional(textUpTo(2000)),
});

export const signatureSchema: v.GenericSchema<Signature> = shape({
  fields: texts,
  consents: v.array(shape({name: nonEmpty, given: v.boolean(), textId: nonEmpty})),
  listed: v.optional(v.picklist(listings)),
  lang: nonEmpty,
  source: v.optional(ifObject(() => sourceSchema)),
  challenge: v.optional(textUpTo(8192)),
});

const parametersSchema = shape({
  algorithm: text,
  nonce: text,
  salt: text,
  cost: integer,
  keyLength: integer,
  keyPrefix: text,
  expiresAt: v.optional(finite),
});

/** An ALTCHA challenge, version 2. What is signed goes back as it came, so nothing of it is dropped. */
export const challengeSchema: v.GenericSchema<Challenge> = shape({
  parameters: v.custom<Challenge['parameters']>((json) => v.is(parametersSchema, json)),
  signature: optionalText,
});

const countedSchema = shape({status: v.picklist(['counted']), count: countSchema});
const sentSchema = shape({status: v.picklist(['confirmation-sent'])});

export const signAnswerSchema: v.GenericSchema<SignAnswer> = v.lazy((json) =>
  v.is(sentSchema, json) ? sentSchema : countedSchema,
);

/** An error answer as RFC 9457 has it; only what a reader needs is asked for. */
export const problemSchema = shape({
  type: optionalText,
  title: optionalText,
  status: v.optional(integer),
  detail: optionalText,
  errors: v.optional(v.array(shape({field: text, code: v.picklist(fieldErrorCodes)}))),
});
export type ProblemDocument = v.InferOutput<typeof problemSchema>;

/** What JSON says, if it is of this shape. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, json: unknown): T | undefined {
  const {success, output} = v.safeParse(schema, json);
  return success ? output : undefined;
}
