import type {LitElement, ReactiveController} from 'lit';
import {namedCountries} from '../../i18n/formats.ts';
import {countries} from '../../model/countries.ts';

interface CountrySource {
  /** The reader's language. */
  readonly language: () => string;
  /** The code of the country that is chosen, or an empty text. */
  readonly chosen: () => string;
}

/**
 * Fills a form's list of countries with their names in the reader's language, sorted by its rules.
 * That is done once the form is painted, which it can be without them; 249 options made by a template
 * would cost twice the nodes. Which country is chosen is the form's to say.
 */
export class CountryOptions implements ReactiveController {
  readonly #host: LitElement;
  readonly #source: CountrySource;
  #filled: {readonly select: HTMLSelectElement; readonly lang: string} | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, source: CountrySource) {
    this.#host = host;
    this.#source = source;
  }

  hostUpdated(): void {
    const select = this.#host.renderRoot.querySelector<HTMLSelectElement>('select[name="country"]');
    const lang = this.#source.language();
    if (!select) return;
    if (this.#filled?.select === select && this.#filled.lang === lang) return this.#choose(select);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fill(select, lang));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #fill(select: HTMLSelectElement, lang: string): void {
    select.length = 1;
    select.append(...namedCountries(lang, countries).map(({code, name}) => new Option(name, code)));
    this.#filled = {select, lang};
    this.#choose(select);
  }

  /** A code that is none, as a page's address may hold, chooses nothing. */
  #choose(select: HTMLSelectElement): void {
    const chosen = countries.includes(this.#source.chosen()) ? this.#source.chosen() : '';
    if (select.value !== chosen) select.value = chosen;
  }
}
