import {html, nothing, type TemplateResult} from 'lit/html.js';
import {directionOf} from '../../i18n/language-tags.ts';
import {checkIcon} from '../../styles/icons.ts';
import type {LanguageMenu} from './language-menu.ts';
import type {LanguageOption} from './language-options.ts';
import type {FlatView} from './render-flat.ts';

/** A listbox of all languages (ARIA APG, listbox pattern). */
export function renderMenu(view: FlatView, menu: LanguageMenu): TemplateResult {
  const {options, texts} = view;
  return html`
    <div
      class="menu"
      part="menu"
      id="menu"
      popover
      role="listbox"
      aria-label=${texts.text('languages')}
      @beforetoggle=${menu.onBeforeToggle}
      @toggle=${menu.onToggle}
      @keydown=${menu.onKey}
    >
      ${options.map((option) => renderOption(option, view, menu))}
    </div>
  `;
}

function renderOption({tag, own, translated}: LanguageOption, view: FlatView, menu: LanguageMenu): TemplateResult {
  const isCurrent = tag === view.current;
  const onClick = (): void => {
    menu.close();
    view.choose(tag);
  };
  return html`
    <div class="option" part="option" role="option" tabindex="-1" aria-selected=${isCurrent} @click=${onClick}>
      <span class="names">
        <span lang=${tag} dir=${directionOf(tag)}>${own}</span>
        ${translated === undefined ? nothing : html`<span class="translated">${translated}</span>`}
      </span>
      ${isCurrent ? checkIcon : nothing}
    </div>
  `;
}
