import type {Storage, StoredPetition} from '../storage/storage.ts';

/** How old a petition may be that somebody signs (ms). */
const freshFor = 1000;

const usualCapacity = 1000;

interface Entry {
  readonly readAt: number;
  readonly petition: Promise<StoredPetition | undefined>;
}

interface PetitionBookOptions {
  readonly storage: Pick<Storage, 'findPetition'>;
  readonly capacity?: number | undefined;
}

/** Petitions as they were at most a second ago, each read and parsed once in that time, however many sign. */
export class PetitionBook {
  readonly #storage: PetitionBookOptions['storage'];
  readonly #capacity: number;
  /** The one that was read longest ago comes first. */
  readonly #entries = new Map<string, Entry>();

  constructor({storage, capacity = usualCapacity}: PetitionBookOptions) {
    this.#storage = storage;
    this.#capacity = capacity;
  }

  /** All but its count may be relied on. */
  find(id: string): Promise<StoredPetition | undefined> {
    const entry = this.#entries.get(id);
    if (entry && performance.now() - entry.readAt < freshFor) return entry.petition;
    return this.#read(id);
  }

  #read(id: string): Promise<StoredPetition | undefined> {
    const entry = {readAt: performance.now(), petition: this.#storage.findPetition(id)};
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    const forget = (): void => {
      if (this.#entries.get(id) === entry) this.#entries.delete(id);
    };
    // What doesn't exist takes no room.
    entry.petition.then((petition) => petition ?? forget(), forget);
    this.#forgetOldest();
    return entry.petition;
  }

  #forgetOldest(): void {
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#capacity && oldest !== undefined) this.#entries.delete(oldest);
  }
}
