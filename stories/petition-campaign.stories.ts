import {html} from 'lit';
import '../src/define/petition-campaign.ts';
import {openDialog, signIn, submitIn} from './support/campaign.ts';
import {bare, elevenTargets, image} from './support/petitions.ts';
import {clientOf, counting, given, petition, showing, slotted, type Story, type StoryMeta} from './support/story.ts';
import {handedOver, longTitle, won} from './support/words.ts';

const meta: StoryMeta = {
  title: 'Elements/Campaign',
  component: 'petition-campaign',
  args: {petition},
  render: (args, context) => html`
    <petition-campaign ${given(args)} .client=${clientOf(context)}>${slotted(args)}</petition-campaign>
  `,
};
export default meta;

/** A bar at the window's bottom would stand over other stories. */
const framed = {docs: {story: {inline: false, height: '640px'}}};

/** A petition as a whole: what is asked, of whom, how many stand behind it, and the form to join them. */
export const Overview: Story = showing({image});
export const Compact: Story = {args: {layout: 'compact'}};
export const Banner: Story = {args: {layout: 'banner'}, parameters: framed};
export const CompactOpened: Story = {
  args: {layout: 'compact'},
  parameters: framed,
  play: ({canvasElement}) => openDialog(canvasElement),
};
export const BannerOpened: Story = {
  args: {layout: 'banner'},
  parameters: framed,
  play: ({canvasElement}) => openDialog(canvasElement),
};

export const Loading: Story = showing({image}, {reading: 'silent'});
export const LoadingCompact: Story = {...Loading, args: {layout: 'compact'}};
export const LoadingBanner: Story = {
  ...Loading,
  args: {layout: 'banner'},
  parameters: {...Loading.parameters, ...framed},
};
export const Empty: Story = showing(bare);
export const Failed: Story = showing({}, {reading: 'unreachable'});
export const FailedCompact: Story = {...Failed, args: {layout: 'compact'}};
export const Unknown: Story = showing({}, {reading: 'not-found'});
/** A page that names no petition. */
export const NotConfigured: Story = {args: {petition: ''}};

export const Closed: Story = showing({image, status: 'closed', closesAt: '2019-02-24T00:00:00Z'}, {words: handedOver});
export const ClosedCompact: Story = {...Closed, args: {layout: 'compact'}};
export const ClosedBanner: Story = {...Closed, args: {layout: 'banner'}, parameters: {...Closed.parameters, ...framed}};
export const Victory: Story = showing({image, status: 'victory', closesAt: '2019-02-24T00:00:00Z'}, {words: won});
export const VictoryCompact: Story = {...Victory, args: {layout: 'compact'}};

export const NearGoal: Story = counting(7_430, 7_500);
export const PastGoal: Story = counting(7_612, 7_500);
export const LongTitle: Story = showing({image, targets: elevenTargets}, {words: longTitle});
export const NoImage: Story = {};
export const TextNotWanted: Story = {...showing({image}), args: {'no-text': true}};
export const Untranslated: Story = showing({image, languages: ['ja']});
export const UntranslatedOpened: Story = {
  ...CompactOpened,
  parameters: {...framed, ...showing({languages: ['ja']}).parameters},
};

export const Mistakes: Story = {play: ({canvasElement}) => submitIn(canvasElement)};
export const MistakesOpened: Story = {
  ...CompactOpened,
  play: async ({canvasElement}) => {
    await openDialog(canvasElement);
    await submitIn(canvasElement);
  },
};
export const Signed: Story = {...showing({image}), play: ({canvasElement}) => signIn(canvasElement)};
export const SignedOpened: Story = {
  ...BannerOpened,
  play: async ({canvasElement}) => {
    await openDialog(canvasElement);
    await signIn(canvasElement);
  },
};
/** What its form and its switcher are told. */
export const Settings: Story = {
  args: {
    petition: 'has-settings',
    source: 'partner-x',
    remember: 'url',
    prefill: true,
    draft: true,
    'keep-offline': true,
  },
};
/** As a site with a style of its own has it: every custom property is set. */
export const Themed: Story = {
  ...showing({image}),
  args: {
    '--petition-accent': '#7a2048',
    '--petition-on-accent': '#fff4e8',
    '--petition-text': 'light-dark(#2b1a20, #f3e6ea)',
    '--petition-muted': 'light-dark(#6b4c57, #cbb3bc)',
    '--petition-surface': 'light-dark(#fffaf6, #241a1e)',
    '--petition-border': 'light-dark(#e4d3cc, #4c3a42)',
    '--petition-danger': 'light-dark(#a02211, #ffb3a6)',
    '--petition-success': 'light-dark(#3d6b1c, #b3d98c)',
    '--petition-progress': 'light-dark(#b0461e, #f0a27e)',
    '--petition-focus': 'light-dark(#2b1a20, #f3e6ea)',
    '--petition-radius': '3px',
    '--petition-button-radius': '24px',
    '--petition-space': '4.5px',
    '--petition-bar-size': '4px',
    '--petition-font': "'Noto Sans Variable', 'Noto Sans Arabic Variable', sans-serif",
    '--petition-title-font': "'Noto Serif Variable', 'Noto Sans Arabic Variable', serif",
  },
};
export const Slots: Story = {
  args: {
    'header-slot': 'A campaign of Torchlight Uyghur Group',
    'footer-slot': 'Questions? Write to campaigns@example.org.',
    'before-submit-slot': 'Your name goes to the European Commission.',
    'thanks-slot': 'You are one of many.',
  },
};
