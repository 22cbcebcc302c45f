import type {Preview} from '@storybook/web-components-vite';

const preview: Preview = {};

export default preview;
