import * as v from 'valibot';
import {consentShape, formShape} from '../../../src/backend/wire.ts';
import {judgeField} from '../../../src/model/validation.ts';
import {linkKinds, listings, petitionStatuses} from '../../../src/model/vocabulary.ts';
import {ruleOf} from './field-answers.ts';
import {fieldDefinitionSchema, type FieldDefinition} from './field-definition.ts';
import {inLanguages} from './in-languages.ts';
import {amount, moment, size, words} from './written-values.ts';

/*
 * A petition as its makers write it: in all its languages, before anyone has signed. Unknown members
 * are refused, since a misspelt optional one would otherwise be lost in silence.
 */

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const petitionTextSchema = v.strictObject({
  title: words,
  summary: v.string(),
  body: v.string(),
  imageAlt: v.optional(v.string()),
  outcome: v.optional(v.string()),
});

const consentDefinitionSchema = v.strictObject({
  ...consentShape().entries,
  name: words,
  textId: words,
  text: inLanguages(words),
});

const areDistinct = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;

const shown = formShape().entries;

/** What this backend can do: it opens nothing sealed. */
const formShapeSchema = v.strictObject({
  fields: v.array(fieldDefinitionSchema),
  consents: v.array(consentDefinitionSchema),
  listing: v.optional(
    v.pipe(
      v.array(v.picklist(listings)),
      v.minLength(1, 'an empty list'),
      v.check((choices) => areDistinct(choices), 'a choice is there twice'),
    ),
  ),
  privacyUrl: shown.privacyUrl,
  after: shown.after,
  confirmation: shown.confirmation,
  challenge: shown.challenge,
});
type FormShape = v.InferOutput<typeof formShapeSchema>;

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

const formDefinitionSchema = v.pipe(
  formShapeSchema,
  v.check(hasDistinctNames, 'a name is there twice'),
  v.check(hasConditionsToMeet, 'a “when” names no other field of the form, or what is no answer to it'),
  v.check(hasAddressToConfirm, 'a form that confirms by email needs a required field “email” without a condition'),
);
export type FormDefinition = v.InferOutput<typeof formDefinitionSchema>;

export const petitionDefinitionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
  url: v.string(),
  status: v.picklist(petitionStatuses),
  publishedAt: moment,
  closesAt: v.optional(moment),
  targets: v.array(v.strictObject({name: words, role: v.optional(v.string()), response: v.optional(v.string())})),
  goal: v.optional(size),
  broughtIn: amount,
  image: v.optional(
    v.strictObject({
      src: words,
      width: size,
      height: size,
      srcset: v.optional(v.array(v.strictObject({src: words, width: size}))),
    }),
  ),
  allowedOrigins: v.optional(v.array(v.pipe(v.string(), v.check(isOrigin, 'not an origin')))),
  texts: inLanguages(petitionTextSchema),
  links: v.optional(v.array(v.strictObject({title: words, url: words, kind: v.picklist(linkKinds)}))),
  form: formDefinitionSchema,
});
export type PetitionDefinition = v.InferOutput<typeof petitionDefinitionSchema>;

export const organizationSchema = v.strictObject({
  id: words,
  name: words,
  url: v.optional(v.string()),
  logo: v.optional(v.strictObject({src: words, width: size, height: size})),
});
export type Organization = v.InferOutput<typeof organizationSchema>;
