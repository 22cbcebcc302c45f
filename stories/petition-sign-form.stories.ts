import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/define/petition-sign-form.ts';
import {FakeClient} from './support/fake-client.ts';

interface Args {
  readonly client: FakeClient;
  readonly lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign form',
  args: {client: new FakeClient(), lang: 'en'},
  argTypes: {lang: {control: 'select', options: ['en', 'fr', 'ar', 'ug-Arab']}, client: {control: false}},
  render: ({client, lang}) => html`
    <petition-sign-form petition="stop-dna-collection" lang=${lang} .client=${client}></petition-sign-form>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Ready: Story = {};
export const Sending: Story = {args: {client: new FakeClient({}, {signing: 'silent'})}};
export const Unreachable: Story = {args: {client: new FakeClient({}, {signing: 'unreachable'})}};
export const Closed: Story = {args: {client: new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z'})}};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};
