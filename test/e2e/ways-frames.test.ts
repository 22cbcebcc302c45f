import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {ElementHandle} from 'playwright-core';
import {describe, expect, onTestFinished} from 'vitest';
import {readPage} from './support/partner.ts';
import {expectCalm, it, signedBy, signThrough} from './support/partners.ts';
import {dna, somebody} from './support/petitions.ts';

const dist = join(import.meta.dirname, '../../dist');

describe('a signature arrives from a frame', () => {
  it.for([
    ['of the same origin', 'frame-same'],
    ['of another origin', 'frame-cross'],
    ['that is sandboxed, and may run scripts and nothing else', 'frame-sandboxed'],
    ['whose page is an attribute', 'frame-srcdoc'],
  ] as const)('%s', async ([, name], {demo, partner, open}) => {
    const visit = await open(partner.page(name));
    const frame = visit.page.frameLocator('iframe');
    await signThrough(demo, frame.locator('petition-campaign'));
    expectCalm(visit);
  });

  it('that is sandboxed, by the Enter key', async ({demo, partner, open}) => {
    const visit = await open(partner.page('frame-sandboxed'));
    const form = visit.page.frameLocator('iframe').locator('petition-sign-form');
    await form.locator('[name="email"]').press('Enter');
    await form.locator('[aria-invalid="true"]').first().waitFor();
    await signThrough(demo, visit.page.frameLocator('iframe').locator('petition-campaign'));
    expectCalm(visit);
  });
});

declare global {
  /** The element that a page has put into a closed shadow root. */
  var elementInClosedRoot: HTMLElement;
}

describe('a signature arrives from a closed shadow root', () => {
  it('with an element and the script in it', async ({demo, partner, open}) => {
    const visit = await open(partner.page('shadow-closed'));
    const element: ElementHandle<HTMLElement> = await visit.page.evaluateHandle(() => globalThis.elementInClosedRoot);
    const person = somebody();
    const control = (name: string) => element.waitForSelector(`petition-sign-form [name="${name}"]`);
    await (await control('givenName')).fill(person.givenName);
    await (await control('familyName')).fill(person.familyName);
    await (await control('email')).fill(person.email);
    await (await control('country')).selectOption(person.country);
    for (const consent of await element.$$('petition-sign-form [type="checkbox"]')) await consent.check();
    await (await element.waitForSelector('petition-sign-form [part="submit"]')).click();
    await element.waitForSelector('petition-sign-form [part="thanks"]');
    expect(signedBy(demo, person)).toEqual([dna.id]);
    expectCalm(visit);
  });
});

describe('a signature arrives from a page on disk', () => {
  async function onDisk(addresses: Readonly<Record<string, string>>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'petition-page-'));
    onTestFinished(() => rm(folder, {recursive: true, force: true}));
    await cp(dist, join(folder, 'petition'), {recursive: true});
    const file = join(folder, 'page.html');
    await writeFile(file, await readPage('async.html', addresses));
    return pathToFileURL(file).href;
  }

  it.for([
    ['with the script from disk', () => 'petition/embed.js'],
    ['with the script over HTTP', (host: string) => `${host}/embed.js`],
  ] as const)('%s', async ([, scriptOf], {demo, scripts, open}) => {
    const visit = await open(await onDisk({script: scriptOf(scripts.origin), backend: demo.backend}));
    await signThrough(demo, visit.page);
    expectCalm(visit);
  });
});
