import {html, nothing, type TemplateResult} from 'lit';
import {directionOf, ownNameOf} from '../../i18n/locales.ts';
import type {Texts} from '../../i18n/texts.ts';

type Choose = (lang: string) => void;

/** The languages in a line, which may end in a button that shows the others. */
export function renderList(
  listed: readonly string[],
  current: string,
  texts: Texts,
  choose: Choose,
  more: {readonly text: string; readonly showAll: () => Promise<void>} | undefined,
): TemplateResult {
  return html`
    <ul class="list" aria-label=${texts.text('languages')}>
      ${listed.map(
        (tag) => html`<li>
          <button
            class="text"
            part="option"
            type="button"
            lang=${tag}
            dir=${directionOf(tag)}
            aria-current=${tag === current ? 'true' : nothing}
            @click=${() => choose(tag)}
          >
            ${ownNameOf(tag)}
          </button>
        </li>`,
      )}
      ${more ? html`<li><button class="text" type="button" @click=${more.showAll}>${more.text}</button></li>` : nothing}
    </ul>
  `;
}

/** The languages in the browser's own control. */
export function renderSelect(
  offered: readonly string[],
  current: string,
  texts: Texts,
  choose: Choose,
): TemplateResult {
  return html`
    <select
      aria-label=${texts.text('language')}
      @change=${({target}: Event) => {
        if (!(target instanceof HTMLSelectElement)) return;
        choose(target.value);
        // It shows what is chosen once that is so: the page may have cancelled it.
        target.value = current;
      }}
    >
      ${offered.map(
        (tag) => html`<option value=${tag} lang=${tag} dir=${directionOf(tag)} .selected=${tag === current}>
          ${ownNameOf(tag)}
        </option>`,
      )}
    </select>
  `;
}
