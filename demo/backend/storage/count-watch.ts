import type {CountListener, CountRevision} from './counts.ts';

/** Those in this process who want to hear of changes of counts. */
export class CountWatch {
  readonly #listeners = new Set<CountListener>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: CountListener): () => void {
    // Of its own, so that one who listens twice may end the one and keep the other.
    const own: CountListener = (change) => listener(change);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  tell(change: CountRevision | undefined): void {
    for (const listener of this.#listeners) listener(change);
  }
}
