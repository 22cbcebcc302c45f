import type {ReactiveController} from 'lit';
import {watchOnScreen} from './on-screen.ts';
import type {PetitionContext} from './petition-context.ts';
import type {PetitionStore} from './petition-store.ts';

type Host = Element & {readonly noLive: boolean};

/**
 * Keeps the count of an element's petition up to date while the element is on the screen and wants it
 * live; one that doesn't gets the true count once, as a petition's answer may come out of a cache.
 */
export class LiveCount implements ReactiveController {
  readonly #host: Host;
  readonly #context: PetitionContext;
  #isOnScreen = false;
  #isConnected = false;
  #current: {readonly store: PetitionStore; readonly noLive: boolean} | undefined;
  #endings: {watch?: () => void; count?: () => void} = {};

  constructor(host: Host, context: PetitionContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Until it is known where the element is now, it is where it was. */
  hostConnected(): void {
    this.#isConnected = true;
    this.#endings.watch = watchOnScreen(this.#host, (isOnScreen) => {
      this.#isOnScreen = isOnScreen;
      this.#update();
    });
    this.#update();
  }

  hostUpdated(): void {
    this.#update();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#endings.watch?.();
    this.#update();
    this.#endings = {};
  }

  #update(): void {
    const {noLive} = this.#host;
    const {store} = this.#context;
    const isWanted = this.#isConnected && (noLive || this.#isOnScreen);
    const wanted = isWanted && store ? {store, noLive} : undefined;
    if (wanted?.store === this.#current?.store && wanted?.noLive === this.#current?.noLive) return;
    const end = this.#endings.count;
    this.#current = wanted;
    this.#endings.count = wanted && (noLive ? readOnce(wanted.store) : wanted.store.follow());
    end?.();
  }
}

function readOnce(store: PetitionStore): () => void {
  const request = new AbortController();
  void store.refreshCount(request.signal);
  return () => request.abort();
}
