import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {addressIn, type Memory, memory, rememberLanguage} from '../../controllers/remembered-language.ts';
import {formatNumber, languageName, ownNameOf} from '../../i18n/formats.ts';
import {isSameLanguage, lookUp} from '../../i18n/language-tags.ts';
import {localeOf} from '../../i18n/locales.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import {controls} from '../../styles/controls.ts';
import {tokens} from '../../styles/tokens.ts';
import {PetitionLanguageEvent} from '../base/events.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {LanguageMenu} from './language-menu.ts';
import {fewOf, type LanguageOption, languageOptions} from './language-options.ts';
import {styles} from './petition-language-switcher.styles.ts';
import {type FlatView, renderList, renderSelect} from './render-flat.ts';
import {renderMenu} from './render-menu.ts';

const layouts = ['menu', 'list', 'select'] as const;
type SwitcherLayout = (typeof layouts)[number];

/** How many languages a list shows before "and 6 more". */
const mostListed = 5;

/**
 * The languages that a petition is in, each under its own name, beside which stands its name in the
 * reader's language where there is room. The one chosen is that of all the page's elements of this petition.
 *
 * @summary The languages, each under its own name.
 * @fires petition-language - The reader chose a language; cancelable.
 * @cssstate list - The languages stand in a line.
 * @slot header - Above the languages.
 * @slot footer - Below them.
 * @csspart button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart option - A language.
 * @csspart select - The browser's own control.
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

  /** `url` keeps the chosen language in the page's address, as `?lang=`, and takes it up from there. */
  @property()
  get remember(): Memory {
    return this.#remember;
  }
  set remember(value: string | null | undefined) {
    this.#remember = memory(this, value);
  }
  #remember: Memory;

  /** The languages to offer beside the one that is read, as tags with spaces between; all that the petition is in by default. */
  @property() languages: string | null | undefined;

  @state() private isListOpen = false;
  @state() private chosen: string | undefined;
  /** It stays in a short list, where each choice would put another in its place. */
  #readFirst: string | undefined;
  readonly #menu = new LanguageMenu(this, () => this.#options.map(namesOf));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('remember')) this.context.resolve();
    super.willUpdate(changed);
    this.#readFirst ??= this.shown?.lang;
    // What the page has changed since is no news of the reader's choice.
    if (!isSameLanguage(this.chosen ?? '', this.context.readersLanguage)) this.chosen = undefined;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('list', this.layout === 'list');
  }

  /** The languages on offer. */
  get #options(): readonly LanguageOption[] {
    return this.shown ? languageOptions(this.#offered(this.shown), this.context.language) : [];
  }

  #offered({id, languages, lang}: Petition): readonly string[] {
    const wanted = (this.languages ?? '').split(/\s+/).filter(Boolean);
    const found = wanted.map((tag) => lookUp(tag, languages));
    wanted.forEach((tag, index) => found[index] ?? warnOnce(`the petition "${id}" is not in "${tag}"`));
    if (found.every((tag) => tag === undefined)) return languages;
    return languages.filter((tag) => found.includes(tag) || tag === lang);
  }

  /** Whether the petition is in that language, or on its way; what could not be had may be chosen again. */
  #isAskedFor(lang: string): boolean {
    const asked = lookUp(this.context.readersLanguage, this.shown?.languages ?? []);
    const isSpoken = this.context.isWaitingForTexts || this.context.texts?.locale === (localeOf(lang) ?? 'en');
    return lang === asked && isSpoken && this.remote.state !== 'failed';
  }

  readonly #choose = (lang: string): void => {
    const {store, petitionId} = this.context;
    if (!store || !petitionId || this.#isAskedFor(lang)) return;
    if (!this.dispatchEvent(new PetitionLanguageEvent(petitionId, lang))) return;
    this.chosen = lang;
    store.chooseLanguage(lang);
    if (this.remember === 'url') rememberLanguage(lang);
  };

  /** The focus goes on to the first language that was not there before. */
  readonly #showAll = async (): Promise<void> => {
    const before = new Set(this.#listed(this.#options).map(({tag}) => tag));
    this.isListOpen = true;
    await this.updateComplete;
    const first = this.#options.findIndex(({tag}) => !before.has(tag));
    this.renderRoot.querySelectorAll<HTMLElement>('.list .text')[first]?.focus();
  };

  #listed(options: readonly LanguageOption[]): readonly LanguageOption[] {
    if (this.isListOpen) return options;
    const current = this.shown?.lang ?? '';
    return fewOf(options, current, [this.#readFirst ?? current, ...navigator.languages], mostListed);
  }

  protected override renderLoading(): unknown {
    return html`<span class="line waiting"></span>`;
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const options = this.#options;
    if (options.length < 2) return nothing;
    return html`
      <slot name="header"></slot>
      ${this.#renderLayout({options, current: petition.lang, texts, choose: this.#choose})}
      <slot name="footer"></slot>
    `;
  }

  #renderLayout(view: FlatView): unknown {
    switch (this.layout) {
      case 'list':
        return this.#renderList(view);
      case 'select':
        return renderSelect(view);
      case 'menu':
        return renderMenu(view, this.#menu);
    }
  }

  #renderList(view: FlatView): unknown {
    const listed = this.#listed(view.options);
    const count = view.options.length - listed.length;
    const more = formatNumber(this.context.language, count);
    const text = view.texts.message('languagesMore', {count, more});
    return renderList({
      ...view,
      listed,
      addressOf: (lang) => (this.remember === 'url' && this.isConnected ? addressIn(lang) : undefined),
      more: count > 0 ? {text, showAll: this.#showAll} : undefined,
    });
  }

  /** That the language has changed, in the new one, once all there is to read in it is there. */
  #announcement(texts: Texts): string | undefined {
    const {chosen} = this;
    const {petition} = this.context;
    const isThere = petition.state === 'ready' && petition.value.lang === chosen;
    if (chosen === undefined || !isThere || this.context.isWaitingForTexts) return undefined;
    return texts.message('languageChanged', {
      language: languageName(this.context.language, chosen) ?? ownNameOf(chosen),
    });
  }

  /** What is told aloud stands outside of what comes and goes, where it is heard. */
  protected override render(): TemplateResult {
    const {texts} = this.context;
    if (!texts) return super.render();
    return html`${super.render()}
      <p class="visually-hidden" role="status" lang=${texts.locale} dir=${texts.dir}>${this.#announcement(texts)}</p>`;
  }
}

/** What a language may be found by. */
const namesOf = ({own, translated}: LanguageOption): readonly string[] => [own, ...(translated ? [translated] : [])];

declare global {
  interface HTMLElementTagNameMap {
    'petition-language-switcher': PetitionLanguageSwitcher;
  }
}
