import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../backend/wire.ts';
import {directionOf} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {closeIcon} from '../../styles/icons.ts';

export {dialogStyles} from './dialog-layouts.styles.ts';

export interface BarView {
  readonly petition: Petition | undefined;
  readonly texts: Texts | undefined;
  /** Whether there is nothing left to open. */
  readonly isOver: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** What there is to say of the petition's language. */
  readonly note: unknown;
  readonly switcher: unknown;
  readonly form: unknown;
  readonly text: unknown;
}

function renderOpener({petition, texts, open}: BarView): TemplateResult {
  return html`<button
    class="primary"
    part="open"
    type="button"
    aria-haspopup="dialog"
    ?disabled=${!petition}
    @click=${open}
  >
    ${texts?.text('open')}
  </button>`;
}

/**
 * A bar with a button, and the dialog with the form that it opens. A part of the script of its own, as most
 * pages show a petition in full.
 */
export function renderBar(view: BarView): TemplateResult {
  const {petition, texts, isOver, close, note, switcher, form, text} = view;
  return html`
    <div class="bar">
      <petition-card class="card" exportparts="card,title,status,sentence,total" layout="compact" href=""></petition-card>
      ${isOver ? nothing : renderOpener(view)}
    </div>
    <dialog part="dialog" aria-labelledby="title">
      <div class="top">
        ${switcher}
        <button class="quiet close" part="close" type="button" @click=${close}>
          ${closeIcon}<span class="visually-hidden">${texts?.text('close')}</span>
        </button>
      </div>
      ${note}
      ${petition ? html`<h2 class="title" id="title" tabindex="-1" autofocus lang=${petition.lang} dir=${directionOf(petition.lang)}>${petition.title}</h2>` : nothing}
      ${form} ${text}
    </dialog>
  `;
}
