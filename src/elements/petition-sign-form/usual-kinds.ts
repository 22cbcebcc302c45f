import type {TextKey} from '../../i18n/catalogue.ts';

/** How a field is asked for: its words, and what helps a browser to fill and a phone to type it. */
export interface FieldKind {
  readonly label?: TextKey;
  readonly required: TextKey;
  readonly invalid: TextKey;
  readonly control: 'input' | 'select' | 'textarea' | 'checkbox';
  readonly type: 'text' | 'email' | 'tel' | 'date';
  readonly autocomplete: string;
  readonly inputmode?: 'email' | 'tel' | 'decimal';
  readonly autocapitalize?: 'off' | 'words' | 'characters' | 'sentences';
  /** Written from left to right in any language. */
  readonly isLtr?: true;
  /** Of words, which a browser may check. */
  readonly isProse?: true;
}

export const text = {invalid: 'invalid.other', control: 'input', type: 'text', autocomplete: 'off'} as const;
export const words = {...text, autocapitalize: 'words'} as const;
/** What nearly every petition asks for: it is painted before the petition is there. */
export const usualKinds = {
  givenName: {...words, label: 'field.givenName', required: 'required.givenName', autocomplete: 'given-name'},
  familyName: {...words, label: 'field.familyName', required: 'required.familyName', autocomplete: 'family-name'},
  email: {
    ...text,
    label: 'field.email',
    required: 'required.email',
    invalid: 'invalid.email',
    type: 'email',
    autocomplete: 'email',
    inputmode: 'email',
    autocapitalize: 'off',
    isLtr: true,
  },
} as const satisfies Readonly<Record<string, FieldKind>>;
