import {html, type TemplateResult} from 'lit';
import '../src/define/petition-counter.ts';
import {StreamingClient} from './support/streaming-client.ts';
import {
  type Args,
  backedBy,
  clientOf,
  type Context,
  counting,
  fakeOf,
  given,
  petition,
  showing,
  slotted,
  type Story,
  type StoryMeta,
} from './support/story.ts';

const layouts = ['bar', 'number', 'ring', 'inline'] as const;

const meta: StoryMeta = {
  title: 'Elements/Counter',
  component: 'petition-counter',
  args: {petition},
  render: (args, context) => html`
    <petition-counter ${given(args)} .client=${clientOf(context)}>${slotted(args)}</petition-counter>
  `,
};
export default meta;

/** All layouts below each other, the last in a line of text. */
const renderAll = (args: Args, context: Context): TemplateResult => html`
  <div style="display: grid; gap: 32px">
    ${layouts.map(
      (layout) => html`
        <div>
          ${layout === 'inline' ? '— ' : ''}<petition-counter
            ${given({...args, layout})}
            .client=${clientOf(context)}
          ></petition-counter
          >${layout === 'inline' ? ' —' : ''}
        </div>
      `,
    )}
  </div>
`;

/** How many have signed, and how far it is to the goal. */
export const Overview: Story = {};
export const Ring: Story = {args: {layout: 'ring'}};
export const NumberAlone: Story = {args: {layout: 'number'}};
export const Inline: Story = {args: {layout: 'inline'}};

export const Layouts: Story = {render: renderAll};
export const Loading: Story = {...showing({}, {reading: 'silent'}), render: renderAll};
export const Failed: Story = showing({}, {reading: 'unreachable'});
export const Empty: Story = {...counting(0, 100), render: renderAll};
export const OneSupporter: Story = {...counting(1, 100), render: renderAll};
export const MillionSupporters: Story = {...counting(1_234_567, 1_500_000), render: renderAll};
/** The end of the way is marked. */
export const NearGoal: Story = {...counting(7_430, 7_500), render: renderAll};
/** What the backend wanted is reached: the next round number follows. */
export const PastGoal: Story = {...counting(7_612, 7_500), render: renderAll};
export const Closed: Story = {...showing({status: 'closed'}), render: renderAll};
export const Victory: Story = {...showing({status: 'victory'}), render: renderAll};

/** More and more sign: the number counts up, and the way follows. */
export const Counting: Story = {
  ...backedBy(() => new StreamingClient()),
  // What moves is not the same in any two pictures.
  tags: ['moving'],
  render: renderAll,
  play: async (context) => {
    const client = fakeOf(context);
    if (!(client instanceof StreamingClient)) return;
    for (const more of [1, 40, 137, 2_000]) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1_500);
      });
      client.push(client.total + more);
    }
  },
};

export const NoGoalOfTheBackend: Story = counting(5_136);
export const GoalNotWanted: Story = {args: {'no-goal': true}};
export const GoalOfThePage: Story = {args: {goal: 10_000}};
/** The page's own number, while the backend is silent. */
export const FirstTotal: Story = {...showing({}, {reading: 'silent'}), args: {total: 5_000}};
export const ReadOnce: Story = {args: {'no-live': true}};
/** Signatures that were gathered elsewhere. */
export const Offset: Story = {args: {offset: 12_000}};
/** Enough for it to be shown. */
export const AboveMinimum: Story = {args: {minimum: 100}};
/** Too few yet, so that nothing is shown. */
export const BelowMinimum: Story = {...counting(99, 100), args: {minimum: 100}};
export const Slots: Story = {args: {'header-slot': 'So far', 'footer-slot': 'Counted since March 2018.'}};
