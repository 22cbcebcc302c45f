import {html} from 'lit';
import '../../src/define/petition-campaign.ts';
import {image} from '../support/petitions.ts';
import {clientOf, given, petition, showing, type Story, type StoryMeta} from '../support/story.ts';

/** What the page on theming shows. */
const meta: StoryMeta = {
  title: 'Guide/Playground',
  component: 'petition-campaign',
  tags: ['!dev', '!autodocs'],
  args: {petition},
  render: (args, context) => html`
    <petition-campaign ${given(args)} .client=${clientOf(context)}></petition-campaign>
  `,
};
export default meta;

/** Every property that a theme can set, at its default where that is a colour of ours. */
export const Theme: Story = {
  args: {'--petition-accent': '#0b5d78', '--petition-danger': '#b3261e', '--petition-success': '#1c6b3c'},
  parameters: {...showing({image}).parameters, controls: {include: /^--/}},
};
