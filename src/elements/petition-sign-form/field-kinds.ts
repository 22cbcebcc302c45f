import type {PetitionForm} from '../../backend/wire.ts';
import type {TextKey} from '../../i18n/catalogue.ts';

/** How a field of the protocol is asked for: its words, and what helps a browser to fill and a phone to type it. */
export interface FieldKind {
  readonly label: TextKey;
  readonly required: TextKey;
  readonly invalid: TextKey;
  readonly control: 'input' | 'select' | 'textarea';
  readonly type: 'text' | 'email';
  readonly autocomplete: 'given-name' | 'family-name' | 'email' | 'country' | 'postal-code' | 'off';
}

const input = {invalid: 'invalid.other', control: 'input', type: 'text'} as const;

const kinds: Readonly<Record<string, FieldKind>> = {
  givenName: {...input, label: 'field.givenName', required: 'required.givenName', autocomplete: 'given-name'},
  familyName: {...input, label: 'field.familyName', required: 'required.familyName', autocomplete: 'family-name'},
  email: {
    ...input,
    label: 'field.email',
    required: 'required.email',
    invalid: 'invalid.email',
    type: 'email',
    autocomplete: 'email',
  },
  country: {
    ...input,
    label: 'field.country',
    required: 'required.country',
    invalid: 'invalid.country',
    control: 'select',
    autocomplete: 'country',
  },
  postalCode: {...input, label: 'field.postalCode', required: 'required.postalCode', autocomplete: 'postal-code'},
  comment: {
    ...input,
    label: 'field.comment',
    required: 'required.comment',
    control: 'textarea',
    autocomplete: 'off',
  },
};

/** Undefined for a field that this version can't ask for. */
export const fieldKind = (name: string): FieldKind | undefined => kinds[name];

/**
 * Whether this version can do all that a form asks for. What it can't, it must not leave out: an answer
 * that is required, a yes or no that is to be said, a proof of work, data that is to travel sealed.
 */
export function isSignable({fields, consents, challenge, sealKey}: PetitionForm): boolean {
  const asksMore = fields.some(({name, required}) => required && !fieldKind(name));
  return !asksMore && consents.every(({kind}) => kind === 'checkbox') && !challenge && !sealKey;
}
