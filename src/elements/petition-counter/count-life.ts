import type {LitElement} from 'lit';
import {LiveCount} from '../../controllers/live-count.ts';
import type {PetitionContext} from '../../controllers/petition-context.ts';
import {CountUp} from './count-up.ts';
import type {CountView} from './count-view.ts';
import {SpokenCount} from './spoken-count.ts';

/** What its life needs to know of a counter. */
export interface LifeSurroundings {
  readonly context: PetitionContext;
  /** What is shown. */
  readonly view: () => CountView | undefined;
  /** What there is to say, once it can be. */
  readonly sentence: () => string | undefined;
}

export type LivingCounter = LitElement & {readonly noLive: boolean};

/**
 * What becomes of a number once it is shown: it is kept up to date, counted up and spoken. A part of the
 * script of its own, as a number can be read without it.
 */
export class CountLife {
  readonly #voice: SpokenCount;

  constructor(host: LivingCounter, {context, view, sentence}: LifeSurroundings) {
    host.addController(new LiveCount(host, context));
    this.#voice = new SpokenCount(host, context, sentence);
    host.addController(new CountUp(host, view));
  }

  /** What is being said. */
  get text(): string {
    return this.#voice.text;
  }
}
