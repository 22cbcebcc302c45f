import type {ReactiveController} from 'lit';
import type {PetitionContext} from './petition-context.ts';
import type {PetitionStore} from './petition-store.ts';

/** Keeps the count of an element's petition up to date while the element is connected and wants it live. */
export class LiveCount implements ReactiveController {
  readonly #host: {readonly noLive: boolean};
  readonly #context: PetitionContext;
  #followed: PetitionStore | undefined;
  #end: (() => void) | undefined;

  constructor(host: {readonly noLive: boolean}, context: PetitionContext) {
    this.#host = host;
    this.#context = context;
  }

  hostUpdated(): void {
    this.#follow(this.#host.noLive ? undefined : this.#context.store);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(store: PetitionStore | undefined): void {
    if (store === this.#followed) return;
    this.#end?.();
    this.#followed = store;
    this.#end = store?.follow();
  }
}
