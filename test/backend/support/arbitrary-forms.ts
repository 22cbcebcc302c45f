import * as fc from 'fast-check';
import * as v from 'valibot';
import type {FieldDefinition} from '../../../demo/backend/petitions/field-definition.ts';
import {
  petitionDefinitionSchema,
  type FormDefinition,
  type PetitionDefinition,
} from '../../../demo/backend/petitions/petition-definition.ts';
import {consentKinds, fieldTypes, listings} from '../../../src/model/vocabulary.ts';
import {petition} from './fixtures.ts';

/** What the petitions here are in. Options and labels may be in some of these only, in another order. */
export const languages = ['en', 'fr', 'ug-Latn'] as const;

const protocolFields = [
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
] as const;

type FieldBase = Pick<FieldDefinition, 'name' | 'required' | 'maxLength'>;

const baseOf = (name: fc.Arbitrary<string>, longest: number): fc.Arbitrary<FieldBase> =>
  fc.record(
    {name, required: fc.boolean(), maxLength: fc.integer({min: 1, max: longest})},
    {requiredKeys: ['name', 'required']},
  );

const protocolField: fc.Arbitrary<FieldDefinition> = baseOf(fc.constantFrom(...protocolFields), 300);

const ownName = fc.stringMatching(/^x-[\w-]{1,3}$/);

const someLanguages = fc.shuffledSubarray([...languages], {minLength: 1});

/** Texts in some languages, as many in each; the same everywhere or nowhere, as options have to be. */
const options: fc.Arbitrary<Record<string, string[]>> = fc
  .record({
    names: fc.uniqueArray(fc.constantFrom('yes', 'no', 'é', 'ئا', '1', 'constructor', 'a,5', 'true'), {minLength: 1}),
    inLanguages: someLanguages,
    isSame: fc.boolean(),
  })
  .map(({names, inLanguages, isSame}) =>
    Object.fromEntries(inLanguages.map((lang) => [lang, isSame ? names : names.map((name) => `${name} ${lang}`)])),
  );

const label = someLanguages.map((some) => Object.fromEntries(some.map((lang) => [lang, `Label in ${lang}`])));

const ownField: fc.Arbitrary<FieldDefinition> = fc
  .record({
    base: baseOf(ownName, 40),
    type: fc.option(fc.constantFrom(...fieldTypes), {nil: undefined}),
    label,
    options,
  })
  .map(({base: {name, required, maxLength}, type, label: words, options: lists}) => ({
    name,
    required,
    maxLength,
    label: words,
    type,
    options: type === 'select' ? lists : undefined,
  }));

const conditions: Readonly<Record<string, readonly string[]>> = {
  country: ['DE', 'GB', 'US', 'JP'],
  birthDate: ['1984-06-08'],
  email: ['a@water.example'],
};

/** What another field may make a condition of, as its makers write it. */
function decisiveAnswers({name, type, options: lists}: FieldDefinition): readonly string[] {
  if (type === 'select') return Object.values(lists ?? {})[0] ?? [];
  if (type === 'checkbox') return ['true'];
  if (type === 'number') return ['1', '2.5'];
  if (type === 'date') return ['2024-02-29'];
  return conditions[name] ?? ['yes', 'é'];
}

const conditionOn = (other: FieldDefinition): fc.Arbitrary<FieldDefinition['when']> =>
  fc.subarray([...decisiveAnswers(other)], {minLength: 1}).map((some) => ({field: other.name, in: some}));

/** Makes some fields depend on others, also on such as depend on others themselves, or on each other. */
function withConditions(fields: readonly FieldDefinition[]): fc.Arbitrary<FieldDefinition[]> {
  const conditional = fields.map((field) => {
    const others = fields.filter(({name}) => name !== field.name);
    if (others.length === 0) return fc.constant(field);
    const when = fc.constantFrom(...others).chain(conditionOn);
    const dependent = when.chain((condition) => fc.constant({...field, when: condition}));
    return fc.oneof({arbitrary: fc.constant(field), weight: 2}, {arbitrary: dependent, weight: 1});
  });
  return fc.tuple(...conditional);
}

const consent = fc.record({
  name: fc.oneof(fc.constantFrom('updates', 'processing', 'constructor', 'lang', '名'), fc.string({minLength: 1})),
  kind: fc.constantFrom(...consentKinds),
  required: fc.boolean(),
  textId: fc.string({minLength: 1}),
  text: label,
});

const formDefinition: fc.Arbitrary<FormDefinition> = fc.record(
  {
    fields: fc
      .uniqueArray(fc.oneof(protocolField, ownField), {selector: ({name}) => name, maxLength: 8})
      .chain(withConditions),
    consents: fc.uniqueArray(consent, {selector: ({name}) => name, maxLength: 3}),
    listing: fc.shuffledSubarray([...listings], {minLength: 1}),
    privacyUrl: fc.constant('https://water.example/privacy'),
    confirmation: fc.constantFrom('none', 'none', 'email'),
  },
  {requiredKeys: ['fields', 'consents', 'privacyUrl', 'confirmation']},
);

/** Who confirms by mail has an address, whatever else is answered. */
const withAddress = (form: FormDefinition): FormDefinition =>
  form.confirmation === 'none'
    ? form
    : {...form, fields: [{name: 'email', required: true}, ...form.fields.filter(({name}) => name !== 'email')]};

const texts = Object.fromEntries(languages.map((lang) => [lang, {title: `Title in ${lang}`, summary: '', body: ''}]));

/** A petition with a form of any kind that the backend takes. */
export const petitionDefinition: fc.Arbitrary<PetitionDefinition> = formDefinition
  .map((form) => petition('arbitrary', {texts, form: withAddress(form)}))
  .filter((definition) => v.safeParse(petitionDefinitionSchema, definition).success);
