import type {FormField, PetitionForm} from '../../backend/wire.ts';
import type {Texts} from '../../i18n/texts.ts';
import {isCustom} from '../../model/asked-fields.ts';
import {type FieldKind, text, usualKinds, words} from './usual-kinds.ts';

export type {FieldKind} from './usual-kinds.ts';

const number = {...text, inputmode: 'decimal', isLtr: true} as const;

const kinds: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>(
  Object.entries({
    ...usualKinds,
    name: {...words, label: 'field.name', required: 'required.name', autocomplete: 'name'},
    country: {
      ...text,
      label: 'field.country',
      required: 'required.country',
      invalid: 'invalid.country',
      control: 'select',
      autocomplete: 'country',
    },
    postalCode: {
      ...text,
      label: 'field.postalCode',
      required: 'required.postalCode',
      invalid: 'invalid.postalCode',
      autocomplete: 'postal-code',
      autocapitalize: 'characters',
      isLtr: true,
    },
    region: {...words, label: 'field.region', required: 'required.region', autocomplete: 'address-level1'},
    city: {...words, label: 'field.city', required: 'required.city', autocomplete: 'address-level2'},
    street: {...words, label: 'field.street', required: 'required.street', autocomplete: 'address-line1'},
    phone: {
      ...text,
      label: 'field.phone',
      required: 'required.phone',
      invalid: 'invalid.phone',
      type: 'tel',
      autocomplete: 'tel',
      inputmode: 'tel',
      isLtr: true,
    },
    birthDate: {
      ...text,
      label: 'field.birthDate',
      required: 'required.birthDate',
      invalid: 'invalid.birthDate',
      type: 'date',
      autocomplete: 'bday',
    },
    organization: {
      ...words,
      label: 'field.organization',
      required: 'required.organization',
      autocomplete: 'organization',
    },
    comment: {
      ...text,
      label: 'field.comment',
      required: 'required.comment',
      control: 'textarea',
      autocapitalize: 'sentences',
    },
  } satisfies Record<string, FieldKind>),
);

const customKinds: Readonly<Record<NonNullable<FormField['type']>, FieldKind>> = {
  text: {...text, required: 'required.other', autocapitalize: 'sentences', isProse: true},
  number: {...number, required: 'required.number', invalid: 'invalid.number'},
  date: {...text, required: 'required.date', invalid: 'invalid.date', type: 'date'},
  select: {...text, required: 'required.option', invalid: 'invalid.option', control: 'select'},
  checkbox: {...text, required: 'required.box', invalid: 'required.box', control: 'checkbox'},
};

/** Undefined for a field that this version can't ask for. */
export const fieldKind = ({name, type = 'text'}: FormField): FieldKind | undefined =>
  isCustom(name) ? customKinds[type] : kinds.get(name);

/** What a field is called, in the reader's language; undefined where the petition has a label of its own for it. */
export function usualLabel(field: FormField, texts: Texts): string | undefined {
  const label = fieldKind(field)?.label;
  return label && field.label === undefined ? texts.text(label) : undefined;
}

/** The petition's own label, in the petition's language. */
export const ownLabel = ({label, name}: FormField): string => label ?? name.replace(/^x-/, '');

/** Whether a form says something in the petition's own words. */
export const hasOwnTexts = ({fields, consents}: PetitionForm): boolean =>
  consents.length > 0 || fields.some(({label}) => label !== undefined);

/** Whether the page came over plain http, where a browser neither encrypts nor does proofs of work. */
export const isInsecure = (): boolean => 'isSecureContext' in globalThis && !isSecureContext;

/**
 * Whether this version can do all that a form asks for. What it can't, it must not leave out: an answer
 * that is required, data that is to travel sealed, a proof of work where the page can't do one.
 */
export function isSignable({fields, sealKey, challenge}: PetitionForm): boolean {
  if (sealKey || (challenge && isInsecure())) return false;
  return fields.every((field) => !field.required || fieldKind(field));
}
