import {type FieldKind, usualKinds} from '../elements/petition-sign-form/usual-kinds.ts';
import {columns} from '../styles/columns.ts';
import {controls} from '../styles/controls.ts';
import {fields} from '../styles/fields.ts';
import {frame, make} from './framed.ts';
import type {LocalTexts} from './local-texts.ts';

const lines = (...kinds: readonly string[]): HTMLElement[] =>
  kinds.map((kind) => make('span', {class: `line ${kind}`}));

function field(name: string, kind: FieldKind, label: string): HTMLElement {
  const {type, autocomplete, inputmode = 'text', autocapitalize = 'off', isLtr} = kind;
  const hints = {type, autocomplete, inputmode, autocapitalize, spellcheck: 'false', enterkeyhint: 'next'};
  return make(
    'div',
    {class: `field ${name}`},
    make('label', {for: name}, label),
    make('input', {id: name, name, ...hints, ...(isLtr ? {dir: 'ltr'} : {})}),
    make('p', {class: 'message'}),
  );
}

/** The fields that nearly every petition asks for, to be filled in at once; the petition's own come in their place. */
const formFrame = ({texts}: LocalTexts): HTMLElement =>
  make(
    'div',
    {class: 'form'},
    make('h2', {class: 'heading'}, texts.form),
    ...Object.entries(usualKinds).map(([name, kind]) => field(name, kind, texts[kind.label])),
    make('div', {class: 'rest'}, ...lines('input', 'input', 'input', 'input')),
    make('span', {class: 'visually-hidden', role: 'status'}, texts.loading),
  );

/** What the petition asks, before the form. */
const asked = (): HTMLElement =>
  make('div', {class: 'ahead'}, ...lines('image', 'short', 'title', 'title short', '', '', 'short'));

const campaignFrame = (form: HTMLElement): HTMLElement =>
  make(
    'div',
    {class: 'campaign full'},
    make('div', {class: 'top'}),
    make('div', {class: 'columns open'}, asked(), make('div', {class: 'sign'}, make('div', {class: 'root'}, form))),
  );

const isInDialog = (element: HTMLElement): boolean => (element.getAttribute('layout') ?? 'full') !== 'full';

/**
 * Paints what can be painted before the petition, the elements and their library are there: a form that can be
 * filled in. Undefined for an element that begins with something else, which holds its place itself.
 */
export function paintFirstFrame(element: HTMLElement, local: LocalTexts): ShadowRoot | undefined {
  const styles = [controls, fields, columns];
  if (element.localName === 'petition-sign-form') return frame(element, local, styles, formFrame(local));
  if (element.localName === 'petition-card' && !element.hasAttribute('layout')) {
    return frame(element, local, styles, make('div', {class: 'card'}, asked()));
  }
  if (element.localName !== 'petition-campaign' || isInDialog(element)) return undefined;
  return frame(element, local, styles, campaignFrame(formFrame(local)));
}
