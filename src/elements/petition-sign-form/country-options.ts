import type {LitElement, ReactiveController} from 'lit';
import {loadCountryNames, namedCountries, needsCountryNames} from '../../i18n/country-names.ts';
import {countries} from '../../model/countries.ts';

type Host = Pick<LitElement, 'renderRoot' | 'addController' | 'requestUpdate'>;

interface CountrySource {
  /** The reader's language. */
  readonly language: () => string;
  /** The code of the country that is chosen, or an empty text. */
  readonly chosen: () => string;
}

/** The languages that lists are filled in, by whomever. */
const filled = new WeakMap<HTMLSelectElement, string>();

interface Options {
  readonly select: HTMLSelectElement;
  readonly lang: string;
  isFilled: boolean;
}

/**
 * Fills a form's list of countries with their names in the reader's language, sorted by its rules, once
 * somebody comes to fill the form in: 249 names take a phone longer than all else of the form, and options made
 * by a template would cost twice the nodes. Which country is chosen is the form's to say.
 */
export class CountryOptions implements ReactiveController {
  readonly #host: Host;
  readonly #source: CountrySource;
  #isWanted = false;
  #options: Options | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, source: CountrySource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** Somebody has come to the form; to the list itself, and it is filled before it opens. */
  want(target: EventTarget | null): void {
    this.#isWanted = true;
    this.hostUpdated();
    const options = this.#options;
    if (!options || options.isFilled || target !== options.select) return;
    clearTimeout(this.#timer);
    void this.#fill(options);
  }

  hostUpdated(): void {
    if (!this.#isWanted && this.#source.chosen() === '') return;
    const select = this.#host.renderRoot.querySelector<HTMLSelectElement>('select[name="country"]');
    const lang = this.#source.language();
    if (!select) return void this.#nameChosen(lang);
    if (this.#options?.select !== select || this.#options.lang !== lang)
      this.#begin({select, lang, isFilled: filled.get(select) === lang});
    else if (this.#options.isFilled) this.#choose(select);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    if (!this.#options?.isFilled) this.#options = undefined;
  }

  #begin(options: Options): void {
    this.#options = options;
    clearTimeout(this.#timer);
    if (options.isFilled) this.#choose(options.select);
    else this.#timer = setTimeout(() => void this.#fill(options));
  }

  async #fill(options: Options): Promise<void> {
    const {select, lang} = options;
    if (needsCountryNames(lang)) await loadCountryNames(lang);
    // Meanwhile the language may have changed, or the form have gone.
    if (this.#options !== options || options.isFilled) return;
    select.length = 1;
    select.append(...namedCountries(lang, countries()).map(({code, name}) => new Option(name, code)));
    options.isFilled = true;
    filled.set(select, lang);
    this.#choose(select);
  }

  /** A form that can't be signed any more still names the country that was chosen. */
  async #nameChosen(lang: string): Promise<void> {
    if (!countries().includes(this.#source.chosen())) return;
    if (await loadCountryNames(lang)) this.#host.requestUpdate();
  }

  /** A code that is none, as a page's address may hold, chooses nothing. */
  #choose(select: HTMLSelectElement): void {
    const chosen = countries().includes(this.#source.chosen()) ? this.#source.chosen() : '';
    if (select.value !== chosen) select.value = chosen;
  }
}
