import {html} from 'lit';
import '../src/define/petition-card.ts';
import {bare, elevenTargets, image} from './support/petitions.ts';
import {clientOf, counting, given, petition, showing, slotted, type Story, type StoryMeta} from './support/story.ts';
import {handedOver, longTitle, won} from './support/words.ts';

const meta: StoryMeta = {
  title: 'Elements/Card',
  component: 'petition-card',
  args: {petition},
  render: (args, context) => html`
    <petition-card ${given(args)} .client=${clientOf(context)}>${slotted(args)}</petition-card>
  `,
};
export default meta;

/** A petition at a glance: who asks, of whom, what for, and how many stand behind it. */
export const Overview: Story = showing({image});
export const Horizontal: Story = {...showing({image}), args: {layout: 'horizontal'}};
export const Compact: Story = {args: {layout: 'compact'}};

export const Loading: Story = showing({image}, {reading: 'silent'});
/** Nobody has signed yet, and the petition says no more than it must. */
export const Empty: Story = showing(bare);
export const Failed: Story = showing({}, {reading: 'unreachable'});
export const Unknown: Story = showing({}, {reading: 'not-found'});
/** What stands inside the tag stays where the petition can't be had. */
export const Fallback: Story = {
  ...showing({}, {reading: 'unreachable'}),
  args: {'default-slot': 'You can sign this petition at example.org.'},
};

export const Closed: Story = showing({image, status: 'closed', closesAt: '2019-02-24T00:00:00Z'}, {words: handedOver});
export const ClosedCompact: Story = {...Closed, args: {layout: 'compact'}};
export const Victory: Story = showing({image, status: 'victory', closesAt: '2019-02-24T00:00:00Z'}, {words: won});
export const VictoryHorizontal: Story = {...Victory, args: {layout: 'horizontal'}};

export const NearGoal: Story = counting(7_430, 7_500);
export const PastGoal: Story = counting(7_612, 7_500);
export const OneSupporter: Story = counting(1, 100);
export const MillionSupporters: Story = counting(1_234_567, 1_500_000);

export const LongTitle: Story = showing({image}, {words: longTitle});
export const NoImage: Story = {};
export const ImageNotWanted: Story = {...showing({image}), args: {'no-image': true}};
export const ElevenTargets: Story = showing({image, targets: elevenTargets});
/** A petition that is not in the reader's language says so. */
export const Untranslated: Story = showing({image, languages: ['ja']});
export const LanguagesNotWanted: Story = {args: {'no-languages': true}};
/** Leads to a page of the site's own. */
export const Linked: Story = {args: {href: 'https://example.org/campaigns/dna'}};
export const Slots: Story = {
  ...showing({image}),
  args: {'header-slot': 'Campaign of the week', 'footer-slot': 'Supported by 41 organizations.'},
};
export const Themed: Story = {
  ...showing({image}),
  args: {
    '--petition-accent': '#7a2048',
    '--petition-radius': '2px',
    '--petition-font': "'Noto Serif Variable', 'Noto Sans Arabic Variable', serif",
  },
};
/** Asks another backend than the page’s others; here the story’s own answers in its place. */
export const BackendOfItsOwn: Story = {args: {backend: 'https://petitions.example.org'}};
export const DarkOnLight: Story = {...showing({image}), args: {theme: 'dark'}};
