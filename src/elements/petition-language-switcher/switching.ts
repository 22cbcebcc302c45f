import type {CSSResult} from '@lit/reactive-element/css-tag.js';
import type {LitElement} from 'lit';
import type {Petition} from '../../backend/wire.ts';
import {addressIn, rememberLanguage} from '../../controllers/kept-language.ts';
import type {PetitionContext} from '../../controllers/petition-context.ts';
import {formatNumber, languageName, ownNameOf} from '../../i18n/formats.ts';
import {isSameLanguage, lookUp} from '../../i18n/language-tags.ts';
import {localeOf} from '../../i18n/locales.ts';
import type {Texts} from '../../i18n/texts.ts';
import {PetitionLanguageEvent} from '../base/events.ts';
import {LanguageMenu} from './language-menu.ts';
import {fewOf, type LanguageOption, languageOptions} from './language-options.ts';
import {mostListed} from './render-place.ts';
import {type FlatView, renderList, renderSelect} from './render-flat.ts';
import {renderMenu} from './render-menu.ts';
import {switchingStyles} from './switching.styles.ts';

export interface SwitchingSurroundings {
  readonly context: PetitionContext;
  /** The petition as it is shown. */
  readonly shown: () => Petition | undefined;
  /** The languages to offer. */
  readonly offered: (petition: Petition) => readonly string[];
  /** Whether the petition could not be had in the language that was asked for. */
  readonly hasFailed: () => boolean;
  /** Whether the page's address holds the language. */
  readonly isRemembered: () => boolean;
}

/**
 * The languages that a switcher offers, and what becomes of a choice. A part of the script of its own, as
 * the current language can be named without it.
 */
export class Switching {
  readonly styles: readonly CSSResult[] = [switchingStyles];
  readonly menu: LanguageMenu;
  readonly #host: LitElement;
  readonly #around: SwitchingSurroundings;
  #isListOpen = false;
  #chosen: string | undefined;
  /** It stays in a short list, where each choice would put another in its place. */
  #readFirst: string | undefined;

  constructor(host: LitElement, around: SwitchingSurroundings) {
    this.#host = host;
    this.#around = around;
    this.menu = new LanguageMenu(host, () => this.#options.map(namesOf));
  }

  /** The languages on offer. */
  get #options(): readonly LanguageOption[] {
    const {shown, offered, context} = this.#around;
    const petition = shown();
    return petition ? languageOptions(offered(petition), context.language) : [];
  }

  /** Whether the petition is in that language, or on its way; what could not be had may be chosen again. */
  #isAskedFor(lang: string): boolean {
    const {shown, context, hasFailed} = this.#around;
    const asked = lookUp(context.readersLanguage, shown()?.languages ?? []);
    const isSpoken = context.isWaitingForTexts || context.texts?.locale === (localeOf(lang) ?? 'en');
    return lang === asked && isSpoken && !hasFailed();
  }

  readonly #choose = (lang: string): void => {
    const {context, isRemembered} = this.#around;
    const {store, petitionId} = context;
    if (!store || !petitionId || this.#isAskedFor(lang)) return;
    if (!this.#host.dispatchEvent(new PetitionLanguageEvent(petitionId, lang))) return;
    this.#chosen = lang;
    store.chooseLanguage(lang);
    if (isRemembered()) rememberLanguage(lang);
  };

  /** The focus goes on to the first language that was not there before. */
  readonly #showAll = async (): Promise<void> => {
    const before = new Set(this.#listed(this.#options).map(({tag}) => tag));
    this.#isListOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const first = this.#options.findIndex(({tag}) => !before.has(tag));
    this.#host.renderRoot.querySelectorAll<HTMLElement>('.list .text')[first]?.focus();
  };

  #listed(options: readonly LanguageOption[]): readonly LanguageOption[] {
    const current = this.#around.shown()?.lang ?? '';
    this.#readFirst ??= current;
    return this.#isListOpen ? options : fewOf(options, current, [this.#readFirst, ...navigator.languages], mostListed);
  }

  #view({lang}: Petition, texts: Texts): FlatView {
    return {options: this.#options, current: lang, texts, choose: this.#choose};
  }

  /** The menu, below the button that opens it. */
  renderMenu(petition: Petition, texts: Texts): unknown {
    return renderMenu(this.#view(petition, texts), this.menu);
  }

  /** The browser's own control. */
  renderSelect(petition: Petition, texts: Texts): unknown {
    return renderSelect(this.#view(petition, texts));
  }

  /** A line of them. */
  renderList(petition: Petition, texts: Texts): unknown {
    const view = this.#view(petition, texts);
    const listed = this.#listed(view.options);
    const count = view.options.length - listed.length;
    const more = formatNumber(this.#around.context.language, count);
    const text = view.texts.message('languagesMore', {count, more});
    const hasAddress = this.#around.isRemembered() && this.#host.isConnected;
    return renderList({
      ...view,
      listed,
      addressOf: (lang) => (hasAddress ? addressIn(lang) : undefined),
      more: count > 0 ? {text, showAll: this.#showAll} : undefined,
    });
  }

  /** That the language has changed, in the new one, once all there is to read in it is there. */
  announcement(texts: Texts): string | undefined {
    const {context} = this.#around;
    // What the page has changed since is no news of the reader's choice.
    if (!isSameLanguage(this.#chosen ?? '', context.readersLanguage)) this.#chosen = undefined;
    const {petition} = context;
    const chosen = this.#chosen;
    const isThere = petition.state === 'ready' && petition.value.lang === chosen;
    if (chosen === undefined || !isThere || context.isWaitingForTexts) return undefined;
    return texts.message('languageChanged', {
      language: languageName(context.language, chosen) ?? ownNameOf(chosen),
    });
  }
}

/** What a language may be found by. */
const namesOf = ({own, translated}: LanguageOption): readonly string[] => [own, ...(translated ? [translated] : [])];
