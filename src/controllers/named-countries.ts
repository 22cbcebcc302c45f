import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {namedCountries} from '../i18n/formats.ts';
import {countries} from '../model/countries.ts';

export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

/** The countries under their names in the reader's language: made once the page is idle, as a form paints without them. */
export class NamedCountries implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #lang: string | undefined;
  #list: readonly NamedCountry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get list(): readonly NamedCountry[] {
    return this.#list;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#lang = undefined;
  }

  /** Asks for the list in a language; the host is rendered once it is there. */
  want(lang: string): void {
    if (lang === this.#lang) return;
    this.#lang = lang;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#list = namedCountries(lang, countries);
      this.#host.requestUpdate();
    });
  }
}
