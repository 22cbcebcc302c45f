import type {Locator, Page} from 'playwright-core';
import {expect} from 'vitest';
import {it as base} from '../support.ts';
import {type Demo, rowsIn} from './demo.ts';
import {startPartner} from './partner.ts';
import {dna, type Person, signIn, somebody} from './petitions.ts';
import {startScriptHost} from './script-host.ts';
import type {Visit, Visiting} from './visit.ts';

/** A test with the script, a partner's pages and the backend, each of an origin of its own. */
export const it = base
  // The demo has built the script by then.
  .extend('scripts', async ({demo}, {onCleanup}) => {
    expect(demo.backend).not.toBe('');
    const scripts = await startScriptHost();
    onCleanup(() => scripts.close());
    return scripts;
  })
  .extend('partner', async ({demo, scripts}, {onCleanup}) => {
    const script = (folder: string): string => `${scripts.origin}${folder}/embed.js`;
    const addresses = {script: script(''), newer: script('/newer'), older: script('/older'), backend: demo.backend};
    const partner = await startPartner(addresses);
    onCleanup(() => partner.close());
    return partner;
  });

/** The petitions that somebody's signature has reached, as the backend's database has them. */
export const signedBy = (demo: Demo, {email}: Person): string[] =>
  rowsIn(demo.dataDir, 'SELECT petition_id, mailbox FROM signature')
    .filter(({mailbox}) => mailbox === email)
    .map((row) => String(row['petition_id']));

/** Signs through a form as a person does, and sees to it that the backend has the signature. */
export async function signThrough(demo: Demo, within: Page | Locator, petition: string = dna.id): Promise<void> {
  const person = somebody();
  await signIn(within, person);
  expect(signedBy(demo, person)).toEqual([petition]);
}

/** Nothing was complained of so far. */
export function expectCalm({errors, warnings}: Visit): void {
  expect([...errors, ...warnings]).toEqual([]);
}

/** What our script has said on the console. */
export const saidIn = ({errors, warnings}: Visit): string[] =>
  [...errors, ...warnings].filter((line) => line.startsWith('petition-widgets: '));

/** The petitions on a page, each with what stands before it and around it. */
export const placesOn = (page: Page): Promise<string[]> =>
  page.locator('petition-campaign').evaluateAll((elements) =>
    elements.map((element) => {
      const before = element.previousElementSibling?.localName ?? 'nothing';
      const around = element.parentElement;
      const inside = around?.id || around?.localName || 'a shadow root';
      return `${element.getAttribute('petition')} after ${before} in ${inside}`;
    }),
  );

/** Errors that nobody has caught; those on the console name their file. */
export const uncaughtIn = ({errors}: Visit): string[] => errors.filter((error) => !/ \((?:\w+:\S*)?\)$/.test(error));

/**
 * Opens a page without waiting for all of it, as parts of the script may be held back, with a clock that can be
 * put forward.
 */
export async function openHeld(open: Visiting, url: string): Promise<Visit> {
  const visit = await open('about:blank');
  await visit.page.clock.install();
  await visit.page.goto(url, {waitUntil: 'commit'});
  return visit;
}
