import type {ReactiveControllerHost} from 'lit';
import type {FormField} from '../../backend/wire.ts';
import type {FieldErrorCode} from '../../model/vocabulary.ts';
import {type Errors, noErrors} from './errors.ts';

/** Fields that are judged by the country as well. */
const byCountry = ['postalCode', 'phone'];

/**
 * Which answers are known to be wrong. One is judged when it is left after something was entered, never
 * while it is first entered; a message goes as soon as what it names is mended.
 */
export class Mistakes {
  readonly #host: ReactiveControllerHost;
  readonly #judge: () => Errors;
  readonly #touched = new Set<string>();
  /** What the backend refused and nobody has changed since. */
  readonly #refused = new Set<string>();
  #errors = noErrors;
  #summed = 0;

  /** @param judge all that is wrong with the form as it is now */
  constructor(host: ReactiveControllerHost, judge: () => Errors) {
    this.#host = host;
    this.#judge = judge;
  }

  get errors(): Errors {
    return this.#errors;
  }

  /** How many answers were wrong when the form as a whole was judged; 0 if it was not, or all are mended. */
  get summed(): number {
    return this.#errors.size > 0 ? this.#summed : 0;
  }

  /** Something was entered. */
  touch(name: string): void {
    this.#touched.add(name);
  }

  /** Judges an answer that is left. Returns what is newly found to be wrong with it. */
  leave(name: string): FieldErrorCode | undefined {
    if (!this.#touched.has(name) || this.#refused.has(name)) return undefined;
    const before = this.#errors.get(name);
    const code = this.#judge().get(name);
    this.#put([name], new Map(code ? [[name, code]] : []));
    return code === before ? undefined : code;
  }

  /** Judges again what was wrong and is changed, and what depends on it; once the country is known, what is judged by it. */
  change(name: string, fields: readonly FormField[]): void {
    this.#refused.delete(name);
    this.touch(name);
    const dependent = fields.filter((field) => field.when?.field === name).map((field) => field.name);
    const wrong = [name, ...dependent].filter((each) => this.#errors.has(each));
    const left = name === 'country' ? byCountry.filter((each) => this.#touched.has(each)) : [];
    if (wrong.length + left.length > 0) this.#put([...wrong, ...left], this.#judge());
  }

  /** Takes what is wrong with the form as a whole, by its own judgement. */
  sum(errors: Errors): void {
    this.#errors = errors;
    this.#summed = errors.size;
    this.#refused.clear();
    this.#host.requestUpdate();
  }

  /** Takes what is wrong with it by the backend's judgement. */
  refuse(errors: Errors): void {
    this.sum(errors);
    for (const name of errors.keys()) this.#refused.add(name);
  }

  clear(): void {
    this.#errors = noErrors;
    this.#summed = 0;
    this.#touched.clear();
    this.#refused.clear();
    this.#host.requestUpdate();
  }

  #put(names: readonly string[], judged: Errors): void {
    const errors = new Map(this.#errors);
    for (const name of names) {
      const code = judged.get(name);
      if (code) errors.set(name, code);
      else errors.delete(name);
    }
    this.#errors = errors;
    this.#host.requestUpdate();
  }
}
