import {html} from 'lit';
import type {FormConsent, FormField, PetitionForm} from '../src/backend/wire.ts';
import '../src/define/petition-sign-form.ts';
import type {PetitionSignForm} from '../src/elements/petition-sign-form/petition-sign-form.ts';
import {problem} from '../src/model/outcome.ts';
import {FakeClient, type FakeClientOptions} from './support/fake-client.ts';
import {countriesThere, enter, fill, fillAll, formIn, leave, part, partThere, submit} from './support/filling.ts';
import {petitionIn, richForm} from './support/petitions.ts';
import {backedBy, clientOf, given, petition, showing, slotted, type Story, type StoryMeta} from './support/story.ts';

const meta: StoryMeta = {
  title: 'Elements/Sign form',
  component: 'petition-sign-form',
  args: {petition},
  render: (args, context) => html`
    <petition-sign-form ${given(args)} .client=${clientOf(context)}>${slotted(args)}</petition-sign-form>
  `,
};
export default meta;

/** A story of a form that differs from the usual one. */
const asking = (changes: (lang: string) => Partial<PetitionForm>, options: FakeClientOptions = {}): Story =>
  backedBy(() => new FakeClient({}, {...options, form: (lang) => ({...petitionIn(lang).form, ...changes(lang)})}));

/** What a person does once the form is there. */
const playing = (act: (form: PetitionSignForm) => unknown): {readonly play: NonNullable<Story['play']>} => ({
  play: async ({canvasElement}) => {
    await act(await formIn(canvasElement));
  },
});

/** A form that asks for the usual is filled in and sent; `end` is shown then. */
const sent = (options: FakeClientOptions, end: string): Story => ({
  ...showing({}, options),
  ...playing(async (form) => {
    await fill(form);
    submit(form);
    await partThere(form, end);
  }),
});

const fieldsOf = (lang: string, isMeant: (field: FormField) => boolean): Partial<PetitionForm> => ({
  fields: richForm(lang).fields.filter(isMeant),
  consents: [],
});

const consentsOf = (lang: string, isMeant: (consent: FormConsent) => boolean): Partial<PetitionForm> => ({
  fields: petitionIn(lang).form.fields.slice(0, 3),
  consents: richForm(lang).consents.filter(isMeant),
});

const later = problem('unavailable', {retryAfter: 45});

/** The form, its consents, its outcome. */
export const Overview: Story = {};
export const Loading: Story = showing({}, {reading: 'silent'});
export const Failed: Story = showing({}, {reading: 'unreachable'});
/** What stands inside the tag stays where the petition can't be had. */
export const Fallback: Story = {
  ...showing({}, {reading: 'unreachable'}),
  args: {'default-slot': 'You can sign this petition at example.org.'},
};

/** Each kind of field, consent and choice that there is. */
export const EveryField: Story = backedBy(() => new FakeClient({}, {form: richForm}));
export const EveryFieldFilledIn: Story = {
  ...EveryField,
  ...playing((form) => fillAll(form, form.lang)),
};

const named =
  (...names: readonly string[]) =>
  (lang: string) =>
    fieldsOf(lang, ({name}) => names.includes(name));

export const NameFields: Story = asking(named('givenName', 'familyName', 'organization'));
export const EmailField: Story = asking(named('email'));
export const PhoneField: Story = asking(named('phone'));
export const BirthDateField: Story = asking(named('birthDate'));
export const AddressFields: Story = asking(named('street', 'city', 'country'));
export const CommentField: Story = asking(named('comment'));
export const CustomTextField: Story = asking(named('x-birthplace'));
export const CustomNumberField: Story = asking(named('x-relatives'));
export const CustomDateField: Story = asking(named('x-since'));
export const CustomChoiceField: Story = asking(named('x-role'));
export const CustomCheckboxField: Story = asking(named('x-press'));

