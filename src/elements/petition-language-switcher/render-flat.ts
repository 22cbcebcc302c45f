import {html, nothing, type TemplateResult} from 'lit/html.js';
import {directionOf} from '../../i18n/language-tags.ts';
import {isolate} from '../../i18n/isolate.ts';
import type {Texts} from '../../i18n/texts.ts';
import {chevronIcon} from '../../styles/icons.ts';
import type {LanguageOption} from './language-options.ts';

export interface FlatView {
  readonly options: readonly LanguageOption[];
  readonly current: string;
  readonly texts: Texts;
  readonly choose: (lang: string) => void;
}

export interface ListView extends FlatView {
  /** Those that are shown. The others stay in their places, so that no switch moves what has the focus. */
  readonly listed: readonly LanguageOption[];
  /** Where a language leads by itself; undefined where no address holds it. */
  readonly addressOf: (lang: string) => string | undefined;
  readonly more: {readonly text: string; readonly showAll: () => Promise<void>} | undefined;
}

/** A click that asks for another tab or window is the browser's. */
const isPlain = ({button, altKey, ctrlKey, metaKey, shiftKey}: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;

function renderLanguage({tag, own, translated}: LanguageOption, view: ListView): TemplateResult {
  const address = view.addressOf(tag);
  const isCurrent = tag === view.current ? 'true' : nothing;
  // The page's address may have changed since it was rendered.
  const renew = ({currentTarget}: Event): void => {
    if (currentTarget instanceof HTMLAnchorElement) currentTarget.href = view.addressOf(tag) ?? currentTarget.href;
  };
  const onClick = (event: MouseEvent): void => {
    if (!isPlain(event)) return;
    event.preventDefault();
    view.choose(tag);
  };
  return address === undefined
    ? html`<button
        class="text"
        part="option"
        type="button"
        lang=${tag}
        dir=${directionOf(tag)}
        title=${translated ?? nothing}
        aria-current=${isCurrent}
        @click=${onClick}
      >
        ${own}
      </button>`
    : html`<a
        class="text"
        part="option"
        href=${address}
        hreflang=${tag}
        lang=${tag}
        dir=${directionOf(tag)}
        title=${translated ?? nothing}
        aria-current=${isCurrent}
        @pointerdown=${renew}
        @focus=${renew}
        @click=${onClick}
        >${own}</a
      >`;
}

/** The languages in a line, which may end in a button that shows the others. */
export function renderList(view: ListView): TemplateResult {
  const {options, listed, texts, more} = view;
  return html`
    <ul class="list" aria-label=${texts.text('languages')}>
      ${options.map((option) => html`<li ?hidden=${!listed.includes(option)}>${renderLanguage(option, view)}</li>`)}
      ${more ? html`<li><button class="text" type="button" @click=${more.showAll}>${more.text}</button></li>` : nothing}
    </ul>
  `;
}

const bothNames = ({own, translated}: LanguageOption): string =>
  translated === undefined ? own : `${own} – ${isolate(translated)}`;

/** The languages in the browser's own control. */
export function renderSelect({options, current, texts, choose}: FlatView): TemplateResult {
  return html`
    <span class="select"><select
      part="select"
      aria-label=${texts.text('language')}
      @change=${({target}: Event) => {
        if (!(target instanceof HTMLSelectElement)) return;
        choose(target.value);
        // It shows what is chosen once that is so: the page may have cancelled it.
        target.value = current;
      }}
    >
      ${options.map(
        (option) => html`<option
          value=${option.tag}
          lang=${option.tag}
          dir=${directionOf(option.tag)}
          .selected=${option.tag === current}
        >
          ${bothNames(option)}
        </option>`,
      )}
    </select>${chevronIcon}</span>
  `;
}
