import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import type {FormConsent, FormField, PetitionForm} from '../src/backend/wire.ts';
import {locales} from '../src/i18n/locales.ts';
import '../src/define/petition-sign-form.ts';
import type {PetitionSignForm} from '../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../src/model/outcome.ts';
import {FakeClient, type FakeClientOptions} from './support/fake-client.ts';
import {enter, fill, fillAll, formIn, leave, part, partThere, submit} from './support/filling.ts';
import {petitionIn, richForm} from './support/petitions.ts';

interface Args {
  readonly client: FakeClient;
  readonly petition: string;
  readonly lang: string;
  readonly source: string;
  readonly prefill: boolean;
  readonly draft: boolean;
  readonly keepOffline: boolean;
}

const meta: Meta<Args> = {
  title: 'Elements/Sign form',
  args: {
    client: new FakeClient(),
    petition: 'stop-dna-collection',
    lang: 'en',
    source: '',
    prefill: false,
    draft: false,
    keepOffline: false,
  },
  argTypes: {lang: {control: 'select', options: locales}, client: {control: false}},
  render: ({client, petition, lang, source, prefill, draft, keepOffline}) => html`
    <petition-sign-form
      petition=${petition}
      lang=${lang}
      source=${source}
      ?prefill=${prefill}
      ?draft=${draft}
      ?keep-offline=${keepOffline}
      .client=${client}
    ></petition-sign-form>
  `,
};
export default meta;

type Story = StoryObj<Args>;

const asking = (changes: (lang: string) => Partial<PetitionForm>, options: FakeClientOptions = {}): FakeClient =>
  new FakeClient({}, {...options, form: (lang) => ({...petitionIn(lang).form, ...changes(lang)})});

/** A form that asks for the usual, and how it fares when it is sent. */
const sent = (options: FakeClientOptions): Partial<Story> => ({
  args: {client: new FakeClient({}, options)},
  play: async ({canvasElement}) => {
    const form = await formIn(canvasElement);
    await fill(form);
    submit(form);
  },
});

/** What a person does once the form is there. */
const playing = (act: (form: PetitionSignForm) => unknown): Story['play'] => {
  return async ({canvasElement}) => {
    await act(await formIn(canvasElement));
  };
};

const fieldsOf = (lang: string, isMeant: (field: FormField) => boolean): Partial<PetitionForm> => ({
  fields: richForm(lang).fields.filter(isMeant),
  consents: [],
});

const consentsOf = (lang: string, isMeant: (consent: FormConsent) => boolean): Partial<PetitionForm> => ({
  fields: petitionIn(lang).form.fields.slice(0, 3),
  consents: richForm(lang).consents.filter(isMeant),
});

const later = problem('unavailable', {retryAfter: 45});

export const Ready: Story = {};
export const Loading: Story = {args: {client: new FakeClient({}, {reading: 'silent'})}};
export const Failed: Story = {args: {client: new FakeClient({}, {reading: 'unreachable'})}};

/** Each kind of field, consent and choice that there is. */
export const EveryField: Story = {args: {client: new FakeClient({}, {form: richForm})}};
export const EveryFieldFilledIn: Story = {
  args: EveryField.args ?? {},
  play: async ({canvasElement, args}) => fillAll(await formIn(canvasElement), args.lang),
};
export const CustomFields: Story = {
  args: {client: asking((lang) => fieldsOf(lang, ({name}) => name.startsWith('x-')))},
};

/** Asks for a postcode only in some countries. */
export const FieldThatDepends: Story = {
  args: {client: asking((lang) => fieldsOf(lang, ({name}) => ['email', 'country', 'postalCode'].includes(name)))},
  play: playing((form) => enter(form, 'country', 'DE')),
};

export const CheckboxConsents: Story = {
  args: {client: asking((lang) => consentsOf(lang, ({kind}) => kind === 'checkbox'))},
};
export const YesNoConsent: Story = {
  args: {client: asking((lang) => consentsOf(lang, ({kind}) => kind === 'yes-no'))},
};
export const Listing: Story = {
  args: {client: asking((lang) => ({...consentsOf(lang, () => false), listing: ['name', 'initials', 'unlisted']}))},
};
export const ListingWithoutChoice: Story = {
  args: {client: asking((lang) => ({...consentsOf(lang, () => false), listing: ['initials']}))},
};

export const Mistakes: Story = {
  args: EveryField.args ?? {},
  play: playing(async (form) => {
    await fill(form, {email: 'ada', phone: '12', 'x-relatives': 'many'});
    submit(form);
    await partThere(form, 'failure');
  }),
};
export const AddressProposed: Story = {
  play: playing((form) => {
    enter(form, 'email', 'ada@gmial.com');
    leave(form, 'email');
  }),
};
export const FewCharactersLeft: Story = {
  play: playing((form) => enter(form, 'comment', 'Because it matters. '.repeat(24).trim())),
};
export const TooManyCharacters: Story = {
  play: playing((form) => enter(form, 'comment', 'Because it matters. '.repeat(26).trim())),
};

export const Sending: Story = sent({signing: 'silent'});

/** Tries again by itself, and says when. */
export const Waiting: Story = sent({signing: later});
/** It is there again when the story is come back to, so it has a petition of its own. */
export const WaitingOnDevice: Story = {
  ...sent({signing: later}),
  args: {client: new FakeClient({}, {signing: later}), petition: 'waits-on-device', keepOffline: true},
};
export const KeepsOffline: Story = {args: {keepOffline: true}};
export const GivenUp: Story = {
  args: {client: new FakeClient({}, {signing: later})},
  play: playing(async (form) => {
    await fill(form);
    submit(form);
    await partThere(form, 'stop');
    part(form, 'stop').click();
  }),
};
export const FailedToSend: Story = sent({signing: 'failed'});
export const Refused: Story = sent({
  signing: problem('invalid', {errors: [{field: 'email', code: 'not-allowed'}]}),
});

export const Signed: Story = sent({});
export const ConfirmationSent: Story = {
  ...sent({}),
  args: {client: asking(() => ({confirmation: 'email'}))},
};

export const Closed: Story = {args: {client: new FakeClient({status: 'closed', closesAt: '2019-02-24T00:00:00Z'})}};
export const ClosedMeanwhile: Story = sent({signing: 'closed'});

/** Asks for what this version can't give, and leads to the petition's own page. */
export const Unsupported: Story = {args: {client: asking(() => ({sealKey: 'key'}))}};
export const Untranslated: Story = {args: {client: new FakeClient({languages: ['fr']}), lang: 'ar'}};
