import type {ReactiveControllerHost} from 'lit';

/** What is told aloud once, in the language that it is said in: in another, it is old. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  readonly #locale: () => string | undefined;
  #said: {readonly text: string; readonly locale: string | undefined} = {text: '', locale: undefined};

  constructor(host: ReactiveControllerHost, locale: () => string | undefined) {
    this.#host = host;
    this.#locale = locale;
  }

  get text(): string {
    return this.#said.locale === this.#locale() ? this.#said.text : '';
  }

  say(text: string | undefined): void {
    this.#said = {text: text ?? '', locale: this.#locale()};
    this.#host.requestUpdate();
  }
}
