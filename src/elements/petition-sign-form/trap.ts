import {html, type TemplateResult} from 'lit/html.js';
import {live} from 'lit/directives/live.js';
import type {Texts} from '../../i18n/texts.ts';

/** A name that robots like to fill in; a form posted without JavaScript has it too. */
export const trapName = 'website';

/**
 * A field that nobody meets: out of sight, out of the tab order and the accessibility tree, and marked for
 * password managers and autofill to pass by. What fills it in is a robot, or a browser's mistake.
 */
export function renderTrap(value: string, texts: Texts): TemplateResult {
  return html`
    <div class="visually-hidden" aria-hidden="true" inert>
      <label for=${trapName}>${texts.text('leaveEmpty')}</label>
      <input
        id=${trapName}
        name=${trapName}
        type="text"
        tabindex="-1"
        .value=${live(value)}
        autocomplete="off"
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        data-form-type="other"
      />
    </div>
  `;
}