/** Asks for a postcode only in some countries. */
export const FieldThatDepends: Story = {
  ...asking(named('email', 'country', 'postalCode')),
  ...playing(async (form) => {
    await countriesThere(form);
    enter(form, 'country', 'DE');
  }),
};

export const CheckboxConsents: Story = asking((lang) => consentsOf(lang, ({kind}) => kind === 'checkbox'));
export const YesNoConsent: Story = asking((lang) => consentsOf(lang, ({kind}) => kind === 'yes-no'));
export const Listing: Story = asking((lang) => ({
  ...consentsOf(lang, () => false),
  listing: ['name', 'initials', 'unlisted'],
}));
export const ListingWithoutChoice: Story = asking((lang) => ({
  ...consentsOf(lang, () => false),
  listing: ['initials'],
}));

export const Mistakes: Story = {
  ...EveryField,
  ...playing(async (form) => {
    await fill(form, {email: 'ada', phone: '12', 'x-relatives': 'many'});
    submit(form);
    await partThere(form, 'failure');
  }),
};
export const AddressProposed: Story = playing(async (form) => {
  enter(form, 'email', 'ada@gmial.com');
  leave(form, 'email');
  await partThere(form, 'suggestion');
});
export const FewCharactersLeft: Story = playing(async (form) => {
  enter(form, 'comment', 'Because it matters. '.repeat(24).trim());
  await partThere(form, 'countdown');
});
export const TooManyCharacters: Story = playing(async (form) => {
  enter(form, 'comment', 'Because it matters. '.repeat(26).trim());
  await partThere(form, 'countdown');
});

export const Sending: Story = sent({signing: 'silent'}, 'submit');

/** Tries again by itself, and says when. */
export const Waiting: Story = {...sent({signing: later}, 'waiting'), tags: ['moving']};
/** It is there again when the story is come back to, so it has a petition of its own. */
export const WaitingOnDevice: Story = {
  ...sent({signing: later}, 'waiting'),
  args: {petition: 'waits-on-device', 'keep-offline': true},
  tags: ['moving'],
};
export const KeepsOffline: Story = {args: {'keep-offline': true}};
export const GivenUp: Story = {
  ...showing({}, {signing: later}),
  ...playing(async (form) => {
    await fill(form);
    submit(form);
    await partThere(form, 'stop');
    part(form, 'stop').click();
    await partThere(form, 'failure');
  }),
};
export const FailedToSend: Story = sent({signing: 'failed'}, 'failure');
export const Refused: Story = sent(
  {signing: problem('invalid', {errors: [{field: 'email', code: 'not-allowed'}]})},
  'failure',
);

export const Signed: Story = sent({}, 'thanks');
/** What the page adds to the thanks. */
export const SignedWithSlot: Story = {...sent({}, 'thanks'), args: {'thanks-slot': 'You are one of many.'}};
export const ConfirmationSent: Story = {
  ...sent({}, 'correct'),
  ...asking(() => ({confirmation: 'email'})),
};

export const Closed: Story = showing({status: 'closed', closesAt: '2019-02-24T00:00:00Z'});
export const Victory: Story = showing({status: 'victory', closesAt: '2019-02-24T00:00:00Z'});
export const ClosedMeanwhile: Story = sent({signing: 'closed'}, 'entered');

/** Asks for what this version can't give, and leads to the petition's own page. */
export const Unsupported: Story = asking(() => ({sealKey: 'key'}));
export const Untranslated: Story = showing({languages: ['ja']});

/** What is typed survives a reload of the tab. */
export const Draft: Story = {args: {draft: true, petition: 'has-a-draft'}};
/** Filled in from the page's address. */
export const Prefill: Story = {args: {prefill: true}};
export const Source: Story = {args: {source: 'partner-x'}};
export const Slots: Story = {
  args: {
    'header-slot': 'It takes half a minute.',
    'before-submit-slot': 'Your name goes to the European Commission.',
    'thanks-slot': 'You are one of many.',
    'footer-slot': 'Questions? Write to campaigns@example.org.',
  },
};
