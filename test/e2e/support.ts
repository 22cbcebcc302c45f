import {it as base} from 'vitest';
import {ensureChromium} from '../support/browsers.ts';
import {npmStart, startDemo} from './support/demo.ts';
import {startSite} from './support/site.ts';
import {launchChromium, visit, type Visit, type Visiting} from './support/visit.ts';

/**
 * A test with a demo, a partner's site and a browser. They are started for the first test of a file
 * that asks for them, and end with the file, however it went.
 */
export const it = base
  .extend('command', {scope: 'file'}, npmStart)
  .extend('host', {scope: 'file'}, '127.0.0.1')
  .extend('executable', {scope: 'file'}, () => ensureChromium())
  .extend('demo', {scope: 'file'}, ({command}, {onCleanup}) => startDemo({command}, onCleanup))
  .extend('site', {scope: 'file'}, async ({host}, {onCleanup}) => {
    const site = await startSite(host);
    onCleanup(() => site.close());
    return site;
  })
  .extend('browser', {scope: 'file'}, async ({executable}, {onCleanup}) => {
    const browser = await launchChromium(executable);
    onCleanup(() => browser.close());
    return browser;
  })
  // Opens pages that are closed after the test.
  .extend('open', ({browser}, {onCleanup}): Visiting => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      await Promise.all(visits.map((each) => each.close()));
    });
    return async (url, options) => {
      const opened = await visit(browser, url, options);
      visits.push(opened);
      return opened;
    };
  });
