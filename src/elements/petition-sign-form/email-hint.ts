import type {ReactiveControllerHost} from 'lit';
import {warnOnce} from '../../internal/warn-once.ts';

/** Proposes an address where the one that is entered looks mistyped. Nothing is sent anywhere for this. */
export class EmailHint {
  readonly #host: ReactiveControllerHost;
  #typed = '';
  #suggested: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get suggested(): string | undefined {
    return this.#suggested;
  }

  /** @returns what is proposed, if anything is */
  async look(typed: string): Promise<string | undefined> {
    this.#typed = typed;
    const suggested = await this.#suggestedFor(typed);
    if (this.#typed !== typed) return undefined;
    this.#show(suggested);
    return suggested;
  }

  dismiss(): void {
    this.#typed = '';
    this.#show(undefined);
  }

  async #suggestedFor(typed: string): Promise<string | undefined> {
    try {
      const {suggestedEmail} = await import('../../model/email-suggestion.ts');
      return suggestedEmail(typed);
    } catch (error) {
      warnOnce(`email addresses aren't looked over, as a part of the script did not load (${String(error)})`);
      return undefined;
    }
  }

  #show(suggested: string | undefined): void {
    if (suggested === this.#suggested) return;
    this.#suggested = suggested;
    this.#host.requestUpdate();
  }
}
