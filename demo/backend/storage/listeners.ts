import type {Listener} from './database.ts';

/** Those who listen to a database. What they hear by runs as long as there are any. */
export class Listeners {
  readonly #listeners = new Set<Listener>();
  readonly #start: () => () => void;
  #stop: (() => void) | undefined;

  /** @param start begins to listen to others, and gives what ends it */
  constructor(start: () => () => void) {
    this.#start = start;
  }

  add(listener: Listener): () => void {
    // Of its own, so that one who listens twice may end the one and keep the other.
    const own: Listener = (message) => listener(message);
    this.#listeners.add(own);
    this.#stop ??= this.#start();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.close();
    };
  }

  tell(message: string | undefined): void {
    for (const listener of this.#listeners) listener(message);
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
