import {countries} from './countries.ts';
import type {FieldError} from './outcome.ts';
import type {ConsentAnswer} from './signature.ts';
import type {FieldErrorCode} from './vocabulary.ts';

/** What was entered, by field name; an empty or missing value is no answer. */
export type FieldValues = Readonly<Record<string, string>>;

/** A field that a form asks for; `when`: only if another field has one of these values. */
export interface FieldRule {
  readonly name: string;
  readonly required: boolean;
  readonly maxLength?: number | undefined;
  readonly when?: {readonly field: string; readonly in: readonly string[]} | undefined;
}

export interface ConsentRule {
  readonly name: string;
  readonly required: boolean;
  readonly textId: string;
}

/** What a form accepts where it names no `maxLength`, in UTF-16 code units, as `maxlength` counts in HTML. */
const maxLengths: Readonly<Record<string, number>> = {email: 254, country: 2, postalCode: 16, comment: 1000};
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

const isValid = (name: string, text: string): boolean => {
  if (hasControls(name, text)) return false;
  if (name === 'email') return isEmail(text);
  return name !== 'country' || countries.includes(text);
};

/** Whether the form asks for this field, given what else was entered. */
export function isAsked(rule: FieldRule, values: FieldValues): boolean {
  return !rule.when || rule.when.in.includes(values[rule.when.field] ?? '');
}

/** Of normalized answers those to questions that are asked, given the others; no other is sent or kept. */
export function askedAnswers(rules: readonly FieldRule[], values: FieldValues): FieldValues {
  const asked = new Set(rules.filter((rule) => isAsked(rule, values)).map(({name}) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => asked.has(name)));
}

/** Answers as they are judged and sent: trimmed, in Unicode form NFC, without the empty ones. */
export function normalizeFields(values: FieldValues): FieldValues {
  const entries = Object.entries(values).map(([name, text]) => [name, text.trim().normalize('NFC')] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** What is wrong with one normalized answer, or undefined if nothing is. */
export function judgeField(rule: FieldRule, text: string | undefined): FieldErrorCode | undefined {
  if (!text) return rule.required ? 'required' : undefined;
  if (text.length > maxLengthOf(rule)) return 'too-long';
  return isValid(rule.name, text) ? undefined : 'invalid';
}

function fieldErrors(rules: readonly FieldRule[], values: FieldValues): FieldError[] {
  const asked = rules.filter((rule) => isAsked(rule, values));
  const unknown = Object.keys(values).filter((name) => !rules.some((rule) => rule.name === name));
  return [
    ...asked.flatMap((rule) => {
      const code = judgeField(rule, values[rule.name]);
      return code ? [{field: rule.name, code}] : [];
    }),
    ...unknown.map((field): FieldError => ({field, code: 'not-allowed'})),
  ];
}

function consentErrors(rules: readonly ConsentRule[], answers: readonly ConsentAnswer[]): FieldError[] {
  const missing = rules
    .filter((rule) => rule.required && !answers.some((answer) => answer.name === rule.name && answer.given))
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
): FieldError[] {
  return [...fieldErrors(form.fields, values), ...consentErrors(form.consents, consents)];
}

/** One person's mailbox, whatever the spelling: what a repeated signing is recognised by. */
export function mailboxOf(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}
