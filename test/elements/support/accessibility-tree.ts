import type {TestRunnerConfig} from '@web/test-runner';
import {ChromeLauncher} from '@web/test-runner-chrome';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** The whole accessibility tree of a test's page, groups included, where a browser tells it: only Chromium does. */
export const accessibilityTree: Plugin = {
  name: 'accessibility-tree',
  async executeCommand({command, session}) {
    if (command !== 'accessibility-tree') return undefined;
    if (!(session.browser instanceof ChromeLauncher)) return {tree: null};
    const page = session.browser.getPage(session.id);
    if (/firefox/i.test(await page.browser().version())) return {tree: null};
    return {tree: await page.accessibility.snapshot({interestingOnly: false})};
  },
};
