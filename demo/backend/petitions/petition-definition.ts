import * as z from 'zod/mini';
import {consentSchema, fieldSchema, formSchema, nonEmpty, time} from '../../../src/backend/wire.ts';
import {linkKinds, petitionStatuses} from '../../../src/model/vocabulary.ts';

/*
 * A petition as its makers write it: in all its languages, before anyone has signed. Unknown members
 * are refused, since a misspelt optional one would otherwise be lost in silence.
 */

const size = z.int().check(z.positive());

const isLanguageTag = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

function inLanguages<Text extends z.ZodMiniType>(text: Text) {
  const language = nonEmpty.check(z.refine(isLanguageTag, 'not a language tag'));
  const texts = z.record(language, text);
  return texts.check(z.refine((languages) => Object.keys(languages).length > 0, 'no language'));
}

const petitionTextSchema = z.strictObject({
  title: nonEmpty,
  summary: z.string(),
  body: z.string(),
  imageAlt: z.optional(z.string()),
  outcome: z.optional(z.string()),
});

const consentDefinitionSchema = z.strictObject({...consentSchema.shape, text: inLanguages(nonEmpty)});

/** What this backend can do: it sends no mail, asks for no proof of work and opens nothing sealed. */
const formDefinitionSchema = z.strictObject({
  fields: z.array(fieldSchema),
  consents: z.array(consentDefinitionSchema),
  listing: formSchema.shape.listing,
  privacyUrl: formSchema.shape.privacyUrl,
  after: formSchema.shape.after,
  confirmation: z.literal('none'),
});
export type FormDefinition = z.infer<typeof formDefinitionSchema>;

export const petitionDefinitionSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  url: z.string(),
  status: z.enum(petitionStatuses),
  publishedAt: time,
  closesAt: z.optional(time),
  targets: z.array(z.strictObject({name: nonEmpty, role: z.optional(z.string()), response: z.optional(z.string())})),
  goal: z.optional(size),
  broughtIn: z.int().check(z.nonnegative()),
  image: z.optional(z.strictObject({src: nonEmpty, width: size, height: size})),
  allowedOrigins: z.optional(z.array(z.string().check(z.refine(isOrigin, 'not an origin')))),
  texts: inLanguages(petitionTextSchema),
  links: z.optional(z.array(z.strictObject({title: nonEmpty, url: nonEmpty, kind: z.enum(linkKinds)}))),
  form: formDefinitionSchema,
});
export type PetitionDefinition = z.infer<typeof petitionDefinitionSchema>;

export const organizationSchema = z.strictObject({id: nonEmpty, name: nonEmpty, url: z.optional(z.string())});
export type Organization = z.infer<typeof organizationSchema>;
