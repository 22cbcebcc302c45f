import type {PetitionClient} from '../backend/client.ts';

/**
 * Streams that a page has open to a backend at once: over HTTP/1.1 browsers keep six connections to a
 * host for all that is in sight of them, and signatures need one. The counts of further petitions are read.
 */
const mostStreams = 2;

/** Who has one of a backend's places, and who waits for one, with what is called once it is theirs. */
class StreamPlaces {
  readonly #taken = new Set<object>();
  readonly #waiting = new Map<object, () => void>();

  /** Whether there is one for `who` now; if not, it is given to them once another leaves theirs. */
  take(who: object, onPlace: () => void): boolean {
    if (this.#taken.size < mostStreams) {
      this.#taken.add(who);
      return true;
    }
    this.#waiting.set(who, onPlace);
    return false;
  }

  leave(who: object): void {
    this.#waiting.delete(who);
    if (!this.#taken.delete(who)) return;
    const [next] = this.#waiting;
    if (!next) return;
    const [other, onPlace] = next;
    this.#waiting.delete(other);
    this.#taken.add(other);
    onPlace();
  }
}

const places = new WeakMap<PetitionClient, StreamPlaces>();

export function streamPlaces(client: PetitionClient): StreamPlaces {
  const ofClient = places.get(client) ?? new StreamPlaces();
  places.set(client, ofClient);
  return ofClient;
}
