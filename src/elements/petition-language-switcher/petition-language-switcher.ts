import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {directionOf, ownNameOf} from '../../i18n/locales.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import {controls} from '../../styles/controls.ts';
import {checkIcon, chevronIcon, languageIcon} from '../../styles/icons.ts';
import {tokens} from '../../styles/tokens.ts';
import {PetitionLanguageEvent} from '../base/events.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {nextOption} from './listbox.ts';
import {styles} from './petition-language-switcher.styles.ts';
import {renderList, renderSelect} from './render-flat.ts';

const layouts = ['menu', 'list', 'select'] as const;
type SwitcherLayout = (typeof layouts)[number];

/** How many languages a list shows before "and 6 more". */
const mostListed = 5;

/**
 * The languages that a petition is in, each under its own name. The one chosen is that of all the
 * page's elements of this petition.
 *
 * @summary The languages, each under its own name.
 * @fires petition-language - The reader chose a language; cancelable.
 * @cssstate list - The languages stand in a line.
 * @slot header - Above the languages.
 * @slot footer - Below them.
 * @csspart button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart option - A language.
 */
export class PetitionLanguageSwitcher extends PetitionElement {
  static override readonly styles = [tokens, controls, styles];

  @property()
  get layout(): SwitcherLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', layouts, value);
  }
  #layout: SwitcherLayout = 'menu';

  /** The languages to offer, as tags with spaces between, of those that the petition is in; all by default. */
  @property() languages: string | null | undefined;

  @state() private isListOpen = false;
  @query('.menu') private readonly menu!: HTMLElement | null;
  @query('.opener') private readonly opener!: HTMLElement | null;
  #stopPlacing: (() => void) | undefined;
  #hadFocus = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('list', this.layout === 'list');
  }

  /** The languages on offer, in the petition's order. */
  #offered(petition: Petition): readonly string[] {
    const wanted = (this.languages ?? '').split(/\s+/).filter(Boolean);
    for (const tag of wanted) {
      if (!petition.languages.includes(tag)) warnOnce(`the petition "${petition.id}" is not in "${tag}"`);
    }
    const offered = petition.languages.filter((tag) => wanted.includes(tag));
    return offered.length > 0 ? offered : petition.languages;
  }

  readonly #choose = (lang: string): void => {
    const {store, petitionId} = this.context;
    if (!store || !petitionId) return;
    if (this.dispatchEvent(new PetitionLanguageEvent(petitionId, lang))) store.chooseLanguage(lang);
  };

  #chooseFromMenu(lang: string): void {
    this.menu?.hidePopover();
    this.#choose(lang);
  }

  readonly #onBeforeToggle = ({newState}: ToggleEvent): void => {
    if (newState === 'closed') this.#hadFocus = this.menu?.matches(':focus-within') ?? false;
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    if (event.newState === 'open') void this.#showMenu();
    // Not every browser gives a button the focus that is pressed, and so none back to it.
    else if (this.#hadFocus) this.opener?.focus();
  };

  async #showMenu(): Promise<void> {
    const {menu, opener} = this;
    if (!menu || !opener) return;
    const first =
      menu.querySelector<HTMLElement>('[aria-selected="true"]') ?? menu.querySelector<HTMLElement>('.option');
    first?.focus({preventScroll: true});
    const stop = await this.#place(opener, menu);
    menu.classList.add('placed');
    if (menu.matches(':popover-open') && this.isConnected) this.#stopPlacing = stop;
    else stop?.();
  }

  /** Without the part of the script that places it, the menu opens in the middle of the window. */
  async #place(button: HTMLElement, menu: HTMLElement): Promise<(() => void) | undefined> {
    try {
      const {placeMenu} = await import('./place-menu.ts');
      return await placeMenu(button, menu);
    } catch (error) {
      warnOnce(`the language menu can't be placed, as a part of the script did not load (${String(error)})`);
      return undefined;
    }
  }

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const options = [...(this.menu?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const focused = options.findIndex((option) => option.matches(':focus'));
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      options[focused]?.click();
    } else if (event.key === 'Tab') {
      this.menu?.hidePopover();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
      const names = options.map((option) => option.textContent.trim());
      const next = nextOption(event.key, focused, names);
      if (next === undefined) return;
      event.preventDefault();
      options[next]?.focus();
    }
  };

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.menu?.showPopover();
  };

  protected override renderLoading(): unknown {
    return html`<span class="line waiting"></span>`;
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const offered = this.#offered(petition);
    if (offered.length < 2) return nothing;
    return html`
      <slot name="header"></slot>
      ${this.#renderLayout(offered, petition.lang, texts)}
      <slot name="footer"></slot>
    `;
  }

  #renderLayout(offered: readonly string[], current: string, texts: Texts): unknown {
    switch (this.layout) {
      case 'list':
        return this.#renderList(offered, current, texts);
      case 'select':
        return renderSelect(offered, current, texts, this.#choose);
      case 'menu':
        return this.#renderMenu(offered, current, texts);
    }
  }

  #renderMenu(offered: readonly string[], current: string, texts: Texts): unknown {
    return html`
      <button
        class="quiet opener"
        part="button"
        type="button"
        popovertarget="menu"
        aria-haspopup="listbox"
        @keydown=${this.#onButtonKey}
      >
        ${languageIcon}
        <span class="visually-hidden">${texts.text('language')}</span>
        <span lang=${current} dir=${directionOf(current)}>${ownNameOf(current)}</span>
        <span class="chevron">${chevronIcon}</span>
      </button>
      <div
        class="menu"
        part="menu"
        id="menu"
        popover
        role="listbox"
        aria-label=${texts.text('languages')}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onMenuKey}
      >
        ${offered.map((tag) => this.#renderOption(tag, tag === current))}
      </div>
    `;
  }

  #renderOption(tag: string, isCurrent: boolean): unknown {
    return html`
      <div
        class="option"
        part="option"
        role="option"
        tabindex="-1"
        aria-selected=${isCurrent}
        @click=${() => this.#chooseFromMenu(tag)}
      >
        <span lang=${tag} dir=${directionOf(tag)}>${ownNameOf(tag)}</span>${isCurrent ? checkIcon : nothing}
      </div>
    `;
  }

  /** The focus goes on to the first language that was not there before. */
  readonly #showAll = async (): Promise<void> => {
    this.isListOpen = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.list button')[mostListed]?.focus();
  };

  #renderList(offered: readonly string[], current: string, texts: Texts): unknown {
    const listed = this.isListOpen ? offered : offered.slice(0, mostListed);
    const more = offered.length - listed.length;
    const shownMore = formatNumber(this.context.language, more);
    const moreText = texts.message('languagesMore', {count: more, more: shownMore}) ?? `+${shownMore}`;
    return renderList(
      listed,
      current,
      texts,
      this.#choose,
      more > 0 ? {text: moreText, showAll: this.#showAll} : undefined,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-language-switcher': PetitionLanguageSwitcher;
  }
}
