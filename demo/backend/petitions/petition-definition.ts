import * as z from 'zod/mini';
import {consentSchema, formSchema, nonEmpty, time} from '../../../src/backend/wire.ts';
import {judgeField} from '../../../src/model/validation.ts';
import {linkKinds, listings, petitionStatuses} from '../../../src/model/vocabulary.ts';
import {ruleOf} from './field-answers.ts';
import {fieldDefinitionSchema, type FieldDefinition} from './field-definition.ts';
import {inLanguages} from './in-languages.ts';

/*
 * A petition as its makers write it: in all its languages, before anyone has signed. Unknown members
 * are refused, since a misspelt optional one would otherwise be lost in silence.
 */

const size = z.int().check(z.positive());

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const petitionTextSchema = z.strictObject({
  title: nonEmpty,
  summary: z.string(),
  body: z.string(),
  imageAlt: z.optional(z.string()),
  outcome: z.optional(z.string()),
});

const consentDefinitionSchema = z.strictObject({...consentSchema.shape, text: inLanguages(nonEmpty)});

const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

/** What this backend can do: it opens nothing sealed. */
const formShapeSchema = z.strictObject({
  fields: z.array(fieldDefinitionSchema),
  consents: z.array(consentDefinitionSchema),
  listing: z.optional(
    z.array(z.enum(listings)).check(z.minLength(1), z.refine(areDistinct, 'a choice is there twice')),
  ),
  privacyUrl: formSchema.shape.privacyUrl,
  after: formSchema.shape.after,
  confirmation: formSchema.shape.confirmation,
  challenge: formSchema.shape.challenge,
});
type FormShape = z.infer<typeof formShapeSchema>;

/** What a refusal may be of beside fields and consents. */
const otherErrors = ['listed', 'challenge'];

/** A refusal names what it is of, so nothing may share a name. */
const hasDistinctNames = ({fields, consents}: FormShape): boolean =>
  areDistinct([...otherErrors, ...fields.map(({name}) => name), ...consents.map(({name}) => name)]);

/** A condition that no answer can meet would hide its field for good. */
function hasConditionsToMeet({fields}: FormShape): boolean {
  return fields.every(({name, when}) => {
    const other = fields.find((field) => field.name === when?.field && field.name !== name);
    return !when || (other !== undefined && when.in.every((text) => isAnswerTo(other, text)));
  });
}

const isAnswerTo = (field: FieldDefinition, text: string): boolean => judgeField(ruleOf(field), text) === undefined;

/** A signature that can't be confirmed would never count. */
const hasAddressToConfirm = ({confirmation, fields}: FormShape): boolean =>
  confirmation === 'none' || fields.some(({name, required, when}) => name === 'email' && required && !when);

const formDefinitionSchema = formShapeSchema.check(
  z.refine(hasDistinctNames, 'a name is there twice'),
  z.refine(hasConditionsToMeet, 'a “when” names no other field of the form, or what is no answer to it'),
  z.refine(hasAddressToConfirm, 'a form that confirms by email needs a required field “email” without a condition'),
);
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
