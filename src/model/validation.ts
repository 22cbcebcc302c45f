import {askedFields, type FieldRule, type FieldValues, isCustom, ticked} from './asked-fields.ts';
import {countries} from './countries.ts';
import type {FieldError} from './outcome.ts';
import type {ConsentAnswer} from './signature.ts';
import type {ConsentKind, FieldErrorCode} from './vocabulary.ts';

export {askedFields, type FieldRule, type FieldValues, isCustom, ticked} from './asked-fields.ts';

/** A `checkbox` that is required has to be ticked; a `yes-no` that is required has to be answered, either way. */
export interface ConsentRule {
  readonly name: string;
  readonly kind: ConsentKind;
  readonly required: boolean;
  readonly textId: string;
}

/** What needs a library's table to be judged: a form loads it only where it asks for such a field. */
export interface FormatTables {
  /** A phone number in E.164, or undefined for what is none. */
  readonly phoneNumber: (text: string, country: string | undefined) => string | undefined;
  /** Whether a postcode may be one of a country. */
  readonly isPostalCode: (text: string, country: string) => boolean;
}

/** What a form accepts where it names no `maxLength`, in UTF-16 code units, as `maxlength` counts in HTML. */
const maxLengths: Readonly<Record<string, number>> = {
  email: 254,
  country: 2,
  postalCode: 16,
  phone: 32,
  comment: 1000,
};
const otherMaxLength = 120;

export function maxLengthOf(rule: FieldRule): number {
  return rule.maxLength ?? maxLengths[rule.name] ?? otherMaxLength;
}

/** An address of the form local@domain.tld: as lenient as can be while catching what is surely no address. */
function isEmail(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@');
  return (
    rest.length === 0 &&
    /^[^\s"(),:;<>[\\\]]{1,64}$/.test(local) &&
    /^[^\s.@]+(\.[^\s.@]+)+$/.test(domain) &&
    /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)
  );
}

/** Control characters have no place in an answer; a comment may break its lines. */
function hasControls(name: string, text: string): boolean {
  return /\p{Cc}/u.test(name === 'comment' ? text.replaceAll(/[\t\n\r]/g, '') : text);
}

/** A day of the calendar, as `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Nobody was born before 1900 or will be tomorrow, which somewhere on earth it may be already. */
function isBirthDate(text: string): boolean {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return isDate(text) && text >= '1900-01-01' && text <= tomorrow;
}

function isOfType({type, options}: FieldRule, text: string): boolean {
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text);
    case 'date':
      return isDate(text);
    case 'select':
      return options?.includes(text) === true;
    case 'checkbox':
      return text === ticked;
    case 'text':
    case undefined:
      return true;
  }
}

function isValid(rule: FieldRule, text: string, values: FieldValues, tables: Partial<FormatTables>): boolean {
  const {name} = rule;
  if (hasControls(name, text)) return false;
  switch (name) {
    case 'email':
      return isEmail(text);
    case 'country':
      return countries().includes(text);
    case 'postalCode':
      return !values['country'] || tables.isPostalCode?.(text, values['country']) !== false;
    case 'phone':
      return !tables.phoneNumber || tables.phoneNumber(text, values['country']) !== undefined;
    case 'birthDate':
      return isBirthDate(text);
    default:
      return !isCustom(name) || isOfType(rule, text);
  }
}

