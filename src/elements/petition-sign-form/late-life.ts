import type {LitElement, ReactiveController} from 'lit';
import {LatePart} from '../../internal/late-part.ts';
import {longReading} from '../../model/reading.ts';
import {adoptLate} from '../base/adopt-late.ts';
import type {Answers} from './answers.ts';
import type {FormLife, LifeSurroundings} from './form-life.ts';

/** What judges and sends a form, and shows what comes of it. */
const formLife = new LatePart('the form can’t be sent as yet', () => import('./form-life.ts'));

/** Fetches what it takes to judge and send a form, once somebody comes to fill it in. */
export class LateLife implements ReactiveController {
  readonly #host: LitElement;
  readonly #answers: Answers;
  readonly #around: LifeSurroundings;
  #life: FormLife | undefined;
  #coming: Promise<FormLife | undefined> | undefined;
  #isAskedFor = false;
  #reading: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, answers: Answers, around: LifeSurroundings) {
    this.#host = host;
    this.#answers = answers;
    this.#around = around;
    host.addController(this);
  }

  /** Undefined until it is there. */
  get life(): FormLife | undefined {
    return this.#life;
  }

  hostUpdated(): void {
    if (this.#coming || !this.#around.petition() || !this.#host.isConnected) return;
    // Who reads for so long may lose the connection before coming to the form.
    this.#reading ??= setTimeout(() => void this.wake(), longReading);
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  /** Resolves once it is there, or can't be had, if it is asked for at all. */
  get settled(): Promise<unknown> {
    return this.#coming ?? Promise.resolve();
  }

  /** There is something to do before somebody comes: asked for once, as this is said at every rendering. */
  need(): void {
    if (this.#isAskedFor) return;
    void this.wake();
  }

  /** Resolves with undefined where it can't be had, with a warning; the next call tries again. */
  wake(): Promise<FormLife | undefined> {
    this.#stopWaiting();
    this.#isAskedFor = true;
    this.#coming ??= this.#load();
    return this.#coming;
  }

  #stopWaiting(): void {
    clearTimeout(this.#reading);
    this.#reading = undefined;
  }

  async #load(): Promise<FormLife | undefined> {
    const part = await formLife.come();
    if (!part) {
      this.#coming = undefined;
      return undefined;
    }
    this.#life = new part.FormLife(this.#host, this.#answers, this.#around);
    adoptLate(this.#host.renderRoot, this.#life.styles);
    // What a browser has filled in without telling would be wiped by the next rendering.
    this.#answers.readWritten(this.#around.form());
    this.#host.requestUpdate();
    return this.#life;
  }
}
