import type {PetitionForm} from '../../../src/backend/wire.ts';
import {problem} from '../../../src/model/outcome.ts';
import {FakeClient, type FakeClientOptions} from '../../support/fake-client.ts';
import {petitionIn, richForm} from '../../support/petitions.ts';
import {after, type Walk} from './walk.ts';

const tag = 'petition-sign-form';

const asking = (changes: Partial<PetitionForm>, options: FakeClientOptions = {}): FakeClient =>
  new FakeClient({}, {...options, form: (lang) => ({...petitionIn(lang).form, ...changes})});

const filledIn: Walk = {
  title: 'Filling it in',
  tag,
  attributes: [{}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['textbox', 'First name']},
    {
      press: 'Enter',
      on: ['textbox', 'First name'],
      is: 'wrong',
      told: '4 answers need another look',
      what: 'Sends the form from any field. What is wrong is marked, and the first of it has the focus.',
    },
    {type: 'Ada', on: ['textbox', 'First name'], holds: 'Ada', what: 'Its message goes.'},
    {press: 'Tab', on: ['textbox', 'Last name'], is: 'wrong'},
    {type: 'Lovelace', on: ['textbox', 'Last name'], holds: 'Lovelace'},
    {press: 'Tab', on: ['textbox', 'Email address'], is: 'wrong'},
    {type: 'ada@gmial.com', on: ['textbox', 'Email address'], holds: 'ada@gmial.com'},
    {
      press: 'Tab',
      on: ['combobox', 'Country'],
      is: 'wrong',
      told: 'Did you mean ada@gmail.com?',
      what: 'An address that looks mistyped is asked about once it is left.',
    },
    {press: 'Shift+Tab', on: ['button', 'Did you mean ada@gmail.com?']},
    {
      press: 'Space',
      on: ['textbox', 'Email address'],
      holds: 'ada@gmail.com',
      told: 'Your email address is now ada@gmail.com',
      what: 'Takes it.',
    },
    {press: 'Tab', on: ['combobox', 'Country'], is: 'wrong'},
    {type: 'germ', on: ['combobox', 'Country'], holds: 'Germany', what: 'The browser’s own list, with its own keys.'},
    {press: 'Tab', on: ['textbox', 'Postcode (optional)']},
    {press: 'Tab', on: ['textbox', 'Why are you signing? (optional)']},
    {type: 'One', on: ['textbox', 'Why are you signing? (optional)'], holds: 'One'},
    {
      press: 'Enter',
      on: ['textbox', 'Why are you signing? (optional)'],
      holds: 'One\n',
      what: 'Here it begins a line.',
    },
    {press: 'Tab', on: ['checkbox', 'Send me news of this petition. (optional)']},
    {press: 'Space', on: ['checkbox', 'Send me news of this petition. (optional)'], is: 'ticked'},
    {press: 'Space', on: ['checkbox', 'Send me news of this petition. (optional)'], what: 'No longer ticked.'},
    {press: 'Tab', on: ['button', 'Sign this petition']},
    {press: 'Tab', on: ['link', 'How Torchlight Uyghur Group treats your data']},
    {press: 'Tab', on: after, what: 'Out of the form.'},
    {press: 'Shift+Tab', times: 2, on: ['button', 'Sign this petition'], what: 'The same way back.'},
    {press: 'Enter', on: ['heading', 'Thank you, Ada'], what: 'The thanks stand in the form’s place, and are read.'},
    {press: 'Tab', on: after},
  ],
};

const questions: Walk = {
  title: 'Questions and choices',
  tag,
  attributes: [{}],
  client: () => {
    const {consents} = richForm('en');
    const asked = consents.filter(({name}) => name !== 'updates');
    return asking({fields: [], consents: asked, listing: ['name', 'initials', 'unlisted']});
  },
  from: 'before',
  steps: [
    {press: 'Tab', on: ['radio', 'Yes'], what: 'Nothing is chosen beforehand.'},
    {press: 'Space', on: ['radio', 'Yes'], is: 'chosen'},
    {press: 'ArrowDown', on: ['radio', 'No'], is: 'chosen', what: 'The arrow keys choose within a group.'},
    {press: 'ArrowUp', on: ['radio', 'Yes'], is: 'chosen'},
    {press: 'Tab', on: ['checkbox', 'I am at least 16 years old.'], what: 'A group is one stop.'},
    {press: 'Space', on: ['checkbox', 'I am at least 16 years old.'], is: 'ticked'},
    {press: 'Tab', on: ['radio', 'With my name'], is: 'chosen'},
    {press: 'ArrowDown', on: ['radio', 'With my initials'], is: 'chosen'},
    {press: 'Tab', on: ['button', 'Sign this petition']},
    {press: 'Shift+Tab', on: ['radio', 'With my initials'], is: 'chosen', what: 'Back to what is chosen.'},
  ],
};

const [reason, waiting] = [
  'The petition’s server can’t take signatures for a moment.',
  ['textbox', 'First name'],
] as const;

const waits: Walk = {
  title: 'While a signature waits',
  tag,
  attributes: [{}],
  client: () =>
    asking(
      {fields: [{name: 'givenName', required: true}], consents: []},
      {signing: problem('unavailable', {retryAfter: 600})},
    ),
  from: 'before',
  steps: [
    {press: 'Tab', on: waiting},
    {type: 'Ada', on: waiting, holds: 'Ada'},
    {press: 'Enter', on: waiting, holds: 'Ada', told: reason, what: 'The focus stays where it is.'},
    {press: 'Tab', on: ['button', 'Try now']},
    {press: 'Tab', on: ['button', 'Stop trying']},
    {
      press: 'Enter',
      on: ['button', 'Sign this petition'],
      told: reason,
      what: 'It no longer waits, and can be sent again.',
    },
  ],
};

export const signFormWalks: readonly Walk[] = [filledIn, questions, waits];
