import type {LiveListener, PetitionClient} from '../backend/client.ts';
import {type Count, isCount, laterCount} from '../model/count.ts';
import {type Problem, problem} from '../model/outcome.ts';
import type {Supporter} from '../model/supporter.ts';
import {CountFeed} from './count-feed.ts';
import type {CountReading} from './count-poll.ts';
import {settled} from './settled.ts';
import {SingleRead} from './single-read.ts';

/** The latest supporters that are kept. */
const mostSupporters = 20;

/** What was told no longer ago than this (ms) need not be asked for again. */
const freshFor = 5_000;

/**
 * A petition's count on a page: what is known of it, from whatever answer, and what keeps it up to
 * date while anybody follows it. It never goes backwards.
 */
export class Counting {
  readonly #client: PetitionClient;
  readonly #id: string;
  readonly #onChange: () => void;
  readonly #feed: CountFeed;
  readonly #single: SingleRead;
  #followers = 0;
  #isOpen = false;
  #isGarbled = false;
  #toldAt = -Infinity;
  #count: Count | undefined;
  #supporters: readonly Supporter[] = [];
  #isToldOfSupporters = true;

  constructor(client: PetitionClient, id: string, onChange: () => void) {
    this.#client = client;
    this.#id = id;
    this.#onChange = onChange;
    this.#feed = new CountFeed({
      client,
      read: (signal) => this.#read(signal),
      connect: client.live && ((signal, alive, told) => this.#connect(signal, alive, told)),
    });
    this.#single = new SingleRead((signal) => this.#read(signal));
  }

  get count(): Count | undefined {
    return this.#count;
  }

  /** Those who came in along the stream, the latest first. */
  get supporters(): readonly Supporter[] {
    return this.#supporters;
  }

  /** Takes note of a count that came in, if it is one; answers may overtake each other. */
  learn(count: Count): void {
    if (!isCount(count)) return;
    this.#toldAt = Date.now();
    const later = laterCount(this.#count, count);
    if (later === this.#count) return;
    this.#count = later;
    this.#onChange();
  }

  async #read(signal: AbortSignal): Promise<CountReading> {
    const result = await settled(() => this.#client.count(this.#id, signal, {fresh: this.#isGarbled}));
    if (signal.aborted) return {isRead: false, isNew: false};
    // The browser's cache would go on giving what can't be read, until the count changes.
    const count = result.ok && isCount(result.value) ? result.value : undefined;
    this.#isGarbled = result.ok ? !count : result.problem.slug === 'unreadable';
    if (!count) return {isRead: false, isNew: false, retryAfter: result.ok ? undefined : result.problem.retryAfter};
    const before = this.#count?.total;
    this.learn(count);
    return {isRead: true, isNew: this.#count?.total !== before};
  }

  /** Keeps it up to date while at least one element follows it. Returns what ends it. */
  follow(): () => void {
    this.#followers += 1;
    this.#update();
    return () => {
      this.#followers -= 1;
      // An element that is moved leaves and comes back at once: what keeps it up to date goes on.
      queueMicrotask(() => this.#update());
    };
  }

  /** Reads it once for all who want no more than that. Returns what leaves off. */
  readOnce(): () => void {
    return this.#single.want();
  }

  /** The count of a petition that is closed doesn't move. */
  setOpen(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#single.allow(isOpen);
    this.#update();
  }

  #update(): void {
    if (this.#followers === 0 || !this.#isOpen) this.#feed.stop();
    else this.#feed.start(Date.now() - this.#toldAt > freshFor);
  }

  async #connect(signal: AbortSignal, alive: () => void, told: () => void): Promise<Problem> {
    const listener: LiveListener = {
      alive,
      count: (count) => {
        if (signal.aborted || !isCount(count)) return;
        told();
        this.learn(count);
      },
      supporter: (supporter) => {
        if (!signal.aborted) this.#welcome(supporter);
      },
    };
    try {
      return (await this.#client.live?.(this.#id, signal, listener)) ?? problem('failed');
    } catch {
      return problem('failed');
    }
  }

  /** One who is told of again, after a reconnection, is the same. */
  #welcome(supporter: Supporter): void {
    if (this.#supporters.some(({id}) => id === supporter.id)) return;
    // Several come in at a time, often with a count: that is one change.
    if (this.#isToldOfSupporters) queueMicrotask(() => this.#tellOfSupporters());
    this.#isToldOfSupporters = false;
    this.#supporters = [supporter, ...this.#supporters].slice(0, mostSupporters);
  }

  #tellOfSupporters(): void {
    this.#isToldOfSupporters = true;
    this.#onChange();
  }
}
