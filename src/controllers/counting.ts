import type {PetitionClient} from '../backend/client.ts';
import {type Count, isCount, laterCount} from '../model/count.ts';

/** What keeps a count up to date. */
interface Feed {
  /** Takes up, or leaves off, as the petition is open or not. */
  update(): void;
}

/** What is known of a petition's count on a page, from whatever answer. It never goes backwards. */
export class Counting {
  readonly client: PetitionClient;
  readonly id: string;
  /** Called after each change. */
  readonly publish: () => void;
  /** A part of the script of its own, which follows the count where that is shown. */
  feed: Feed | undefined;
  #isOpen = false;
  #toldAt = -Infinity;
  #count: Count | undefined;

  constructor(client: PetitionClient, id: string, publish: () => void) {
    this.client = client;
    this.id = id;
    this.publish = publish;
  }

  get count(): Count | undefined {
    return this.#count;
  }

  /** When it was told last, in whatever answer, as a date. */
  get toldAt(): number {
    return this.#toldAt;
  }

  /** The count of a petition that is closed doesn't move. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.feed?.update();
  }

  /** Takes note of a count that came in, if it is one; answers may overtake each other. */
  learn(count: Count): void {
    if (!isCount(count)) return;
    this.#toldAt = Date.now();
    const later = laterCount(this.#count, count);
    if (later === this.#count) return;
    this.#count = later;
    this.publish();
  }
}
