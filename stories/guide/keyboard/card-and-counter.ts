import {FakeClient} from '../../support/fake-client.ts';
import {after, type Walk} from './walk.ts';

const title = 'China: Stop Collecting DNA from Entire Uyghur Population';

const card: Walk = {
  title: 'Card',
  tag: 'petition-card',
  attributes: [{layout: 'vertical'}, {layout: 'horizontal'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['link', 'Torchlight Uyghur Group']},
    {press: 'Tab', on: ['link', title]},
    {press: 'Tab', on: ['button', 'Deutsch'], what: 'The languages, as in a list of them.'},
    {press: 'Tab', times: 6, on: ['link', 'Read and sign'], what: 'Described by the petition’s title.'},
    {press: 'Tab', on: after},
  ],
};

const compact: Walk = {
  title: 'Compact card',
  tag: 'petition-card',
  attributes: [{layout: 'compact'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['link', title]},
    {press: 'Tab', on: ['link', 'Read and sign']},
    {press: 'Tab', on: after},
  ],
};

const counter: Walk = {
  title: 'Counter',
  tag: 'petition-counter',
  attributes: ['bar', 'number', 'ring', 'inline'].map((layout) => ({layout})),
  from: 'before',
  steps: [
    {
      press: 'Tab',
      on: after,
      told: '5,136 people have signed',
      what: 'Nothing in it takes the focus. The number is told when it is known.',
    },
  ],
};

const failed: Walk = {
  title: 'Any element whose petition can’t be had',
  tag: 'petition-card',
  attributes: [{}],
  client: () => new FakeClient({}, {reading: 'unreachable'}),
  from: 'before',
  steps: [
    {
      press: 'Tab',
      on: ['button', 'Try again'],
      told: 'The petition can’t be reached. Check your connection and try again.',
    },
    {press: 'Enter', on: ['button', 'Try again'], what: 'It is still there, and has the focus, while nothing answers.'},
    {press: 'Tab', on: after},
  ],
};

export const cardAndCounterWalks: readonly Walk[] = [card, compact, counter, failed];
