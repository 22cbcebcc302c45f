import {after, type Walk} from './walk.ts';

const tag = 'petition-language-switcher';

const menu: Walk = {
  title: 'Menu',
  tag,
  attributes: [{layout: 'menu'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['button', 'Language English']},
    {
      press: 'Enter',
      on: ['option', 'English'],
      is: 'chosen',
      open: 'menu',
      what: 'Opens the menu at the current language; the space bar and the arrow keys do so, too.',
    },
    {press: 'ArrowDown', on: ['option', 'Français French'], open: 'menu', what: 'The next one.'},
    {press: 'ArrowUp', on: ['option', 'English'], is: 'chosen', open: 'menu', what: 'The one before.'},
    {press: 'End', on: ['option', '繁體中文 Traditional Chinese'], open: 'menu', what: 'The last one.'},
    {press: 'Home', on: ['option', 'Deutsch German'], open: 'menu', what: 'The first one.'},
    {
      type: 'tr',
      on: ['option', '繁體中文 Traditional Chinese'],
      open: 'menu',
      what: 'What is typed finds a language by its own name, or by its name in yours.',
    },
    {press: 'Escape', on: ['button', 'Language English'], what: 'Closes the menu, with nothing chosen.'},
    {press: 'ArrowDown', on: ['option', 'English'], is: 'chosen', open: 'menu'},
    {press: 'Tab', on: after, what: 'Closes the menu, with nothing chosen, and goes on.'},
    {press: 'Shift+Tab', on: ['button', 'Language English']},
    {press: 'Space', on: ['option', 'English'], is: 'chosen', open: 'menu'},
    {press: 'ArrowDown', on: ['option', 'Français French'], open: 'menu'},
    {
      press: 'Enter',
      on: ['button', 'Langue Français'],
      told: 'Langue modifiée : français',
      what: 'Chooses it; so does the space bar.',
    },
  ],
};

const list: Walk = {
  title: 'List',
  tag,
  attributes: [{layout: 'list'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['button', 'Deutsch']},
    {press: 'Tab', on: ['button', 'English'], is: 'current'},
    {press: 'Tab', on: ['button', 'Français']},
    {press: 'Tab', times: 3, on: ['button', 'and 7 more']},
    {press: 'Enter', on: ['button', 'Русский'], what: 'Shows the others; the first of them has the focus.'},
    {press: 'Shift+Tab', times: 3, on: ['button', 'Français']},
    {
      press: 'Enter',
      on: ['button', 'Français'],
      is: 'current',
      told: 'Langue modifiée : français',
      what: 'Chooses it; so does the space bar.',
    },
  ],
};

const links: Walk = {
  title: 'List of links',
  tag,
  attributes: [{layout: 'list', languages: 'en fr', remember: 'url'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['link', 'English'], is: 'current'},
    {press: 'Tab', on: ['link', 'Français']},
    {press: 'Tab', on: after},
  ],
};

const select: Walk = {
  title: 'Select',
  tag,
  attributes: [{layout: 'select'}],
  from: 'before',
  steps: [
    {press: 'Tab', on: ['combobox', 'Language'], holds: 'English'},
    {
      type: 'f',
      on: ['combobox', 'Langue'],
      holds: 'Français',
      told: 'Langue modifiée : français',
      what: 'The browser’s own list, with its own keys.',
    },
    {press: 'Tab', on: after},
  ],
};

export const languageSwitcherWalks: readonly Walk[] = [menu, list, links, select];
