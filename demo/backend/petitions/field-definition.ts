import * as v from 'valibot';
import {fieldShape} from '../../../src/backend/wire.ts';
import {isCustom, maxLengthOf} from '../../../src/model/validation.ts';
import {inLanguages} from './in-languages.ts';
import {size, words} from './written-values.ts';

/** The fields that every form may ask for; all others are the petition's own. */
const ofProtocol: ReadonlySet<string> = new Set([
  'givenName',
  'familyName',
  'name',
  'email',
  'country',
  'postalCode',
  'region',
  'city',
  'street',
  'phone',
  'birthDate',
  'organization',
  'comment',
]);
const ownName = /^x-[\w-]+$/;

/** In the very form that answers are brought into before they are compared with it. */
const answer = v.pipe(v.string(), v.trim(), v.normalize('NFC'), words);
const answers = v.pipe(v.array(answer), v.minLength(1, 'an empty list'));

const shapeSchema = v.strictObject({
  ...fieldShape().entries,
  name: words,
  when: v.optional(v.strictObject({field: words, in: answers})),
  maxLength: v.optional(size),
  label: v.optional(inLanguages(words)),
  options: v.optional(inLanguages(answers)),
});

/**
 * A field as a petition's makers write it. Its `options` are in the same order in all languages; what
 * is stored, and what the `when` of another field names, is the first language's.
 */
export type FieldDefinition = v.InferOutput<typeof shapeSchema>;

const optionLists = ({options}: FieldDefinition): readonly string[][] => Object.values(options ?? {});

const isKnown = ({name}: FieldDefinition): boolean => ofProtocol.has(name) || ownName.test(name);
const isDescribed = ({name, label}: FieldDefinition): boolean => !isCustom(name) || label !== undefined;
const isOwnWhereDescribed = ({name, label, type, options}: FieldDefinition): boolean =>
  isCustom(name) || (label ?? type ?? options) === undefined;
const hasOptionsIfSelect = ({type, options}: FieldDefinition): boolean => (type === 'select') === Boolean(options);
const hasSameOptions = (field: FieldDefinition): boolean =>
  new Set(optionLists(field).map(({length}) => length)).size <= 1;

/** An option is recognised in any language, so no two may have a text in common. */
function hasDistinctOptions(field: FieldDefinition): boolean {
  const options = optionLists(field).flatMap((list) => list.map((text, index) => ({text, index})));
  return options.every(({text, index}) => options.every((other) => other.text !== text || other.index === index));
}

const hasFittingOptions = (field: FieldDefinition): boolean =>
  optionLists(field).every((list) => list.every(({length}) => length <= maxLengthOf({...field, options: undefined})));

export const fieldDefinitionSchema = v.pipe(
  shapeSchema,
  v.check(isKnown, 'neither a field of the protocol nor one that begins with x-'),
  v.check(isDescribed, 'a field of your own needs a label'),
  v.check(isOwnWhereDescribed, 'a label, a type and options are for fields that begin with x-'),
  v.check(hasOptionsIfSelect, 'a select needs options, and no other field has any'),
  v.check(hasSameOptions, 'not as many options in one language as in another'),
  v.check(hasDistinctOptions, 'two options have a text in common'),
  v.check(hasFittingOptions, 'an option is longer than an answer may be'),
);
