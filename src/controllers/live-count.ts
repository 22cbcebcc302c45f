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
  #current: {readonly store: PetitionStore; readonly noLive: boolean} | undefined;
  #end: (() => void) | undefined;

  constructor(host: {readonly noLive: boolean}, context: PetitionContext) {
    this.#host = host;
    this.#context = context;
  }

  hostUpdated(): void {
    const {store} = this.#context;
    const {noLive} = this.#host;
    if (store === this.#current?.store && noLive === this.#current?.noLive) return;
    this.#end?.();
    this.#current = store && {store, noLive};
    this.#end = store && (noLive ? readOnce(store) : store.follow());
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = undefined;
    this.#current = undefined;
  }
}

function readOnce(store: PetitionStore): () => void {
  const request = new AbortController();
  void store.refreshCount(request.signal);
  return () => request.abort();
}
