import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-counter.ts';
import {FakeClient} from './support/fake-client.ts';
import {StreamingClient} from './support/streaming-client.ts';

const asOf = '2026-11-22T00:00:00Z';
const layouts = ['bar', 'number', 'ring', 'inline'] as const;

interface Args {
  readonly client: FakeClient;
  readonly layout: string;
  readonly lang: string;
  readonly theme: string;
  readonly total: number | undefined;
  readonly goal: number | undefined;
  readonly offset: number;
  readonly minimum: number;
  readonly noGoal: boolean;
  readonly noLive: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Counter',
  args: {
    client: new FakeClient(),
    layout: 'bar',
    lang: 'en',
    theme: 'auto',
    total: undefined,
    goal: undefined,
    offset: 0,
    minimum: 0,
    noGoal: false,
    noLive: false,
  },
  argTypes: {
    layout: {control: 'select', options: layouts},
    lang: {control: 'select', options: locales},
    theme: {control: 'select', options: ['auto', 'light', 'dark']},
    client: {control: false},
  },
  render: ({client, layout, lang, theme, total, goal, offset, minimum, noGoal, noLive}) => html`
    <petition-counter
      petition="stop-dna-collection"
      layout=${layout}
      lang=${lang}
      theme=${theme}
      .total=${total}
      .goal=${goal}
      .offset=${offset}
      .minimum=${minimum}
      ?no-goal=${noGoal}
      ?no-live=${noLive}
      .client=${client}
    ></petition-counter>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const counted = (total: number, goal?: number): FakeClient => new FakeClient({count: {total, goal, asOf}});

/** All layouts below each other, one of them in a line of text. */
const renderAll = (args: Args): TemplateResult => html`
  <div lang=${args.lang} style="display: grid; gap: 24px">
    ${layouts.map(
      (layout) => html`
        <div>
          ${layout === 'inline' ? '— ' : ''}<petition-counter
            petition="stop-dna-collection"
            layout=${layout}
            theme=${args.theme}
            .client=${args.client}
          ></petition-counter
          >${layout === 'inline' ? ' —' : ''}
        </div>
      `,
    )}
  </div>
`;

const all = (client: FakeClient, lang = 'en'): Story => ({args: {client, lang}, render: renderAll});

export const Ready: Story = {};
export const Ring: Story = {args: {layout: 'ring'}};
export const NumberAlone: Story = {args: {layout: 'number'}};
export const Inline: Story = {args: {layout: 'inline'}};
export const One: Story = {args: {client: counted(1, 100)}};
export const Million: Story = {args: {client: counted(1_234_567, 1_500_000)}};

/** More and more sign: the number counts up, and the way follows. */
export const Counting: Story = {
  args: {client: new StreamingClient()},
  render: renderAll,
  play: async ({args: {client}}) => {
    if (!(client instanceof StreamingClient)) return;
    for (const more of [1, 40, 137, 2_000]) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1_500);
      });
      client.push(client.total + more);
    }
  },
};

/** The end of the way is marked. */
export const NearGoal: Story = all(counted(6_900, 7_500));
/** What the backend wanted is reached: the next round number follows. */
export const PastGoal: Story = all(counted(7_612, 7_500));
export const NoGoalOfTheBackend: Story = all(counted(5_136));
export const WithoutGoal: Story = {args: {noGoal: true}};
export const GoalOfThePage: Story = {args: {goal: 10_000}};
/** The page's own number, while the backend is silent. */
export const FirstTotal: Story = {args: {total: 5_000, client: new FakeClient({}, {reading: 'silent'})}};
export const ReadOnce: Story = {args: {noLive: true}};
export const Offset: Story = {args: {offset: 12_000}};
/** Too few yet, so that nothing is shown. */
export const BelowMinimum: Story = {args: {minimum: 100, client: counted(99)}};
export const Closed: Story = all(new FakeClient({status: 'closed'}));
export const Victory: Story = all(new FakeClient({status: 'victory'}));
export const Loading: Story = all(new FakeClient({}, {reading: 'silent'}));
export const Known: Story = all(new FakeClient());
export const Arabic: Story = all(new FakeClient(), 'ar');
export const ArabicNearGoal: Story = all(counted(6_900, 7_500), 'ar');
export const ArabicVictory: Story = all(new FakeClient({status: 'victory'}), 'ar');
export const ArabicLoading: Story = all(new FakeClient({}, {reading: 'silent'}), 'ar');
export const Uyghur: Story = all(new FakeClient(), 'ug-Arab');
export const Chinese: Story = all(new FakeClient(), 'zh-Hans');
export const Dark: Story = {args: {theme: 'dark', client: counted(6_900, 7_500)}, render: renderAll};
export const DarkVictory: Story = {
  args: {theme: 'dark', client: new FakeClient({status: 'victory'})},
  render: renderAll,
};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
