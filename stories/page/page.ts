import type {Decorator} from '@storybook/web-components-vite';
import {html} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {directionOf} from '../../src/i18n/language-tags.ts';
import {emulateMedia} from './emulated-media.ts';
import {type Settings, usualSettings} from './settings.ts';

/** What the toolbar says. */
export const settingsOf = (globals: Readonly<Record<string, unknown>>): Settings => ({...usualSettings, ...globals});

function emulate({motion, contrast}: Settings): void {
  emulateMedia(
    new Map([
      ...(motion === 'reduced' ? [['prefers-reduced-motion', 'reduce'] as const] : []),
      ...(contrast === 'more' ? [['prefers-contrast', 'more'] as const] : []),
      ...(contrast === 'forced' ? [['forced-colors', 'active'] as const] : []),
    ]),
  );
}

/** The page that a story stands on, in the language, the colours and the size of text that the toolbar says. */
export const page: Decorator = (story, {globals}) => {
  const settings = settingsOf(globals);
  const {language, direction, theme, density, zoom, network} = settings;
  emulate(settings);
  document.documentElement.style.fontSize = zoom === '100' ? '' : `${zoom}%`;
  const dir = direction === 'auto' ? directionOf(language) : direction;
  // Elements read their data again when it is reached in another way.
  return html`
    <div class="page ${theme} ${density}" lang=${language} dir=${dir}>${keyed(network, story())}</div>
  `;
};
