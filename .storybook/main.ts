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
  // The elements show no image that is part of its own address, as Vite makes of small ones.
  viteFinal: (vite) => ({...vite, build: {...vite.build, assetsInlineLimit: 0}}),
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
