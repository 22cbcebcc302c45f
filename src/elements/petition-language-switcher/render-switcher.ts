import {html, nothing} from 'lit/html.js';
import {ownNameOf} from '../../i18n/formats.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {chevronIcon, languageIcon} from '../../styles/icons.ts';

export const renderSwitcher = (content: unknown): unknown =>
  html`<slot name="header"></slot>${content}<slot name="footer"></slot>`;

export const renderMenuLayout = (opener: unknown, menu: unknown): unknown => html`${opener}${menu}`;

export interface OpenerView {
  /** The language that the petition is shown in. */
  readonly lang: string;
  readonly texts: Texts;
  /** Whether there is a menu to open. */
  readonly isThere: boolean;
  /** Somebody is about to press it. */
  readonly approach: (event: Event) => void;
  readonly press: (event: Event) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The button that names the language and opens the menu of the others. */
export const renderOpener = ({lang, texts, isThere, approach, press, onKey}: OpenerView): unknown =>
  html`<button
    class="quiet opener"
    part="button"
    type="button"
    popovertarget=${isThere ? 'menu' : nothing}
    aria-haspopup="listbox"
    aria-expanded=${isThere ? nothing : 'false'}
    @pointerenter=${approach}
    @focus=${approach}
    @click=${press}
    @keydown=${onKey}
  >
    ${languageIcon}
    <span class="visually-hidden">${texts.text('language')}</span>
    <span lang=${lang} dir=${directionOf(lang)}>${ownNameOf(lang)}</span>
    <span class="chevron">${chevronIcon}</span>
  </button>`;