/** Of normalized answers those to questions that are asked, given the others, in the form's order; no other is sent or kept. */
export function askedAnswers(rules: readonly FieldRule[], values: FieldValues): FieldValues {
  const answers = new Map(Object.entries(values));
  return Object.fromEntries(
    askedFields(rules, values).flatMap(({name}) => {
      const answer = answers.get(name);
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

/** The first of ten digits each: Arabic-Indic, Persian and Uyghur, full-width. */
const zeros = [0x660, 0x6f0, 0xff10];

/** What can't be seen comes along when a number or an address is pasted: marks of direction, joiners. */
const withoutInvisible = (text: string): string => text.replaceAll(/\p{Cf}/gu, '');

/** Digits of other scripts as ASCII ones, `٫` and `,` as a decimal point; `1,000` may be meant either way and stays. */
function asciiNumber(text: string): string {
  const digits = text.replaceAll(/[٠-٩۰-۹０-９]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
  });
  return digits.replace(/^(-?\d+)(?:٫(?=\d)|,(?!\d{3}$))(\d+)$/, '$1.$2');
}

const numeric: ReadonlySet<string> = new Set(['phone', 'postalCode', 'birthDate']);

const longestComposed = 1000;

function normalizeField(rule: FieldRule | undefined, name: string, text: string): string {
  const isNumeric = numeric.has(name) || (isCustom(name) && (rule?.type === 'number' || rule?.type === 'date'));
  const isMachineRead = isNumeric || name === 'email';
  const trimmed = (isMachineRead ? withoutInvisible(text) : text).trim();
  // Composing takes time that grows by the square: what is far too long is refused as it is.
  if (trimmed.length > longestComposed + (rule ? maxLengthOf(rule) : 0)) return trimmed;
  const composed = trimmed.normalize('NFC');
  return isNumeric ? asciiNumber(composed) : composed;
}

/**
 * Answers as they are judged and sent: trimmed, in Unicode form NFC, numbers in ASCII digits, without
 * the empty ones; a phone number, where there is a table for it, in E.164.
 */
export function normalizeFields(
  values: FieldValues,
  rules: readonly FieldRule[] = [],
  tables: Partial<FormatTables> = {},
): FieldValues {
  const entries = Object.entries(values).map(([name, text]) => {
    const rule = rules.find((each) => each.name === name);
    return [name, normalizeField(rule, name, text)] as const;
  });
  const normalized = Object.fromEntries(entries.filter(([, text]) => text !== ''));
  const {phone, country} = normalized;
  const number = phone && tables.phoneNumber?.(phone, country);
  return number ? {...normalized, phone: number} : normalized;
}

/**
 * What is wrong with one normalized answer, or undefined if nothing is.
 * @param values all answers: a postcode is judged by the country
 */
export function judgeField(
  rule: FieldRule,
  text: string | undefined,
  values: FieldValues = {},
  tables: Partial<FormatTables> = {},
): FieldErrorCode | undefined {
  if (!text) return rule.required ? 'required' : undefined;
  if (text.length > maxLengthOf(rule)) return 'too-long';
  return isValid(rule, text, values, tables) ? undefined : 'invalid';
}

function fieldErrors(rules: readonly FieldRule[], values: FieldValues, tables: Partial<FormatTables>): FieldError[] {
  const asked = askedFields(rules, values);
  const unknown = Object.keys(values).filter((name) => !rules.some((rule) => rule.name === name));
  return [
    ...asked.flatMap((rule) => {
      const code = judgeField(rule, values[rule.name], values, tables);
      return code ? [{field: rule.name, code}] : [];
    }),
    ...unknown.map((field): FieldError => ({field, code: 'not-allowed'})),
  ];
}

const isAnswered = (rule: ConsentRule, answer: ConsentAnswer): boolean =>
  answer.name === rule.name && (answer.given || rule.kind === 'yes-no');

function consentErrors(rules: readonly ConsentRule[], answers: readonly ConsentAnswer[]): FieldError[] {
  const missing = rules
    .filter((rule) => rule.required && !answers.some((answer) => isAnswered(rule, answer)))
    .map((rule): FieldError => ({field: rule.name, code: 'required'}));
  const unknown = answers
    .filter((answer) => !rules.some((rule) => rule.name === answer.name))
    .map((answer): FieldError => ({field: answer.name, code: 'not-allowed'}));
  return [...missing, ...unknown];
}

/**
 * Everything that is wrong with a filled form, in the form's order; empty if it may be sent.
 * The element and the backend judge by this same function, so what one lets through the other takes.
 * @param values normalized by {@link normalizeFields}
 */
export function judgeSignature(
  form: {readonly fields: readonly FieldRule[]; readonly consents: readonly ConsentRule[]},
  values: FieldValues,
  consents: readonly ConsentAnswer[],
  tables: Partial<FormatTables> = {},
): FieldError[] {
  return [...fieldErrors(form.fields, values, tables), ...consentErrors(form.consents, consents)];
}
