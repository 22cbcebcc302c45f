import type {LiveListener} from '../backend/client.ts';
import {isCount} from '../model/count.ts';
import {type Problem, problem} from '../model/outcome.ts';
import type {Supporter} from '../model/supporter.ts';
import {CountFeed} from './count-feed.ts';
import type {CountReading} from './count-poll.ts';
import type {Counting} from './counting.ts';
import {settled} from './settled.ts';
import {SingleRead} from './single-read.ts';

/** The latest supporters that are kept. */
const mostSupporters = 20;

/** What was told no longer ago than this (ms) need not be asked for again. */
const freshFor = 5_000;

/** Keeps a petition's count up to date while anybody follows it. */
class LiveFeed {
  readonly #counting: Counting;
  readonly #feed: CountFeed;
  readonly #single: SingleRead;
  #followers = 0;
  #isGarbled = false;
  #supporters: readonly Supporter[] = [];
  #isToldOfSupporters = true;

  constructor(counting: Counting) {
    this.#counting = counting;
    const {client} = counting;
    this.#feed = new CountFeed({
      client,
      read: (signal) => this.#read(signal),
      connect: client.live && ((signal, alive, told) => this.#connect(signal, alive, told)),
    });
    this.#single = new SingleRead((signal) => this.#read(signal));
  }

  /** Those who came in along the stream, the latest first. */
  get supporters(): readonly Supporter[] {
    return this.#supporters;
  }

  /** Keeps it up to date while at least one element follows it. Returns what ends it. */
  follow(): () => void {
    this.#followers += 1;
    this.update();
    return () => {
      this.#followers -= 1;
      // An element that is moved leaves and comes back at once: what keeps it up to date goes on.
      queueMicrotask(() => this.update());
    };
  }

  /** Reads it once for all who want no more than that. Returns what leaves off. */
  readOnce(): () => void {
    return this.#single.want();
  }

  update(): void {
    const {isOpen, toldAt} = this.#counting;
    this.#single.allow(isOpen);
    if (this.#followers === 0 || !isOpen) this.#feed.stop();
    else this.#feed.start(Date.now() - toldAt > freshFor);
  }

  async #read(signal: AbortSignal): Promise<CountReading> {
    const {client, id} = this.#counting;
    const result = await settled(() => client.count(id, signal, {fresh: this.#isGarbled}));
    if (signal.aborted) return {isRead: false, isNew: false};
    // The browser's cache would go on giving what can't be read, until the count changes.
    const count = result.ok && isCount(result.value) ? result.value : undefined;
    this.#isGarbled = result.ok ? !count : result.problem.slug === 'unreadable';
    if (!count) return {isRead: false, isNew: false, retryAfter: result.ok ? undefined : result.problem.retryAfter};
    const before = this.#counting.count?.total;
    this.#counting.learn(count);
    return {isRead: true, isNew: this.#counting.count?.total !== before};
  }

  async #connect(signal: AbortSignal, alive: () => void, told: () => void): Promise<Problem> {
    const {client, id} = this.#counting;
    const listener: LiveListener = {
      alive,
      count: (count) => {
        if (signal.aborted || !isCount(count)) return;
        told();
        this.#counting.learn(count);
      },
      supporter: (supporter) => {
        if (!signal.aborted) this.#welcome(supporter);
      },
    };
    try {
      return (await client.live?.(id, signal, listener)) ?? problem('failed');
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
    this.#counting.publish();
  }
}

/** The page's one feed of a petition's count. */
export function liveFeed(counting: Counting): LiveFeed {
  const known = counting.feed;
  if (known instanceof LiveFeed) return known;
  const feed = new LiveFeed(counting);
  counting.feed = feed;
  feed.update();
  return feed;
}
