import {join} from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {describe, expect, onTestFailed, onTestFinished} from 'vitest';
import * as v from 'valibot';
import {testBackend} from '../backend/support/backend.ts';
import {petition, river} from '../backend/support/fixtures.ts';
import {it} from './support.ts';
import {faults} from './support/fault-deck.ts';
import {FaultyProxy} from './support/faulty-proxy.ts';
import type {Site} from './support/site.ts';

const dist = join(import.meta.dirname, '../../dist');

const pages = 10;
const formsPerPage = 20;
const forms = pages * formsPerPage;

/** ms; a request that is never answered takes 15 s of them. */
const patience = 100_000;

const givenName = {name: 'givenName', required: true};
const bare = {...river.form, consents: []};
/** Asks for an address, by which somebody who signs twice is known. */
const addressed = petition('addressed', {form: {...bare, fields: [givenName, {name: 'email', required: true}]}});
/** Asks for nothing of the kind: only the Idempotency-Key keeps a signature from counting twice. */
const anonymous = petition('anonymous', {form: {...bare, fields: [givenName]}});

const petitions = [addressed, anonymous];

/** The same faults are dealt for the same seed. */
const seed = Number(process.env['FAULT_SEED'] ?? 20_261_122);

async function startProxy(backend: string): Promise<FaultyProxy> {
  // What becomes of a page whose script doesn't come is told elsewhere.
  const isSpared = (path: string): boolean => path.endsWith('.js');
  const proxy = await FaultyProxy.start({backend, seed, isSpared});
  onTestFinished(() => proxy.close());
  return proxy;
}

const everyForm = Array.from({length: forms}, (_, number) => number);
const signerOf = (number: number): string => `Signer ${number}`;
const petitionOf = (number: number): string => (number % 2 === 0 ? addressed : anonymous).id;

/** A page with some of the forms, each with its number as its id, and with both counts. */
function pageWith(site: Site, backend: string, numbers: readonly number[]): string {
  const counters = petitions.map(({id}) => `<petition-counter petition="${id}"></petition-counter>`);
  const filled = numbers.map(
    (number) => `<petition-sign-form id="${number}" petition="${petitionOf(number)}"></petition-sign-form>`,
  );
  return site.serve({
    body: `<script src="${backend}/embed.js" data-backend="${backend}"></script>${[...counters, ...filled].join('')}`,
  });
}

/** Waits until a form is there, and presses “Try again” for as long as it is not. */
async function loaded(form: Locator): Promise<void> {
  const retry = form.locator('[part="retry"][aria-disabled="false"]');
  const submit = form.locator('[part="submit"]');
  await submit.or(retry).waitFor();
  while (await retry.isVisible()) {
    await retry.click();
    await submit.or(retry).waitFor();
  }
}

/**
 * Hands a form in: the first of a page by Enter, as no thanks have taken the focus yet, the others by a
 * click or a double click.
 */
async function handIn(form: Locator, number: number): Promise<void> {
  if (number % formsPerPage === 0) return form.locator('[name="givenName"]').press('Enter');
  const submit = form.locator('[part="submit"]');
  return number % 3 === 0 ? submit.dblclick() : submit.click();
}

/** Fills in each form of a page as its number says. */
const fillIn = (page: Page): Promise<void> =>
  page.locator('petition-sign-form').evaluateAll((elements) => {
    const type = (control: HTMLInputElement | null | undefined, text: string): void => {
      if (!control) return;
      control.focus();
      control.value = text;
      control.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      control.blur();
    };
    for (const {id, shadowRoot} of elements) {
      type(shadowRoot?.querySelector<HTMLInputElement>('[name="givenName"]'), `Signer ${id}`);
      type(shadowRoot?.querySelector<HTMLInputElement>('[name="email"]'), `signer-${id}@water.example`);
    }
  });

async function signAll(page: Page, numbers: readonly number[]): Promise<void> {
  const all = numbers.map((number) => ({number, form: page.locator(`[id="${number}"]`)}));
  for (const {form} of all) await loaded(form);
  await fillIn(page);
  for (const {number, form} of all) await handIn(form, number);
}

/** The forms that don't thank, with what they say instead. */
const unthankful = (page: Page): Promise<string[]> =>
  page.locator('petition-sign-form').evaluateAll((elements) =>
    elements
      .filter((element) => !element.shadowRoot?.querySelector('[part="thanks"]'))
      .map((element) => {
        const said = element.shadowRoot?.querySelector('[part="waiting"], [part="failure"], [part="problem"], form');
        return `${element.id}: ${said?.textContent.replaceAll(/\s+/g, ' ') ?? ''}`;
      }),
  );

const fieldsSchema = v.object({givenName: v.string()});

describe('a bad connection', () => {
  it('loses no signature and counts none twice', async ({demo, site, open}) => {
    expect(demo.backend).not.toBe('');
    const backend = await testBackend({petitions, dist});
    const proxy = await startProxy(backend.url);
    onTestFailed(() => console.error(`FAULT_SEED=${seed}`, proxy.signing, proxy.other));

    const numbersOf = (page: number): number[] => everyForm.slice(page * formsPerPage, (page + 1) * formsPerPage);
    const visits = await Promise.all(
      Array.from({length: pages}, async (_, index) => {
        const {page} = await open(pageWith(site, proxy.url, numbersOf(index)));
        await signAll(page, numbersOf(index));
        return page;
      }),
    );
    for (const page of visits) await expect.poll(() => unthankful(page), {timeout: patience}).toEqual([]);
    await proxy.close();

    const rows = await backend.rows('SELECT fields FROM signature');
    const stored = rows.map(({fields}) => v.parse(fieldsSchema, JSON.parse(String(fields))).givenName);
    expect(stored.toSorted()).toEqual(everyForm.map(signerOf).toSorted());
    for (const {id, broughtIn} of petitions) expect((await backend.count(id)).total).toBe(broughtIn + forms / 2);

    for (const fault of faults) expect(proxy.signing.faults[fault], fault).toBeGreaterThan(0);
    const {signing, other} = proxy;
    const met = [signing, other].flatMap((tally) => Object.values(tally.faults)).reduce((sum, each) => sum + each, 0);
    expect(met / (signing.requests + other.requests)).toBeGreaterThan(0.25);
  });
});
