import {randomUUID} from 'node:crypto';
import type {Locator, Page} from 'playwright-core';
import * as v from 'valibot';
import {countSchema, petitionSchema} from '../../../src/backend/wire.ts';
import type {Count} from '../../../src/model/count.ts';

/** Two petitions of the demo, both of them signed without a mail to confirm. */
export const dna = {
  id: 'stop-dna-collection',
  title: 'China: Stop Collecting DNA from Entire Uyghur Population',
  /** What counted before the first signature here. */
  total: 5136,
};
export const bilash = {
  id: 'save-serikzhan-bilash',
  title: 'Let’s Honor Justice and Save Serikzhan Bilash',
  total: 271,
};

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly country: string;
}

/** Somebody whom nobody else in the tests is. */
export function somebody(): Person {
  const unique = randomUUID().slice(0, 8);
  return {
    givenName: 'Amina',
    familyName: `Turdi-${unique}`,
    email: `amina.${unique}@water.example`,
    country: 'DE',
  };
}

export async function countAt(backend: string, petition = dna.id): Promise<Count> {
  const answer = await fetch(`${backend}/v1/petitions/${petition}/count`);
  return v.parse(countSchema, await answer.json());
}

/** What the form sends for this person, who gives every consent that is asked for. */
export async function signatureOf(backend: string, person: Person, petition = dna.id): Promise<string> {
  const answer = await fetch(`${backend}/v1/petitions/${petition}?lang=en`);
  const {form, lang} = v.parse(petitionSchema, await answer.json());
  const consents = form.consents.map(({name, textId}) => ({name, textId, given: true}));
  return JSON.stringify({fields: person, consents, lang});
}

/** Signs over HTTP, as any client may. */
export function post(backend: string, body: string, key: string, petition = dna.id): Promise<Response> {
  return fetch(`${backend}/v1/petitions/${petition}/signatures`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body,
  });
}

/** Fills in the form, whatever language it is in, and gives the consents. */
export async function fillIn(within: Page | Locator, person: Person): Promise<void> {
  const form = within.locator('petition-sign-form');
  await form.locator('[name="givenName"]').fill(person.givenName);
  await form.locator('[name="familyName"]').fill(person.familyName);
  await form.locator('[name="email"]').fill(person.email);
  await form.locator('[name="country"]').selectOption(person.country);
  for (const consent of await form.getByRole('checkbox').all()) await consent.check();
}

/** Hands in the form and waits for the thanks. */
export async function signIn(within: Page | Locator, person: Person): Promise<void> {
  await fillIn(within, person);
  await within.locator('petition-sign-form [part="submit"]').click();
  await within.locator('petition-sign-form [part="thanks"]').waitFor();
}
