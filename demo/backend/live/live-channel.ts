import {logError, type Log} from '../log.ts';
import type {ListedSupporter} from '../storage/counts.ts';
import type {CountView} from './count-view.ts';
import {supporterEvent} from './events.ts';
import {inSlices} from './in-slices.ts';
import type {LiveStream} from './live-stream.ts';
import type {RecentSupporters} from './recent-supporters.ts';

/** A count doesn't wait any longer for the supporters that go with it: they are looked for again with the next (ms). */
const supportersWithin = 100;

interface LiveChannelOptions {
  readonly newest: CountView;
  readonly supporters: RecentSupporters;
  readonly fanOutEvery: number;
  readonly log: Log;
}

/** All streams of one petition, which hear of its changes together. */
export class LiveChannel {
  readonly streams = new Set<LiveStream>();
  readonly #options: LiveChannelOptions;
  #newest: CountView;
  #sent: CountView;
  #lastAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;
  #isSending = false;
  #isClosed = false;
  #isReading = false;

  constructor(options: LiveChannelOptions) {
    this.#options = options;
    this.#newest = options.newest;
    this.#sent = options.newest;
  }

  get newest(): CountView {
    return this.#newest;
  }

  /** The first change after a while is told at once, further ones together. */
  change(newest: CountView): void {
    this.#newest = newest;
    this.#schedule();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#isClosed || this.#isSending || this.#timer !== undefined || this.#newest === this.#sent) return;
    const delay = Math.max(0, this.#lastAt + this.#options.fanOutEvery - performance.now());
    this.#timer = setTimeout(() => void this.#fanOut(), delay);
  }

  async #fanOut(): Promise<void> {
    this.#timer = undefined;
    this.#isSending = true;
    this.#lastAt = performance.now();
    const supporters = await this.#nextSupporters();
    const view = this.#newest;
    const bytes = Buffer.concat([view.event, ...supporters.map(supporterEvent)]);
    await inSlices(this.streams, (stream) => stream.tell(view, bytes));
    this.#sent = view;
    this.#isSending = false;
    this.#schedule();
  }

  /** Only those who are there now: one who was read earlier may have withdrawn since. */
  async #nextSupporters(): Promise<ListedSupporter[]> {
    if (this.#isReading) return [];
    const {promise: late, resolve} = Promise.withResolvers<ListedSupporter[]>();
    const timer = setTimeout(() => resolve([]), supportersWithin);
    const found = await Promise.race([this.#readSupporters(), late]);
    clearTimeout(timer);
    this.#options.supporters.tell(found);
    return found;
  }

  async #readSupporters(): Promise<ListedSupporter[]> {
    this.#isReading = true;
    try {
      return await this.#options.supporters.next();
    } catch (error) {
      logError(this.#options.log, error);
      return [];
    } finally {
      this.#isReading = false;
    }
  }
}
