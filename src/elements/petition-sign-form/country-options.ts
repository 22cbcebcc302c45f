import type {LitElement, ReactiveController} from 'lit';
import {namedCountries} from '../../i18n/formats.ts';
import {countries} from '../../model/countries.ts';

/**
 * Fills a form's list of countries with their names in the reader's language, sorted by its rules.
 * That is done once the form is painted, which it can be without them; 249 options made by a template
 * would cost twice the nodes. Which country is chosen outlives a change of the language.
 */
export class CountryOptions implements ReactiveController {
  readonly #host: LitElement;
  readonly #language: () => string;
  #filled: {readonly select: HTMLSelectElement; readonly lang: string} | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, language: () => string) {
    this.#host = host;
    this.#language = language;
  }

  hostUpdated(): void {
    const select = this.#host.renderRoot.querySelector<HTMLSelectElement>('select[name="country"]');
    const lang = this.#language();
    if (!select || (this.#filled?.select === select && this.#filled.lang === lang)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(select, lang));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #fill(select: HTMLSelectElement, lang: string): void {
    const chosen = select.value;
    select.length = 1;
    select.append(...namedCountries(lang, countries).map(({code, name}) => new Option(name, code)));
    select.value = chosen;
    this.#filled = {select, lang};
  }
}
