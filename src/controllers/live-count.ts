import type {ReactiveController} from 'lit';
import {liveFeed} from './live-feed.ts';
import {watchOnScreen} from './on-screen.ts';
import type {PetitionContext} from './petition-context.ts';
import type {PetitionStore} from './petition-store.ts';

/** A counter that leaves the screen may be back with the next flick of a finger: so long (ms) it is followed on. */
const grace = 1_000;

type Host = Element & {readonly noLive: boolean};

/**
 * Keeps the count of an element's petition up to date while the element is on the screen and wants it
 * live. One that doesn't gets the true count once, as a petition's answer may come out of a cache.
 */
export class LiveCount implements ReactiveController {
  readonly #host: Host;
  readonly #context: PetitionContext;
  #isOnScreen = false;
  #isConnected = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;
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
      clearTimeout(this.#leaving);
      if (isOnScreen) this.#settle(true);
      else this.#leaving = setTimeout(() => this.#settle(false), grace);
    });
    this.#update();
  }

  hostUpdated(): void {
    this.#update();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    clearTimeout(this.#leaving);
    this.#endings.watch?.();
    this.#update();
    this.#endings = {};
  }

  #settle(isOnScreen: boolean): void {
    this.#isOnScreen = isOnScreen;
    this.#update();
  }

  #update(): void {
    const {noLive} = this.#host;
    const {store} = this.#context;
    const wanted = this.#isConnected && this.#isOnScreen && store ? {store, noLive} : undefined;
    if (wanted?.store === this.#current?.store && wanted?.noLive === this.#current?.noLive) return;
    const end = this.#endings.count;
    this.#current = wanted;
    const feed = wanted && liveFeed(wanted.store.counting);
    this.#endings.count = noLive ? feed?.readOnce() : feed?.follow();
    end?.();
  }
}
