import type {StorybookConfig} from '@storybook/web-components-vite';
import {markdownTables} from '../build/markdown-tables.ts';

const config: StorybookConfig = {
  framework: {
    name: '@storybook/web-components-vite',
    // The root's Vite configuration builds the embed as a classic script, which no story can load.
    options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}},
  },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: [
    {
      name: '@storybook/addon-docs',
      options: {mdxPluginOptions: {mdxCompileOptions: {remarkPlugins: [markdownTables]}}},
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
