import type {CSSResult} from '@lit/reactive-element/css-tag.js';
import {directionOf} from '../i18n/language-tags.ts';
import {base} from '../styles/base.ts';
import {frameStyles} from './first-frame.styles.ts';
import type {LocalTexts} from './local-texts.ts';

type Attributes = Readonly<Record<string, string>>;

/** An element with these attributes and this content; text is text. */
export function make(name: string, attributes: Attributes = {}, ...content: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  for (const each of content) element.appendChild(typeof each === 'string' ? document.createTextNode(each) : each);
  return element;
}

const sheetOf = ({styleSheet}: CSSResult): CSSStyleSheet[] => (styleSheet ? [styleSheet] : []);

/** What the element sees to once it is defined: it is a block, and seen, whatever a page makes of tags that it doesn't know. */
const held = {display: 'block', visibility: 'inherit'} as const;

async function holdUntilDefined(element: HTMLElement): Promise<void> {
  const {localName, style} = element;
  for (const [name, value] of Object.entries(held)) style.setProperty(name, value, 'important');
  await customElements.whenDefined(localName);
  for (const name of Object.keys(held)) style.removeProperty(name);
  // Chromium has to be asked for an attribute that it has not written out yet, or it stays as an empty one.
  if (element.getAttribute('style') === '') element.removeAttribute('style');
}

/**
 * Puts content into an element as its fallback, which it shows until it has something better. It stands in a
 * shadow root of its own, whatever the page's styles.
 */
export function frame(
  element: HTMLElement,
  {locale}: LocalTexts,
  styles: readonly CSSResult[],
  content: HTMLElement,
): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = [...base, ...styles, frameStyles].flatMap(sheetOf);
  const theme = element.getAttribute('theme') ?? '';
  root.appendChild(make('div', {class: `root ${theme}`, lang: locale, dir: directionOf(locale)}, content));
  element.appendChild(host);
  void holdUntilDefined(element);
  return root;
}
