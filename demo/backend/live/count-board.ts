import {setTimeout as wait} from 'node:timers/promises';
import {logError, type Log} from '../log.ts';
import type {CountRevision} from '../storage/counts.ts';
import type {Storage} from '../storage/storage.ts';
import {CountView} from './count-view.ts';

/** How many petitions' counts are kept in memory beyond those that are watched; some 10 MB. */
const usualCapacity = 10_000;

/** Until what is watched is read again, where that failed (ms). */
const retryAfter = 1000;

interface Known {
  view: CountView;
  /** Before how many losses of sight it was true. */
  era: number;
}

interface Reading {
  readonly era: number;
  readonly result: Promise<CountView | undefined>;
  /** The newest change that was told meanwhile, which may still be older than what is read. */
  told: CountRevision | undefined;
}

const newerOf = (one: CountRevision, other: CountRevision | undefined): CountRevision =>
  other && other.revision > one.revision ? other : one;

interface CountBoardOptions {
  readonly storage: Pick<Storage, 'findCount' | 'watchCounts'>;
  readonly log: Log;
  readonly capacity?: number | undefined;
}

/**
 * The counts of those petitions that are asked for, in memory and true: each is read once and then kept
 * by what the storage tells of changes. Once a signature is answered, what is found here has it.
 */
export class CountBoard {
  readonly #storage: CountBoardOptions['storage'];
  readonly #log: Log;
  readonly #capacity: number;
  /** The one that was asked for longest ago comes first. */
  readonly #known = new Map<string, Known>();
  readonly #readings = new Map<string, Reading>();
  readonly #watched = new Map<string, (view: CountView) => void>();
  readonly #unwatchStorage: () => void;
  readonly #end = new AbortController();
  /** Grows whenever changes may have been missed: what was known before has to be read again. */
  #era = 0;
  #isRenewing = false;

  constructor({storage, log, capacity = usualCapacity}: CountBoardOptions) {
    this.#storage = storage;
    this.#log = log;
    this.#capacity = capacity;
    this.#unwatchStorage = storage.watchCounts((change) => {
      if (change) this.#take(change);
      else this.#loseSight();
    });
  }

  /** How many petitions it knows. */
  get size(): number {
    return this.#known.size;
  }

  /** What is asked for at the same time is read once; what doesn't exist takes no room. */
  async find(petition: string): Promise<CountView | undefined> {
    const known = this.#known.get(petition);
    if (known?.era !== this.#era) return this.#read(petition);
    this.#known.delete(petition);
    this.#known.set(petition, known);
    return known.view;
  }

  /** Tells of each change after what was found, which is not forgotten as long. One at a time watches a petition. */
  watch(found: CountView, listener: (view: CountView) => void): () => void {
    const {petition} = found;
    this.#watched.set(petition, listener);
    const {view} = this.#known.get(petition) ?? this.#put(found, this.#era);
    if (view.revision > found.revision) listener(view);
    // Sight may have been lost while it was found.
    if (this.#outdated().length > 0 && !this.#isRenewing) void this.#renewWatched();
    return () => {
      this.#watched.delete(petition);
    };
  }

  close(): void {
    this.#end.abort();
    this.#unwatchStorage();
  }

  #read(petition: string): Promise<CountView | undefined> {
    const current = this.#readings.get(petition);
    // One that began before changes were missed may have missed them too.
    if (current?.era === this.#era) return current.result;
    const era = this.#era;
    const reading: Reading = {
      era,
      told: undefined,
      result: this.#findStored(petition, era).finally(() => {
        if (this.#readings.get(petition) === reading) this.#readings.delete(petition);
      }),
    };
    this.#readings.set(petition, reading);
    return reading.result;
  }

  async #findStored(petition: string, era: number): Promise<CountView | undefined> {
    const found = await this.#storage.findCount(petition);
    if (found) return this.#put(newerOf(found, this.#readings.get(petition)?.told), era).view;
    this.#known.delete(petition);
    return undefined;
  }

  /** It says nothing of those that may have been missed before it. */
  #take(change: CountRevision): void {
    const known = this.#known.get(change.petition);
    if (known) this.#put(change, known.era);
    const reading = this.#readings.get(change.petition);
    if (reading) reading.told = newerOf(change, reading.told);
  }

  #put(change: CountRevision, era: number): Known {
    const known = this.#known.get(change.petition);
    if (!known) return this.#add(change, era);
    known.era = Math.max(known.era, era);
    if (change.revision > known.view.revision) {
      known.view = new CountView(change);
      this.#watched.get(change.petition)?.(known.view);
    }
    return known;
  }

  #add(change: CountRevision, era: number): Known {
    const known = {view: new CountView(change), era};
    this.#known.set(change.petition, known);
    this.#forgetOldest();
    return known;
  }

  #forgetOldest(): void {
    if (this.#known.size <= this.#capacity) return;
    for (const petition of this.#known.keys()) {
      if (this.#watched.has(petition)) continue;
      this.#known.delete(petition);
      return;
    }
  }

  #loseSight(): void {
    this.#era += 1;
    if (!this.#isRenewing) void this.#renewWatched();
  }

  /** What nobody watches is read again when it is asked for. */
  async #renewWatched(): Promise<void> {
    this.#isRenewing = true;
    while (!this.#end.signal.aborted && this.#outdated().length > 0) {
      try {
        for (const petition of this.#outdated()) await this.#read(petition);
      } catch (error) {
        logError(this.#log, error);
        await wait(retryAfter, undefined, {signal: this.#end.signal, ref: false}).catch(() => undefined);
      }
    }
    this.#isRenewing = false;
  }

  #outdated(): string[] {
    return [...this.#watched.keys()].filter((petition) => {
      const known = this.#known.get(petition);
      return known !== undefined && known.era !== this.#era;
    });
  }
}
