import {nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {type Memory, memory} from '../../controllers/remembered-language.ts';
import {lookUp} from '../../i18n/language-tags.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice} from '../../internal/attributes.ts';
import {LatePart} from '../../internal/late-part.ts';
import {warnOnce} from '../../internal/warn-once.ts';
import {adoptLate} from '../base/adopt-late.ts';
import {takePress} from '../base/drawn.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderAnnouncement} from '../base/render-element.ts';
import {switcherStyles} from './petition-language-switcher.styles.ts';
import {renderListPlace, renderWaiting} from './render-place.ts';
import {renderMenuLayout, renderOpener, renderSwitcher} from './render-switcher.ts';
import type {Switching} from './switching.ts';

const layouts = ['menu', 'list', 'select'] as const;
type SwitcherLayout = (typeof layouts)[number];

/** What offers the languages, and takes a choice. */
export const switching = new LatePart('languages can’t be chosen', () => import('./switching.ts'));

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
  static override readonly styles = switcherStyles;

  /** A `menu` behind a button, a `list` in a line, or the browser's own `select`. */
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

  #switching: Switching | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('remember')) this.context.resolve();
    super.willUpdate(changed);
    if (!switching.here && this.layout !== 'menu') void this.#fetch();
    if (switching.here) this.#switching ??= this.#begin(switching.here.Switching);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.states.set('list', this.layout === 'list');
  }

  /** A press before there was anything to press. */
  protected override firstUpdated(): void {
    if (takePress(this)) void this.#press(null);
  }

  #begin(Part: typeof Switching): Switching {
    const part = new Part(this, {
      context: this.context,
      shown: () => this.shown,
      offered: (petition) => this.#offered(petition),
      hasFailed: () => this.remote.state === 'failed',
      isRemembered: () => this.remember === 'url',
    });
    adoptLate(this.renderRoot, part.styles);
    return part;
  }

  /** Where the part can't be had, the next call tries again. */
  async #fetch(): Promise<Switching | undefined> {
    if (await switching.come()) this.requestUpdate();
    await this.updateComplete;
    return this.#switching;
  }

  #offered({id, languages, lang}: Petition): readonly string[] {
    const wanted = this.languages?.split(/\s+/).filter(Boolean) ?? [];
    const found = wanted.map((tag) => lookUp(tag, languages));
    wanted.forEach((tag, index) => found[index] ?? warnOnce(`the petition "${id}" is not in "${tag}"`));
    if (found.every((tag) => tag === undefined)) return languages;
    return languages.filter((tag) => found.includes(tag) || tag === lang);
  }

  /** Somebody is about to open the menu. */
  readonly #approach = (): void => {
    if (!this.#switching) void this.#fetch();
  };

  /** The browser opens a menu that is there. Otherwise it opens as soon as it comes, unless the reader has gone on. */
  async #press(currentTarget: EventTarget | null): Promise<void> {
    if (this.#switching) return;
    // Not every browser gives a button the focus that is pressed.
    if (currentTarget instanceof HTMLElement) currentTarget.focus();
    const part = await this.#fetch();
    if (this.matches(':focus-within')) part?.menu.open();
  }

  readonly #onClick = ({currentTarget}: Event): void => void this.#press(currentTarget);

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (this.#switching) this.#switching.menu.open();
    else void this.#press(event.currentTarget);
  };

  protected override renderLoading(): unknown {
    return renderWaiting();
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    const languages = this.#offered(petition);
    return languages.length < 2 ? nothing : renderSwitcher(this.#renderLayout(petition, texts, languages));
  }

  #renderLayout(petition: Petition, texts: Texts, languages: readonly string[]): unknown {
    switch (this.layout) {
      case 'list':
        return this.#switching?.renderList(petition, texts) ?? renderListPlace(languages, texts);
      case 'select':
        return this.#switching?.renderSelect(petition, texts) ?? renderWaiting();
      case 'menu':
        return renderMenuLayout(this.#renderOpener(petition, texts), this.#switching?.renderMenu(petition, texts));
    }
  }

  #renderOpener({lang}: Petition, texts: Texts): unknown {
    const isThere = this.#switching !== undefined;
    return renderOpener({
      lang,
      texts,
      isThere,
      approach: this.#approach,
      press: this.#onClick,
      onKey: this.#onKey,
    });
  }

  protected override renderAnnouncement(texts: Texts): unknown {
    return renderAnnouncement(this.#switching?.announcement(texts), texts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-language-switcher': PetitionLanguageSwitcher;
  }
}
