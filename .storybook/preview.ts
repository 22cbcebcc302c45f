import {type Preview, setCustomElementsManifest} from '@storybook/web-components-vite';
import {getStorybookHelpers, setStorybookHelpersConfig} from '@wc-toolkit/storybook-helpers';
import manifest from 'virtual:elements-manifest';
import {axeOptions} from '../stories/page/axe-options.ts';
import {events} from '../stories/page/events.ts';
import {page} from '../stories/page/page.ts';
import {tools, usualSettings, viewports} from '../stories/page/settings.ts';
import {settled} from '../stories/page/settled.ts';
import {snippet} from '../stories/page/snippet.ts';
import {newClient} from '../stories/support/story.ts';
import '@fontsource-variable/noto-sans';
import '@fontsource-variable/noto-sans-arabic';
import '@fontsource-variable/noto-serif';
import '../stories/page/page.css';
import '../stories/page/brands.css';
import '../stories/page/compositions.css';
import '../stories/page/guide.css';

setCustomElementsManifest(manifest);
setStorybookHelpersConfig({hideArgRef: true});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [page, events],
  // A new backend each time that a story is shown: what was signed there before is of no story.
  loaders: [({parameters}) => ({client: newClient(parameters)})],
  // Before axe judges what is seen, which is done by the hook of an addon: those run the other way round.
  afterEach: settled,
  globalTypes: tools,
  initialGlobals: {...usualSettings},
  parameters: {
    layout: 'fullscreen',
    controls: {expanded: true},
    viewport: {options: viewports},
    a11y: {test: 'error', options: axeOptions()},
    docs: {
      codePanel: true,
      extractArgTypes: (tag: string) => getStorybookHelpers(tag).argTypes,
      source: {excludeDecorators: true, transform: snippet},
    },
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Getting started',
            'Choosing a widget',
            'Theming',
            'Content guidelines',
            'Accessibility',
            'Right-to-left',
            'Events for analytics',
            'For developers',
            'For backends',
          ],
          'Elements',
          'Compositions',
        ],
      },
    },
  },
};

export default preview;
