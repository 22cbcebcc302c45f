import type {TestRunnerConfig} from '@web/test-runner';
import {ChromeLauncher} from '@web/test-runner-chrome';
import {WebdriverLauncher} from '@web/test-runner-webdriver';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** A PNG of the element of a test's page that has the id `payload`, as base64. */
export const screenshot: Plugin = {
  name: 'screenshot',
  async executeCommand({command, payload, session}) {
    if (command !== 'screenshot') return undefined;
    const {browser} = session;
    const selector = `#${String(payload)}`;
    if (browser instanceof ChromeLauncher) {
      const element = await browser.getPage(session.id).$(selector);
      if (!element) throw new Error(`Nothing matches ${selector}`);
      return {png: await element.screenshot({encoding: 'base64'})};
    }
    if (browser instanceof WebdriverLauncher) {
      const bytes = await browser.takeScreenshot(session.id, `return document.querySelector('${selector}')`);
      return {png: bytes.toString('base64')};
    }
    throw new Error(`There is no screenshot in a browser of type ${browser.type}`);
  },
};
