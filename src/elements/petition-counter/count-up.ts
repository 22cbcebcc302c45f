import {type ElementPart, nothing} from 'lit';
import {AsyncDirective, directive} from 'lit/async-directive.js';
import {isMotionWelcome, move} from './frames.ts';
import {numberBetween} from './number-between.ts';

/** What is counted, how many there are, and how a number is written. */
type Arguments = [counted: unknown, total: number, format: (value: number) => string];

class CountUp extends AsyncDirective {
  #counted: unknown;
  #total: number | undefined;
  /** The number that is seen. */
  #seen = 0;
  #format: Arguments[2] = String;
  #element: Element | undefined;
  #end: (() => void) | undefined;

  render(..._arguments: Arguments): typeof nothing {
    return nothing;
  }

  override update({element}: ElementPart, [counted, total, format]: Arguments): typeof nothing {
    this.#element = element;
    this.#format = format;
    const isMore = this.#total !== undefined && counted === this.#counted && total > this.#seen;
    if (!isMore || !isMotionWelcome()) this.#settle(total);
    else if (total !== this.#total) this.#countTo(total);
    this.#counted = counted;
    this.#total = total;
    return nothing;
  }

  protected override disconnected(): void {
    if (this.#total !== undefined) this.#settle(this.#total);
  }

  #countTo(total: number): void {
    this.#end?.();
    const from = this.#seen;
    this.#show(from);
    this.#end = move((part) => {
      const number = numberBetween(from, total, part);
      if (number === total) this.#settle(total);
      else this.#show(number);
    });
  }

  #settle(total: number): void {
    this.#end?.();
    this.#end = undefined;
    this.#seen = total;
    if (this.#element?.textContent) this.#element.textContent = '';
  }

  #show(number: number): void {
    if (this.#element) this.#element.textContent = this.#format(number);
    this.#seen = number;
  }
}

/**
 * Fills an element with the numbers in between when what is counted has become more while it was shown;
 * it is empty otherwise, so that the true number, which stands beside it all the time, is seen.
 */
export const countUp = directive(CountUp);
