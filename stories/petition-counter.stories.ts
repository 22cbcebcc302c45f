import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-counter.ts';
import {FakeClient} from './support/fake-client.ts';

const asOf = '2026-11-22T00:00:00Z';

interface Args {
  readonly client: FakeClient;
  readonly layout: string;
  readonly lang: string;
  readonly noGoal: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Counter',
  args: {client: new FakeClient(), layout: 'bar', lang: 'en', noGoal: false},
  argTypes: {
    layout: {control: 'select', options: ['bar', 'number', 'ring', 'inline']},
    lang: {control: 'select', options: locales},
    client: {control: false},
  },
  render: ({client, layout, lang, noGoal}) => html`
    <petition-counter
      petition="stop-dna-collection"
      layout=${layout}
      lang=${lang}
      ?no-goal=${noGoal}
      .client=${client}
    ></petition-counter>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const Ring: Story = {args: {layout: 'ring'}};
export const NumberAlone: Story = {args: {layout: 'number'}};
export const Inline: Story = {args: {layout: 'inline'}};
export const One: Story = {args: {client: new FakeClient({count: {total: 1, goal: 100, asOf}})}};
export const Million: Story = {args: {client: new FakeClient({count: {total: 1_234_567, goal: 1_500_000, asOf}})}};
export const Closed: Story = {args: {client: new FakeClient({status: 'closed'})}};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
