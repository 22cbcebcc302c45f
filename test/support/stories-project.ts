import {storybookTest} from '@storybook/addon-vitest/vitest-plugin';
import {playwright, type PlaywrightProviderOptions} from '@vitest/browser-playwright';
import type {TestProjectInlineConfiguration} from 'vitest/config';
import type {BrowserProviderOption} from 'vitest/node';
import {ensureChromium} from './browsers.ts';

const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Chromium, which is looked for once a story is tested: other projects, read together with this one, do without it. */
const chromium: BrowserProviderOption<PlaywrightProviderOptions> = {
  ...playwright(),
  prewarm: undefined,
  providerFactory: (project) =>
    playwright({launchOptions: {executablePath: ensureChromium(), args}}).providerFactory(project),
};

/** Each story as a test: it renders, what is done in it can be done, and axe finds nothing. */
export const storiesProject = async (): Promise<TestProjectInlineConfiguration> => ({
  // The root's builds a classic script, which no story can load.
  extends: '.storybook/vite.config.ts',
  plugins: [await storybookTest()],
  test: {
    name: 'stories',
    browser: {
      enabled: true,
      headless: true,
      provider: chromium,
      instances: [{browser: 'chromium'}],
    },
  },
});
