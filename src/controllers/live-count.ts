import type {ReactiveController} from 'lit';
import type {PetitionContext} from './petition-context.ts';
import type {PetitionStore} from './petition-store.ts';

/**
 * Keeps the count of an element's petition up to date while the element is connected and wants it
 * live; one that doesn't gets the true count once, as a petition's answer may come out of a cache.
 */
export class LiveCount implements ReactiveController {
  readonly #host: {readonly noLive: boolean};
  readonly #context: PetitionContext;
  #followed: PetitionStore | undefined;
  #readOnce: PetitionStore | undefined;
  #end: (() => void) | undefined;

  constructor(host: {readonly noLive: boolean}, context: PetitionContext) {
    this.#host = host;
    this.#context = context;
  }

  hostUpdated(): void {
    const {store} = this.#context;
    this.#follow(this.#host.noLive ? undefined : store);
    if (this.#host.noLive && store && store !== this.#readOnce) void store.refreshCount();
    this.#readOnce = store;
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
