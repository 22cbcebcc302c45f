import {html, type TemplateResult} from 'lit';
import type {Petition} from '../../../src/backend/wire.ts';
import {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import {PetitionCampaign} from '../../../src/elements/petition-campaign/petition-campaign.ts';
import type {PetitionElement} from '../../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../../stories/support/fake-client.ts';
import {elevenTargets, longTitle, petitionIn} from '../../../stories/support/petitions.ts';
import {shadowOf, one, until} from '../../support/dom.ts';
import {fill, submit, wrongFields} from './form.ts';
import {deep, deepAll, has, petition} from './page.ts';

/** One of the states that an element can be in. */
export interface State {
  readonly name: string;
  readonly client: () => FakeClient;
  readonly petition?: string;
  /** What a person does to bring it about, once the element has loaded. */
  readonly act?: (element: PetitionElement) => Promise<void>;
  readonly isLoading?: boolean;
}

export interface Variant {
  readonly tag: string;
  readonly layout: string;
  readonly states: readonly State[];
  readonly render: (state: State, lang: string) => TemplateResult;
}

const asOf = '2026-11-22T00:00:00Z';

const image: Petition['image'] = {
  src: new URL('image.svg', import.meta.url).href,
  alt: 'A march with blue flags',
  width: 120,
  height: 63,
};

const ready: State = {name: 'ready', client: () => new FakeClient({image})};

const common: readonly State[] = [
  {name: 'loading', client: () => new FakeClient({}, {reading: 'silent'}), isLoading: true},
  ready,
  {name: 'error', client: () => new FakeClient({}, {reading: 'unreachable'})},
  {name: 'unknown', client: () => new FakeClient({}, {reading: 'not-found'})},
  {name: 'not configured', client: () => new FakeClient(), petition: ''},
  {
    name: 'closed',
    client: () => new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'}),
  },
  {name: 'victory', client: () => new FakeClient({status: 'victory', outcome: 'The collection has ended.'})},
];

const long: State = {
  name: 'long',
  client: () =>
    new FakeClient({
      title: longTitle,
      targets: elevenTargets,
      languages: ['en', 'fr', 'ar', 'ug-Arab', 'ug-Latn', 'de', 'tr', 'ja', 'ru', 'zh-Hant'],
    }),
};

const counts: readonly State[] = [1, 3713, 1_234_567].map((total) => ({
  name: `${total} supporters`,
  client: () => new FakeClient({count: {total, goal: 1_500_000, asOf}}),
}));

const formIn = (element: PetitionElement): PetitionSignForm => {
  if (element instanceof PetitionCampaign) element.open();
  return element instanceof PetitionSignForm ? element : deep(element, 'petition-sign-form', PetitionSignForm);
};

const {form} = petitionIn('en');
const [updates] = form.consents;

const forms: readonly State[] = [
  {
    name: 'mistakes shown',
    client: () => new FakeClient({form: {...form, consents: updates ? [{...updates, required: true}] : []}}),
    act: async (element) => {
      submit(formIn(element));
      await until(() => wrongFields(formIn(element)).length === 5, 'the mistakes are marked');
    },
  },
  {
    name: 'being sent',
    client: () => new FakeClient({}, {signing: 'silent'}),
    act: async (element) => {
      await fill(formIn(element));
      submit(formIn(element));
      await until(() => has(formIn(element), '[part=submit][aria-disabled=true]'), 'it is sent');
    },
  },
  {
    name: 'refused',
    client: () => new FakeClient({}, {signing: 'unavailable'}),
    act: async (element) => {
      await fill(formIn(element));
      submit(formIn(element));
      await until(() => has(formIn(element), '[part=failure]'), 'the failure is told');
    },
  },
  {
    name: 'signed',
    client: () => new FakeClient(),
    act: async (element) => {
      await fill(formIn(element));
      submit(formIn(element));
      await until(() => has(formIn(element), '[part=thanks]'), 'the thanks are shown');
    },
  },
];

const unsupported: State = {
  name: 'unsupported',
  client: () => new FakeClient({form: {...form, challenge: 'altcha'}}),
};

const menuOpened: State = {
  name: 'menu opened',
  client: () => new FakeClient(),
  act: async (element) => {
    one(shadowOf(element), '[part=button]').click();
    await until(() => deepAll(element, '[part=option]').some((option) => option.matches(':focus')), 'the menu is open');
  },
};

const dialogOpened: State = {
  name: 'dialog opened',
  client: () => new FakeClient(),
  act: async (element) => {
    if (element instanceof PetitionCampaign) element.open();
    await until(() => has(element, 'dialog:modal'), 'the dialog is open');
  },
};

const idOf = (state: State): string => state.petition ?? petition;

const campaigns = ['full', 'compact', 'banner'].map((layout): Variant => ({
  tag: 'petition-campaign',
  layout,
  states: [...common, long, ...(layout === 'full' ? [] : [dialogOpened]), ...forms.slice(0, 1), ...forms.slice(3)],
  render: (state, lang) =>
    html`<petition-campaign
        petition=${idOf(state)}
        layout=${layout}
        lang=${lang}
        .client=${state.client()}
      ></petition-campaign>`,
}));

const cards = ['vertical', 'horizontal', 'compact'].map((layout): Variant => ({
  tag: 'petition-card',
  layout,
  states: [...common, long, ...(layout === 'vertical' ? counts : [])],
  render: (state, lang) =>
    html`<petition-card
        petition=${idOf(state)}
        layout=${layout}
        lang=${lang}
        .client=${state.client()}
      ></petition-card>`,
}));

const signForm: Variant = {
  tag: 'petition-sign-form',
  layout: '',
  states: [...common, unsupported, ...forms],
  render: (state, lang) =>
    html`<petition-sign-form petition=${idOf(state)} lang=${lang} .client=${state.client()}></petition-sign-form>`,
};

const counters = ['bar', 'number', 'ring', 'inline'].map((layout): Variant => ({
  tag: 'petition-counter',
  layout,
  states: [...common, ...counts],
  render: (state, lang) =>
    html`<petition-counter
        petition=${idOf(state)}
        layout=${layout}
        lang=${lang}
        .client=${state.client()}
      ></petition-counter>`,
}));

const switchers = ['menu', 'list', 'select'].map((layout): Variant => ({
  tag: 'petition-language-switcher',
  layout,
  states: [...common, long, ...(layout === 'menu' ? [menuOpened] : [])],
  render: (state, lang) =>
    html`<petition-language-switcher
        petition=${idOf(state)}
        layout=${layout}
        lang=${lang}
        .client=${state.client()}
      ></petition-language-switcher>`,
}));

/** Every element in every layout, with the states that it can be in. */
export const variants: readonly Variant[] = [...campaigns, ...cards, signForm, ...counters, ...switchers];
