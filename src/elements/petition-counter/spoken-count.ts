import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PetitionContext} from '../../controllers/petition-context.ts';
import type {PetitionStore} from '../../controllers/petition-store.ts';
import {type CountSpeaker, countVoice} from './count-voice.ts';

/** Milliseconds after which a sentence has been heard: who reads on in the page doesn't meet it again. */
const toBeHeard = 2_000;

type Host = ReactiveControllerHost & Element & {readonly noLive: boolean};

/**
 * What a screen reader is told of a counter's number: when it is known, and then, now and then, that it
 * has grown. The other counters of the same petition keep silent meanwhile.
 */
export class SpokenCount implements ReactiveController, CountSpeaker {
  readonly #host: Host;
  readonly #context: PetitionContext;
  readonly #sentence: () => string | undefined;
  #store: PetitionStore | undefined;
  #leave: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: {readonly text: string; readonly locale: string | undefined} | undefined;

  /** @param sentence what there is to say, once it can be */
  constructor(host: Host, context: PetitionContext, sentence: () => string | undefined) {
    this.#host = host;
    this.#context = context;
    this.#sentence = sentence;
    host.addController(this);
  }

  /** What is being said, in the language that it is said in: in another, it is old. */
  get text(): string {
    return this.#said && this.#said.locale === this.#context.texts?.locale ? this.#said.text : '';
  }

  get isAble(): boolean {
    return this.#sentence() !== undefined && this.#host.checkVisibility({visibilityProperty: true});
  }

  get speaksOnce(): boolean {
    return this.#host.noLive;
  }

  speak(): void {
    this.#say(this.#sentence());
    this.#timer = setTimeout(() => this.#say(undefined), toBeHeard);
  }

  hostUpdated(): void {
    const {store} = this.#context;
    if (store !== this.#store) this.#join(store);
    if (store?.count) countVoice(store).hear(store.count.total);
  }

  hostDisconnected(): void {
    this.#join(undefined);
    if (this.#said) this.#say(undefined);
  }

  #join(store: PetitionStore | undefined): void {
    this.#leave?.();
    this.#store = store;
    this.#leave = store && countVoice(store).join(this);
  }

  #say(text: string | undefined): void {
    clearTimeout(this.#timer);
    this.#said = text === undefined ? undefined : {text, locale: this.#context.texts?.locale};
    this.#host.requestUpdate();
  }
}
