import type {CSSResult} from '@lit/reactive-element/css-tag.js';
import {directionOf} from '../i18n/language-tags.ts';
import {controls} from '../styles/controls.ts';
import {tokens} from '../styles/tokens.ts';
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
  root.adoptedStyleSheets = [tokens, controls, ...styles].flatMap(sheetOf);
  const theme = element.getAttribute('theme') ?? '';
  root.appendChild(make('div', {class: `root ${theme}`, lang: locale, dir: directionOf(locale)}, content));
  element.appendChild(host);
  return root;
}
