import {html} from 'lit';
import '../src/define/petition-campaign.ts';
import {given, petition, type Story, type StoryMeta} from './support/story.ts';

/**
 * The elements as they speak to a backend over HTTP, where all other stories have a stand-in in the page. `npm start`
 * runs one; until it does, the elements say that it can't be reached.
 */
const meta: StoryMeta = {
  title: 'Compositions/Running backend',
  component: 'petition-campaign',
  // Nothing else runs a backend for them.
  tags: ['!test', 'moving'],
  args: {petition, backend: 'http://localhost:4400'},
};
export default meta;

/** What is signed here is signed there. */
export const Campaign: Story = {
  render: (args) => html`<petition-campaign ${given(args)}></petition-campaign>`,
};

/** Counts up when somebody signs in another window. */
export const Counter: Story = {
  render: (args) => html`<petition-counter ${given(args)}></petition-counter>`,
};
