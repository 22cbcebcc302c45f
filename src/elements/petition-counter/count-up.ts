import type {LitElement, ReactiveController} from 'lit';
import type {CountView} from './count-view.ts';
import {isMotionWelcome, move} from './frames.ts';
import {numberBetween} from './number-between.ts';

/**
 * Fills a counter's `.moving` with the numbers in between when what it counts has become more while it was
 * shown; that is empty otherwise, so that the true number, which stands beside it all the time, is seen.
 */
export class CountUp implements ReactiveController {
  readonly #host: LitElement;
  readonly #view: () => CountView | undefined;
  #element: Element | null = null;
  #before: CountView | undefined;
  /** The number that is seen. */
  #seen = 0;
  #end: (() => void) | undefined;

  /** @param view what is shown */
  constructor(host: LitElement, view: () => CountView | undefined) {
    this.#host = host;
    this.#view = view;
  }

  hostUpdated(): void {
    const element = this.#host.renderRoot.querySelector('.moving');
    if (element !== this.#element) this.#leave();
    this.#element = element;
    const view = element ? this.#view() : undefined;
    if (view) this.#show(view);
  }

  hostDisconnected(): void {
    if (this.#before) this.#settle(this.#before.total);
  }

  /** What has gone was another number, or none. */
  #leave(): void {
    this.hostDisconnected();
    this.#before = undefined;
  }

  #show(view: CountView): void {
    const before = this.#before;
    this.#before = view;
    const isMore = before?.counted === view.counted && view.total > this.#seen;
    if (!before || !isMore || !isMotionWelcome()) this.#settle(view.total);
    else if (view.total !== before.total) this.#countTo(view);
  }

  #countTo({total, format}: CountView): void {
    this.#end?.();
    const from = this.#seen;
    this.#write(from, format);
    this.#end = move((part) => {
      const number = numberBetween(from, total, part);
      if (number === total) this.#settle(total);
      else this.#write(number, format);
    });
  }

  #settle(total: number): void {
    this.#end?.();
    this.#end = undefined;
    this.#seen = total;
    if (this.#element?.textContent) this.#element.textContent = '';
  }

  #write(number: number, format: (value: number) => string): void {
    if (this.#element) this.#element.textContent = format(number);
    this.#seen = number;
  }
}
