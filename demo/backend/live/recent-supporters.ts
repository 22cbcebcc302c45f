import type {ListedSupporter} from '../storage/counts.ts';
import type {Storage} from '../storage/storage.ts';

/** As many as a person can follow in a second. */
export const atOnce = 5;

/** Signatures that are written together become known in another order than that of their times (ms). */
const overlap = 10_000;

/** More than can be told within the overlap. */
const remembered = 64;

interface RecentSupportersOptions {
  readonly petition: string;
  readonly storage: Pick<Storage, 'listedSupporters'>;
  readonly now: () => Date;
}

/** Those of a petition's supporters who let themselves be listed, as they come in, each once. */
export class RecentSupporters {
  readonly #options: RecentSupportersOptions;
  readonly #startedAt: number;
  readonly #told = new Set<string>();

  constructor(options: RecentSupportersOptions) {
    this.#options = options;
    this.#startedAt = options.now().getTime();
  }

  /** The latest who were not told of, newest last; those beyond {@link atOnce} go untold. */
  async next(): Promise<ListedSupporter[]> {
    const {petition, storage, now} = this.#options;
    const since = new Date(Math.max(this.#startedAt, now().getTime() - overlap));
    const latest = await storage.listedSupporters(petition, since.toISOString(), atOnce);
    return latest.filter(({id}) => !this.#told.has(id));
  }

  /** They are told of, and will not be again. */
  tell(supporters: readonly ListedSupporter[]): void {
    for (const {id} of supporters) this.#told.add(id);
    const past = [...this.#told].slice(0, -remembered);
    for (const id of past) this.#told.delete(id);
  }
}
