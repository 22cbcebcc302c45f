import * as z from 'zod/mini';
import type {Count} from '../model/count.ts';
import type {Challenge} from '../model/challenge.ts';
import type {SignAnswer} from '../model/outcome.ts';
import type {Signature} from '../model/signature.ts';
import type {Supporter} from '../model/supporter.ts';
import {consentKinds, fieldErrorCodes, fieldTypes, linkKinds, listings, petitionStatuses} from '../model/vocabulary.ts';

/*
 * The shapes of the protocol, version 1: the one definition that the client, the reference backend
 * and its description share. Objects let members through that they don't know and drop them.
 */

// zod would compile its checks with `new Function`, which a strict Content-Security-Policy forbids.
z.config({jitless: true});

export const nonEmpty = z.string().check(z.minLength(1));
const natural = z.int().check(z.nonnegative());
export const time = z.iso.datetime({offset: true});

export const countSchema: z.ZodMiniType<Count> = z.object({
  total: natural,
  goal: z.optional(natural),
  asOf: time,
});

/** What the stream's `supporter` events carry, and the items of the supporters' list. */
export const supporterSchema: z.ZodMiniType<Supporter> = z.object({
  id: nonEmpty,
  name: z.optional(z.string()),
  country: z.optional(z.string()),
  comment: z.optional(z.string()),
  lang: z.optional(z.string()),
  signedAt: time,
});

export const fieldSchema = z.object({
  name: nonEmpty,
  required: z.boolean(),
  when: z.optional(z.object({field: nonEmpty, in: z.array(z.string())})),
  maxLength: z.optional(z.int().check(z.positive())),
  autocomplete: z.optional(z.string()),
  label: z.optional(z.string()),
  type: z.optional(z.enum(fieldTypes)),
  options: z.optional(z.array(z.string())),
});
export type FormField = z.infer<typeof fieldSchema>;

export const consentSchema = z.object({
  name: nonEmpty,
  kind: z.enum(consentKinds),
  required: z.boolean(),
  text: nonEmpty,
  textId: nonEmpty,
});
export type FormConsent = z.infer<typeof consentSchema>;

export const formSchema = z.object({
  fields: z.array(fieldSchema),
  consents: z.array(consentSchema),
  listing: z.optional(z.array(z.enum(listings))),
  privacyUrl: z.string(),
  after: z.optional(z.object({redirect: z.optional(z.string()), donate: z.optional(z.string())})),
  confirmation: z.enum(['email', 'none']),
  challenge: z.optional(z.literal('altcha')),
  sealKey: z.optional(z.string()),
});
export type PetitionForm = z.infer<typeof formSchema>;

const organizationSchema = z.object({
  id: nonEmpty,
  name: nonEmpty,
  url: z.optional(z.string()),
  logo: z.optional(z.object({src: z.string(), width: natural, height: natural})),
});

/** A petition in a list. */
export const petitionSummarySchema = z.object({
  id: nonEmpty,
  url: z.string(),
  status: z.enum(petitionStatuses),
  organization: organizationSchema,
  publishedAt: time,
  closesAt: z.optional(time),
  outcome: z.optional(z.string()),
  targets: z.array(z.object({name: nonEmpty, role: z.optional(z.string()), response: z.optional(z.string())})),
  lang: nonEmpty,
  languages: z.array(nonEmpty),
  title: nonEmpty,
  summary: z.string(),
  image: z.optional(z.object({src: z.string(), alt: z.string(), width: natural, height: natural})),
  count: countSchema,
});
export type PetitionSummary = z.infer<typeof petitionSummarySchema>;

export const petitionSchema = z.extend(petitionSummarySchema, {
  body: z.string(),
  links: z.optional(z.array(z.object({title: z.string(), url: z.string(), kind: z.enum(linkKinds)}))),
  form: formSchema,
});
export type Petition = z.infer<typeof petitionSchema>;

export const petitionListSchema = z.object({
  items: z.array(petitionSummarySchema),
  nextCursor: z.optional(nonEmpty),
});
export type PetitionList = z.infer<typeof petitionListSchema>;

export const signatureSchema: z.ZodMiniType<Signature> = z.object({
  fields: z.record(z.string(), z.string()),
  consents: z.array(z.object({name: nonEmpty, given: z.boolean(), textId: nonEmpty})),
  listed: z.optional(z.enum(listings)),
  lang: nonEmpty,
  source: z.optional(
    z.object({
      code: z.optional(z.string().check(z.maxLength(200))),
      referrer: z.optional(z.string().check(z.maxLength(2000))),
      page: z.optional(z.string().check(z.maxLength(2000))),
    }),
  ),
  challenge: z.optional(z.string().check(z.maxLength(8192))),
});

/** An ALTCHA challenge, version 2. What is signed goes back as it came, so nothing of it is dropped. */
export const challengeSchema: z.ZodMiniType<Challenge> = z.object({
  parameters: z.looseObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int(),
    keyLength: z.int(),
    keyPrefix: z.string(),
    expiresAt: z.optional(z.number()),
  }),
  signature: z.optional(z.string()),
});

export const signAnswerSchema: z.ZodMiniType<SignAnswer> = z.discriminatedUnion('status', [
  z.object({status: z.literal('counted'), count: countSchema}),
  z.object({status: z.literal('confirmation-sent')}),
]);

/** An error answer as RFC 9457 has it; only what a reader needs is asked for. */
export const problemSchema = z.object({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.int()),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({field: z.string(), code: z.enum(fieldErrorCodes)}))),
});
export type ProblemDocument = z.infer<typeof problemSchema>;
