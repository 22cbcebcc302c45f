import {describe, expect} from 'vitest';
import {signWithKeys, signWithMouse, tabTo} from './support/by-hand.ts';
import {it} from './support/hostile.ts';
import type {Hostility} from './support/hostile-site.ts';
import {countAt, dna, somebody} from './support/petitions.ts';

/** What a page's scripts have done before the tag's runs, by what that is. */
const scripts: Readonly<Record<string, Hostility>> = {
  'adds to every object, array, text and function': {files: ['hostile-extended.js']},
  'uses Prototype as it was in 2008': {files: ['hostile-prototype.js']},
  'uses MooTools as it was in 2009': {files: ['hostile-mootools.js']},
  'uses core-js': {files: ['core-js.js']},
  'uses Bootstrap’s scripts': {files: ['bootstrap.js']},
  'freezes what the browser comes with': {files: ['hostile-frozen.js']},
  'puts getters on every object': {files: ['hostile-getters.js']},
  'asks to be asked about elements': {files: ['hostile-registry.js']},
  'defines modules in its global scope': {files: ['hostile-amd.js']},
  'has a module of another kind in its global scope': {files: ['hostile-commonjs.js']},
  'reports what it fetches': {files: ['hostile-analytics.js']},
  'fetches late, and without most options': {files: ['hostile-fetch-late.js']},
  'can’t fetch but to read': {files: ['hostile-fetch-post.js']},
  'stops the clock': {files: ['hostile-date.js']},
  'has a clock that jumps': {files: ['hostile-date-jumping.js']},
  'wraps timers, listeners and observers, and has promises of its own': {files: ['hostile-zones.js']},
  'observes no changes': {files: ['hostile-observers.js']},
  'writes and reads JSON in its own way': {files: ['hostile-json.js']},
  'is not secure': {files: ['hostile-crypto.js']},
  'has a console that warns of nothing': {files: ['hostile-console.js'], tag: 'data-theme="purple"'},
  'hides which script runs': {files: ['hostile-script.js']},
  'translates itself': {files: ['hostile-translator.js']},
  'is looked through by a keeper of passwords': {files: ['hostile-extension.js']},
  'takes from the element what it did not give it': {files: ['hostile-sanitizer.js']},
};

describe('a petition is signed on a page that', () => {
  it.for(Object.entries(scripts))('%s', async ([, hostility], {pages, demo, open}) => {
    const {page, errors, warnings} = await open(pages.urlOf('hostile-plain', hostility));
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('has names of its own for what documents have', async ({pages, demo, open}) => {
    const {page, errors, warnings} = await open(pages.urlOf('hostile-clobbered'));
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('lets nobody else hear of keys, clicks and forms', async ({pages, demo, open}) => {
    const {page, errors, warnings} = await open(pages.urlOf('hostile-plain', {files: ['hostile-events.js']}));
    const {total} = await countAt(demo.backend);
    await signWithMouse(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('shows the errors that it hears of, and hears of none', async ({pages, demo, open}) => {
    const {page} = await open(pages.urlOf('hostile-plain', {files: ['hostile-errors.js']}));
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(await page.title()).toBe('A partner’s page');
  });

  it('makes elements by a polyfill, which then have no states', async ({pages, demo, open}) => {
    const files = ['hostile-forced-polyfill.js', 'custom-elements.js'];
    const {page, errors, warnings} = await open(pages.urlOf('hostile-plain', {files}));
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('states');
  });

  it('may keep nothing, and is told so once for each thing that it asks to be kept', async ({pages, demo, open}) => {
    const hostility = {files: ['hostile-storage.js'], tag: 'data-draft data-keep-offline'};
    const {page, errors, warnings} = await open(pages.urlOf('hostile-plain', hostility));
    const {total} = await countAt(demo.backend);
    await signWithKeys(page, somebody());
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
    expect(warnings.map((warning) => warning.replace(/ \(.*/, ''))).toEqual([
      "petition-widgets: a draft can't be kept",
      "petition-widgets: a signature that waits can't be read on this device",
    ]);
  });
});

describe('what a page has in the element’s place stays, and is signed, where the browser has', () => {
  it.for(['hostile-shadow.js', 'hostile-intl.js'])('too little: %s', async (file, {pages, demo, open}) => {
    const {page, errors, warnings} = await open(pages.urlOf('hostile-fallback', {files: [file]}));
    const {total} = await countAt(demo.backend);
    const {givenName, familyName, email} = somebody();
    for (const [label, text] of Object.entries({'Given name': givenName, 'Family name': familyName, Email: email})) {
      await tabTo(page, page.getByLabel(label));
      await page.keyboard.type(text);
    }
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('petition-widgets: this browser is too old');
    await tabTo(page, page.getByRole('checkbox'));
    await page.keyboard.press('Space');
    await page.getByRole('button', {name: 'Sign'}).click();
    await page.waitForURL(`${demo.backend}/signed/${dna.id}?outcome=counted*`);
    expect((await countAt(demo.backend)).total).toBe(total + 1);
    expect(errors).toEqual([]);
  });
});
