import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-language-switcher.ts';
import {FakeClient} from './support/fake-client.ts';

interface Args {
  readonly client: FakeClient;
  readonly layout: string;
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Language switcher',
  args: {client: new FakeClient(), layout: 'menu', lang: 'en'},
  argTypes: {
    layout: {control: 'select', options: ['menu', 'list', 'select']},
    lang: {control: 'select', options: locales},
    client: {control: false},
  },
  render: ({client, layout, lang}) => html`
    <petition-language-switcher
      petition="stop-dna-collection"
      layout=${layout}
      lang=${lang}
      .client=${client}
    ></petition-language-switcher>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const List: Story = {args: {layout: 'list'}};
export const Select: Story = {args: {layout: 'select'}};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
