import {nothing, render} from 'lit/html.js';
import type {CSSResult} from '@lit/reactive-element/css-tag.js';
import type {Petition} from '../backend/wire.ts';
import type {Texts} from '../i18n/texts.ts';
import {type Drawn, markDrawn} from '../elements/base/drawn.ts';
import {renderElement} from '../elements/base/render-element.ts';
import type {Waking} from './waking.ts';

/** What a petition is drawn from. */
export interface Scene {
  /** The outermost. */
  readonly element: HTMLElement;
  readonly petition: Petition;
  readonly texts: Texts;
  /** The reader's language. */
  readonly readers: string;
  /** The language of the texts, as a tag that formats numbers and dates beside them. */
  readonly lang: string;
  /** The backend's URL. */
  readonly base: string;
  readonly waking: Waking;
}

interface Picture {
  readonly texts: Texts;
  readonly content: unknown;
  readonly announcement: unknown;
}

/** An element's shadow root, for what its class would render. */
export interface Shadow {
  readonly mark: Drawn;
  readonly root: ShadowRoot;
  readonly render: (picture: Picture) => ShadowRoot;
}

const themes: ReadonlySet<string | null> = new Set(['light', 'dark']);

export function shadowOf(element: Element, {petition}: Scene, styles: readonly CSSResult[]): Shadow {
  const root = element.attachShadow({mode: 'open'});
  root.adoptedStyleSheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  const named = element.getAttribute('theme');
  const theme = named !== null && themes.has(named) ? named : 'auto';
  return {
    mark: markDrawn(element, petition),
    root,
    render: (picture) => {
      render(renderElement({...picture, theme, problem: nothing}), root);
      return root;
    },
  };
}
