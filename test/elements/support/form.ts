import {html, nothing} from 'lit';
import type {FormConsent, FormField, PetitionForm} from '../../../src/backend/wire.ts';
import type {PetitionClient} from '../../../src/backend/client.ts';
import {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient, type FakeClientOptions} from '../../../stories/support/fake-client.ts';
import {type Control, control, isControl} from '../../../stories/support/filling.ts';
import {petitionIn, richForm} from '../../../stories/support/petitions.ts';
import {fixture, one, shadowOf, type Surroundings, until} from '../../support/dom.ts';
import {petition, plain, settled} from './page.ts';

export {
  ada,
  type Control,
  control,
  countriesThere,
  enter,
  fill,
  fillAll,
  leave,
  radio,
  submit,
  submitButton,
} from '../../../stories/support/filling.ts';

const shown = new Set<PetitionSignForm>();

/** What was signed would go on being delivered in a page's other tests, and what is kept be taken up there. */
export function endDeliveries(): void {
  for (const form of shown) {
    form.shadowRoot?.querySelector<HTMLElement>('[part=stop]')?.click();
    form.reset();
  }
  shown.clear();
}

afterEach(endDeliveries);

/** Has the form's delivery end with the test. */
export function endsWithTest(form: PetitionSignForm): PetitionSignForm {
  shown.add(form);
  return form;
}

export interface FormOptions extends Surroundings {
  readonly source?: string;
  readonly prefill?: boolean;
  readonly draft?: boolean;
  readonly keepOffline?: boolean;
  /** Another petition than all tests sign. */
  readonly petition?: string;
}

/** A form in the page, before it has read its petition. */
export async function newForm(
  client: PetitionClient,
  {source, prefill = false, draft = false, keepOffline = false, petition: id = petition, ...around}: FormOptions = {},
): Promise<PetitionSignForm> {
  const container = await fixture(
    html`<petition-sign-form
        petition=${id}
        source=${source ?? nothing}
        ?prefill=${prefill}
        ?draft=${draft}
        ?keep-offline=${keepOffline}
        .client=${client}
      ></petition-sign-form>`,
    {lang: 'en', ...around},
  );
  return endsWithTest(one(container, 'petition-sign-form', PetitionSignForm));
}

/** A form in the page that can be filled in, or says why not. */
export async function formOf(client: PetitionClient, options?: FormOptions): Promise<PetitionSignForm> {
  const form = await newForm(client, options);
  await settled(form);
  await form.updateComplete;
  return form;
}

/** Has somebody come to the form: what judging and sending takes is there after that. */
export async function comeTo(form: PetitionSignForm): Promise<PetitionSignForm> {
  shadowOf(form)
    .querySelector('form')
    ?.dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
  await form.updateComplete;
  return form;
}

export const usual = petitionIn('en').form;

/** A client of a petition whose form differs from the usual one. */
export const asking = (changes: Partial<PetitionForm>, options: FakeClientOptions = {}): FakeClient =>
  new FakeClient({}, {...options, form: (lang) => ({...petitionIn(lang).form, ...changes})});

export const withFields = (...fields: FormField[]): FakeClient => asking({fields});

/** A client of a petition that asks for all that can be asked for. */
export const askingAll = (options: FakeClientOptions = {}): FakeClient =>
  new FakeClient({}, {...options, form: richForm});

/** A box that has to be ticked. */
export const required = (name: string): FormConsent => ({
  name,
  kind: 'checkbox',
  required: true,
  text: 'I am over 16.',
  textId: `${name}-1`,
});

/** A question that is answered with yes or no. */
export const question = (name: string, isRequired = false): FormConsent => ({
  name,
  kind: 'yes-no',
  required: isRequired,
  text: 'May we write to you?',
  textId: `${name}-1`,
});

export const box = (form: PetitionSignForm, consent: string): HTMLInputElement =>
  one(shadowOf(form), `[name="consent.${consent}"]`, HTMLInputElement);

