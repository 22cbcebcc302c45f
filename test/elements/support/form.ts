import type {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import {one, shadowOf, until} from '../../support/dom.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (element: Element | null): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

/** What a person is asked for, as the form names it. */
export function control(form: PetitionSignForm, name: string): Control {
  const element = shadowOf(form).querySelector(`[name="${name}"]`);
  if (isControl(element)) return element;
  throw new Error(`The form asks for no ${name}`);
}

export const box = (form: PetitionSignForm, consent: string): HTMLInputElement =>
  one(shadowOf(form), `[name="consent.${consent}"]`, HTMLInputElement);

/** Resolves once the countries can be chosen from. */
export async function countriesThere(form: PetitionSignForm): Promise<void> {
  await until(() => shadowOf(form).querySelectorAll('option').length > 200, 'the countries are there');
}

/** Enters a value as a person does, without leaving the field. */
export function enter(form: PetitionSignForm, name: string, value: string): void {
  const field = control(form, name);
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

export const ada = {
  givenName: 'Ada',
  familyName: 'Lovelace',
  email: 'ada@example.org',
  country: 'GB',
} as const;

/** Fills in all that is required, and what else is given. */
export async function fill(form: PetitionSignForm, values: Readonly<Record<string, string>> = {}): Promise<void> {
  await countriesThere(form);
  for (const [name, value] of Object.entries({...ada, ...values})) enter(form, name, value);
}

export const submitButton = (form: PetitionSignForm): HTMLElement => one(shadowOf(form), '[part=submit]');

export function submit(form: PetitionSignForm): void {
  submitButton(form).click();
}

/** All that is in the fields now. */
export const valuesOf = (form: PetitionSignForm): Record<string, string> =>
  Object.fromEntries(
    [...shadowOf(form).querySelectorAll('input:not([type=checkbox]), select, textarea')]
      .filter(isControl)
      .map(({name, value}) => [name, value]),
  );

/** What is said of a field, as its control refers to it. */
export function errorOf(form: PetitionSignForm, name: string): string | undefined {
  const field = control(form, name);
  const id = field.getAttribute('aria-describedby');
  if (field.getAttribute('aria-invalid') !== 'true') return undefined;
  return id === null ? '' : shadowOf(form).getElementById(id)?.textContent.trim();
}

/** What the form says aloud. */
export const alertOf = (form: PetitionSignForm): string => one(shadowOf(form), '[role=alert]').textContent.trim();

/** The fields that are marked as wrong, in order. */
export const wrongFields = (form: PetitionSignForm): string[] =>
  [...shadowOf(form).querySelectorAll('[aria-invalid=true]')].filter(isControl).map(({name}) => name);
