import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-card.ts';
import {FakeClient} from './support/fake-client.ts';
import {elevenTargets, longTitle} from './support/petitions.ts';

interface Args {
  readonly client: FakeClient;
  readonly layout: string;
  readonly lang: string;
  readonly noImage: boolean;
  readonly noLanguages: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Card',
  args: {client: new FakeClient(), layout: 'vertical', lang: 'en', noImage: false, noLanguages: false},
  argTypes: {
    layout: {control: 'select', options: ['vertical', 'horizontal', 'compact']},
    lang: {control: 'select', options: locales},
    client: {control: false},
  },
  render: ({client, layout, lang, noImage, noLanguages}) => html`
    <petition-card
      petition="stop-dna-collection"
      layout=${layout}
      lang=${lang}
      ?no-image=${noImage}
      ?no-languages=${noLanguages}
      .client=${client}
    ></petition-card>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const Horizontal: Story = {args: {layout: 'horizontal'}};
export const Compact: Story = {args: {layout: 'compact'}};
export const LongTitle: Story = {args: {client: new FakeClient({title: longTitle, targets: elevenTargets})}};
export const Closed: Story = {
  args: {client: new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'})},
};
export const Victory: Story = {
  args: {client: new FakeClient({status: 'victory', outcome: 'The collection has ended.'})},
};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
export const Unknown: Story = {args: {client: new FakeClient({}, {reading: 'not-found'})}};
export const Untranslated: Story = {args: {client: new FakeClient({languages: ['fr']}), lang: 'ar'}};
