import {html, type TemplateResult} from 'lit';
import type {Petition} from '../../../src/backend/wire.ts';
import {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import {PetitionCampaign} from '../../../src/elements/petition-campaign/petition-campaign.ts';
import type {PetitionElement} from '../../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../../stories/support/fake-client.ts';
import {problem} from '../../../src/model/outcome.ts';
import {elevenTargets, longTitle} from '../../../stories/support/petitions.ts';
import {shadowOf, one, until} from '../../support/dom.ts';
import {asksBeforeLeaving, goOffline} from './connection.ts';
import {
  asking,
  askingAll,
  endsWithTest,
  enter,
  fill,
  fillAll,
  leave,
  submit,
  usual,
  waits,
  withFields,
  wrongFields,
} from './form.ts';
import {deep, deepAll, has, petition} from './page.ts';

/** One of the states that an element can be in. */
export interface State {
  readonly name: string;
  readonly client: () => FakeClient;
  readonly petition?: string;
  /** What a person does to bring it about, once the element has loaded. */
  readonly act?: (element: PetitionElement) => Promise<void>;
  readonly isLoading?: boolean;
  /** The form keeps what can't be sent on the device. */
  readonly isKept?: boolean;
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

/** In a language that few of the others' readers read. */
const untranslated: State = {name: 'untranslated', client: () => new FakeClient({languages: ['ja']})};

const counts: readonly State[] = [1, 3713, 1_234_567].map((total) => ({
  name: `${total} supporters`,
  client: () => new FakeClient({count: {total, goal: 1_500_000, asOf}}),
}));

const formIn = (element: PetitionElement): PetitionSignForm => {
  if (element instanceof PetitionCampaign) element.open();
  return element instanceof PetitionSignForm ? element : deep(element, 'petition-sign-form', PetitionSignForm);
};

const [updates] = usual.consents;

/** A form that was filled in and sent. */
async function sent(element: PetitionElement): Promise<PetitionSignForm> {
  const form = endsWithTest(formIn(element));
  await fill(form);
  submit(form);
  return form;
}

const mistakes: State = {
  name: 'mistakes shown',
  client: () => asking({consents: updates ? [{...updates, required: true}] : []}),
  act: async (element) => {
    submit(formIn(element));
    await until(() => wrongFields(formIn(element)).length === 5, 'the mistakes are marked');
  },
};

const signed: State = {
  name: 'signed',
  client: () => new FakeClient(),
  act: async (element) => {
    const form = await sent(element);
    await until(() => has(form, '[part=thanks]'), 'the thanks are shown');
  },
};

const later = problem('unavailable', {retryAfter: 600});

const forms: readonly State[] = [
  mistakes,
  {name: 'all kinds of fields', client: askingAll},
  {
    name: 'all kinds of fields, filled in',
    client: askingAll,
    act: async (element) => fillAll(formIn(element), formIn(element).lang),
  },
  {
    name: 'all kinds of mistakes',
    client: askingAll,
    act: async (element) => {
      const form = formIn(element);
      await fill(form, {phone: '1', 'x-relatives': 'many', 'x-birthplace': 'x'.repeat(41), email: 'ada'});
      submit(form);
      await until(() => wrongFields(form).length >= 8, 'the mistakes are marked');
    },
  },
  {
    name: 'another address proposed',
    client: () => new FakeClient(),
    act: async (element) => {
      const form = formIn(element);
      enter(form, 'email', 'ada@gmial.com');
      leave(form, 'email');
      await until(() => has(form, '[part=suggestion]'), 'another address is proposed');
    },
  },
  ...([80, 103] as const).map((length): State => ({
    name: length > 100 ? 'too many characters' : 'few characters left',
    client: () => withFields({name: 'comment', required: false, maxLength: 100}),
    act: async (element) => {
      enter(formIn(element), 'comment', 'x'.repeat(length));
      await until(() => has(formIn(element), '[part=countdown]'), 'they are counted');
    },
  })),
  {
    name: 'being sent',
    client: () => new FakeClient({}, {signing: 'silent'}),
    act: async (element) => {
      const form = await sent(element);
      await until(() => has(form, '[part=submit][aria-disabled=true]'), 'it is sent');
    },
  },
  {
    name: 'waiting for another try',
    client: () => new FakeClient({}, {signing: later}),
    act: async (element) => waits(await sent(element)),
  },
  {
    name: 'waiting for a connection',
    client: () => new FakeClient(),
    act: async (element) => {
      goOffline();
      await waits(await sent(element));
    },
  },
  {
    name: 'waiting on the device',
    client: () => new FakeClient({}, {signing: later}),
    isKept: true,
    act: async (element) => {
      const form = await sent(element);
      await until(() => !asksBeforeLeaving() && has(form, '[part=waiting]'), 'it is on the device');
    },
  },
  {
    name: 'given up',
    client: () => new FakeClient({}, {signing: later}),
    act: async (element) => {
      const form = await sent(element);
      await waits(form);
      one(shadowOf(form), '[part=stop]').click();
      await until(() => has(form, '[part=failure]'), 'it is told');
    },
  },
  {
    name: 'refused',
    client: () => new FakeClient({}, {signing: 'failed'}),
    act: async (element) => {
      const form = await sent(element);
      await until(() => has(form, '[part=failure]'), 'the failure is told');
    },
  },
  {
    name: 'closed meanwhile',
    client: () => new FakeClient({}, {signing: 'closed'}),
    act: async (element) => {
      const form = await sent(element);
      await until(() => has(form, '[part=entered]'), 'what was entered is shown');
    },
  },
  signed,
  {
    name: 'message sent',
    client: () => asking({confirmation: 'email'}),
    act: async (element) => {
      const form = await sent(element);
      await until(() => has(form, '[part=correct]'), 'the address can be corrected');
    },
  },
];

const unsupported: State = {name: 'unsupported', client: () => asking({sealKey: 'key'})};

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
  states: [...common, long, untranslated, ...(layout === 'full' ? [] : [dialogOpened]), mistakes, signed],
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
  states: [...common, long, untranslated, ...(layout === 'vertical' ? counts : [])],
  render: (state, lang) =>
    html`<petition-card
        petition=${idOf(state)}
        layout=${layout}
        lang=${lang}
        .client=${state.client()}
      ></petition-card>`,
}));

/** All that a form can come to. */
export const formStates: readonly State[] = [...common, unsupported, untranslated, ...forms];

const signForm: Variant = {
  tag: 'petition-sign-form',
  layout: '',
  states: formStates,
  render: (state, lang) =>
    html`<petition-sign-form
        petition=${idOf(state)}
        lang=${lang}
        ?keep-offline=${state.isKept}
        .client=${state.client()}
      ></petition-sign-form>`,
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
