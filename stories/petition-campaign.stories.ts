import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-campaign.ts';
import {FakeClient} from './support/fake-client.ts';
import {elevenTargets, longTitle} from './support/petitions.ts';

interface Args {
  readonly client: FakeClient;
  readonly layout: string;
  readonly lang: string;
  readonly noText: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Campaign',
  args: {client: new FakeClient(), layout: 'full', lang: 'en', noText: false},
  argTypes: {
    layout: {control: 'select', options: ['full', 'compact', 'banner']},
    lang: {control: 'select', options: locales},
    client: {control: false},
  },
  render: ({client, layout, lang, noText}) => html`
    <petition-campaign
      petition="stop-dna-collection"
      layout=${layout}
      lang=${lang}
      ?no-text=${noText}
      .client=${client}
    ></petition-campaign>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const Compact: Story = {args: {layout: 'compact'}};
export const Banner: Story = {args: {layout: 'banner'}};
export const LongTitle: Story = {args: {client: new FakeClient({title: longTitle, targets: elevenTargets})}};
export const Closed: Story = {
  args: {client: new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'})},
};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
export const Untranslated: Story = {args: {client: new FakeClient({languages: ['fr']}), lang: 'ar'}};
