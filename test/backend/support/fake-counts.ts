import type {CountListener, CountRevision, ListedSupporter} from '../../../demo/backend/storage/counts.ts';
import type {Storage} from '../../../demo/backend/storage/storage.ts';

const asOf = '2026-11-22T12:00:00.000Z';

/** The part of a storage that knows counts, in the hands of the test. */
export class FakeCounts implements Pick<Storage, 'findCount' | 'watchCounts' | 'listedSupporters'> {
  readonly reads: string[] = [];
  supporterReads = 0;
  /** What is said of supporters the next time. */
  supporters: ListedSupporter[] = [];
  /** Reads wait for it. */
  held: Promise<unknown> | undefined;
  failure: Error | undefined;
  readonly listeners = new Set<CountListener>();
  readonly #stored = new Map<string, CountRevision>();

  constructor(...petitions: readonly string[]) {
    for (const petition of petitions) this.store(petition, 100, 1);
  }

  async findCount(petition: string): Promise<CountRevision | undefined> {
    this.reads.push(petition);
    const found = this.#stored.get(petition);
    await this.held;
    if (this.failure) throw this.failure;
    return found;
  }

  async listedSupporters(): Promise<ListedSupporter[]> {
    this.supporterReads += 1;
    return this.supporters;
  }

  watchCounts(listener: CountListener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** As another process does of which nothing is heard. */
  store(petition: string, total: number, revision: number): CountRevision {
    const stored = {petition, count: {total, asOf}, revision};
    this.#stored.set(petition, stored);
    return stored;
  }

  /** As a signature or a withdrawal does. */
  change(petition: string, total: number, revision: number): void {
    this.tell(this.store(petition, total, revision));
  }

  tell(change: CountRevision | undefined): void {
    for (const listener of this.listeners) listener(change);
  }
}
