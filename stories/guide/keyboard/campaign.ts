import {after, before, type Walk} from './walk.ts';

const tag = 'petition-campaign';

const full: Walk = {
  title: 'In full, from its start',
  tag,
  attributes: [{layout: 'full'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['link', 'Torchlight Uyghur Group']},
    {press: 'Tab', on: ['button', 'Language English']},
    {press: 'Tab', on: ['textbox', 'First name'], what: 'The form, as above.'},
    {press: 'Shift+Tab', times: 3, on: before},
  ],
};

const backwards: Walk = {
  title: 'In full, from its end',
  tag,
  attributes: [{layout: 'full'}],
  from: 'after',
  steps: [
    {press: 'Shift+Tab', on: ['link', 'public account'], what: 'A link in the petition’s text.'},
    {press: 'Shift+Tab', on: ['link', 'How Torchlight Uyghur Group treats your data']},
    {press: 'Shift+Tab', on: ['button', 'Sign this petition']},
    {press: 'Tab', times: 3, on: after},
  ],
};

/** Where the dialog begins. */
const title = ['heading', 'China: Stop Collecting DNA from Entire Uyghur Population'] as const;

const dialog: Walk = {
  title: 'Compact and banner: the form in a dialog',
  tag,
  attributes: [{layout: 'compact'}, {layout: 'banner'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['button', 'Sign this petition']},
    {
      press: 'Enter',
      on: title,
      open: 'dialog',
      what: 'Opens the dialog, at the petition’s title; nothing behind it can be reached.',
    },
    {press: 'Tab', on: ['textbox', 'First name'], open: 'dialog'},
    {type: 'Ada', on: ['textbox', 'First name'], holds: 'Ada', open: 'dialog'},
    {press: 'Shift+Tab', on: ['button', 'Close'], open: 'dialog'},
    {press: 'Shift+Tab', on: ['button', 'Language English'], open: 'dialog'},
    {press: 'Enter', on: ['option', 'English'], is: 'chosen', open: 'dialog and menu'},
    {press: 'Escape', on: ['button', 'Language English'], open: 'dialog', what: 'Closes the menu alone.'},
    {press: 'Escape', on: ['button', 'Sign this petition'], what: 'Closes the dialog; the focus is where it was.'},
    {press: 'Space', on: title, open: 'dialog'},
    {
      press: 'Tab',
      on: ['textbox', 'First name'],
      holds: 'Ada',
      open: 'dialog',
      what: 'What was typed is still there.',
    },
    {press: 'Shift+Tab', on: ['button', 'Close'], open: 'dialog'},
    {press: 'Enter', on: ['button', 'Sign this petition'], what: 'Closes it as well.'},
    {press: 'Tab', on: after},
  ],
};

export const campaignWalks: readonly Walk[] = [full, backwards, dialog];
