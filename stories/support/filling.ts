import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {deep, until} from './dom.ts';
import {richForm} from './petitions.ts';

/** What a person does with a form, for stories and for tests. */

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const isControl = (element: Element | null): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

const find = (form: PetitionSignForm, selector: string): Element | null =>
  form.shadowRoot?.querySelector(selector) ?? null;

/** The form in there, once it can be filled in. */
export async function formIn(container: Element): Promise<PetitionSignForm> {
  const form = deep(container, 'petition-sign-form', PetitionSignForm);
  await until(() => find(form, 'form'), 'the form is there');
  return form;
}

/** What a person is asked for, as the form names it. */
export function control(form: PetitionSignForm, name: string): Control {
  const element = find(form, `[name="${name}"]`);
  if (isControl(element)) return element;
  throw new Error(`The form asks for no ${name}`);
}

/** One of a few, by the name of all and the value of the one. */
export function radio(form: PetitionSignForm, name: string, value: string): HTMLInputElement {
  const element = find(form, `[name="${name}"][value="${value}"]`);
  if (element instanceof HTMLInputElement) return element;
  throw new Error(`There is no ${value} of ${name}`);
}

/** The part of that name, to press it. */
export function part(form: PetitionSignForm, name: string): HTMLElement {
  const element = find(form, `[part=${name}]`);
  if (element instanceof HTMLElement) return element;
  throw new Error(`The form has no ${name}`);
}

/** Resolves once that part is shown. */
export async function partThere(form: PetitionSignForm, name: string): Promise<void> {
  await until(() => find(form, `[part=${name}]`), `${name} is there`);
}

/** Resolves once the countries can be chosen from, which they can when somebody comes to the form. */
export async function countriesThere(form: PetitionSignForm): Promise<void> {
  form.shadowRoot?.querySelector('form')?.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  const count = (): number => form.shadowRoot?.querySelectorAll('[name=country] option').length ?? 0;
  await until(() => count() > 200, 'the countries are there');
  await form.updateComplete;
}

/** Enters a value as a person does, without leaving the field. */
export function enter(form: PetitionSignForm, name: string, value: string): void {
  const field = control(form, name);
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
}

export const submitButton = (form: PetitionSignForm): HTMLElement => part(form, 'submit');

export function submit(form: PetitionSignForm): void {
  submitButton(form).click();
}

/** Leaves a field as a person does who moves on. */
export function leave(form: PetitionSignForm, name: string): void {
  control(form, name).focus();
  submitButton(form).focus();
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

/** Fills in all that {@link richForm} asks for. */
export async function fillAll(form: PetitionSignForm, lang = 'en'): Promise<void> {
  await fill(form, {
    organization: 'Analytical Engines',
    phone: '020 7946 0018',
    birthDate: '1985-12-10',
    city: 'London',
    street: '12 St James’s Square',
    'x-birthplace': 'Marylebone',
    'x-relatives': '2',
    'x-since': '2017-04-01',
    'x-role': richForm(lang).fields.find(({name}) => name === 'x-role')?.options?.[0] ?? '',
    comment: 'Because it matters',
  });
  await until(() => find(form, '[name=postalCode]'), 'the postcode is asked for');
  enter(form, 'postalCode', 'SW1Y 4JH');
  for (const name of ['x-press', 'consent.updates', 'consent.age']) control(form, name).click();
  radio(form, 'consent.partner', 'no').click();
  radio(form, 'listed', 'initials').click();
}