/** The values that are chosen of a few: one or none. */
export const chosen = (form: PetitionSignForm, name: string): string[] =>
  [...shadowOf(form).querySelectorAll<HTMLInputElement>(`[name="${name}"]`)]
    .filter(({checked}) => checked)
    .map(({value}) => value);

/** The group of a question or a choice. */
export const groupOf = (form: PetitionSignForm, name: string): HTMLElement => {
  const group = shadowOf(form).querySelector(`[name="${name}"]`)?.closest('[role=radiogroup]');
  if (group instanceof HTMLElement) return group;
  throw new Error(`There is no group of ${name}`);
};

const isOn = (each: Control): boolean => !(each instanceof HTMLInputElement) || each.checked;

/** All that is in the fields now, by name: what is entered, ticked and chosen. */
export const valuesOf = (form: PetitionSignForm): Record<string, string> =>
  Object.fromEntries(
    [...shadowOf(form).querySelectorAll('input, select, textarea')]
      .filter(isControl)
      .filter((each) => each.type !== 'radio' || isOn(each))
      .map((each) => [each.name, each.type === 'checkbox' && !isOn(each) ? '' : each.value]),
  );

/** A field's control, or the group of a question. */
function judged(form: PetitionSignForm, name: string): HTMLElement {
  const field = control(form, name);
  return field.type === 'radio' ? groupOf(form, name) : field;
}

/** What a field, a question or a choice is described by. */
export function descriptionOf(form: PetitionSignForm, name: string): string | undefined {
  const id = judged(form, name).getAttribute('aria-describedby');
  const description = id === null ? undefined : shadowOf(form).getElementById(id);
  if (id !== null && !description) throw new Error(`${name} is described by ${id}, which is not there`);
  return description ? plain(description.textContent) : undefined;
}

/** What is said to be wrong with a field, as its control refers to it. */
export function errorOf(form: PetitionSignForm, name: string): string | undefined {
  if (judged(form, name).getAttribute('aria-invalid') !== 'true') return undefined;
  return descriptionOf(form, name) ?? '';
}

/** What the form says aloud, at once. */
export const alertOf = (form: PetitionSignForm): string => one(shadowOf(form), '[role=alert]').textContent.trim();

/** The same, as it is shown: it keeps up with what is mended. */
export const failureOf = (form: PetitionSignForm): string =>
  plain(shadowOf(form).querySelector('[part=failure]')?.textContent ?? '');

/** What the form says aloud, once nothing else is said. */
export const statusOf = (form: PetitionSignForm): string => plain(one(shadowOf(form), '[role=status]').textContent);

/** The fields and questions that are marked as wrong, in order. */
export const wrongFields = (form: PetitionSignForm): string[] =>
  [...shadowOf(form).querySelectorAll('[aria-invalid=true]')].map((each) => {
    const field = isControl(each) ? each : each.querySelector('input');
    return field?.name ?? '';
  });

export const focusedIn = (form: PetitionSignForm): Element | null => shadowOf(form).activeElement;

export const labelOf = (form: PetitionSignForm, name: string): string =>
  plain(Array.from(control(form, name).labels ?? [], (label) => label.textContent).join(' '));

/** The names of what is asked for, in order; what nobody meets is not among them. */
export const askedIn = (form: PetitionSignForm): string[] => [
  ...new Set(
    [...shadowOf(form).querySelectorAll('input, select, textarea')]
      .filter((each) => isControl(each) && !each.closest('[inert]'))
      .map((each) => (isControl(each) ? each.name : '')),
  ),
];

/** What is said of a signature that waits. */
export const waitingOf = (form: PetitionSignForm): string => {
  const block = shadowOf(form).querySelector('[part=waiting]');
  return block ? plain(block.textContent) : '';
};

/** Resolves once the form says that its signature waits, and why. */
export async function waits(form: PetitionSignForm, why = ''): Promise<void> {
  await until(
    () => shadowOf(form).querySelector('[part=waiting]') && waitingOf(form).includes(why),
    `it waits: ${why}`,
  );
}
