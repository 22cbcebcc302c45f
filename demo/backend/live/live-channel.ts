import {logError, type Log} from '../log.ts';
import type {ListedSupporter} from '../storage/counts.ts';
import type {CountView} from './count-view.ts';
import {supporterEvent} from './events.ts';
import {inSlices} from './in-slices.ts';
import type {LiveStream} from './live-stream.ts';
import type {RecentSupporters} from './recent-supporters.ts';

/** A count doesn't wait any longer for the supporters that go with it (ms). */
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

  /** Nobody is kept for later: one who was found may have withdrawn by then. */
  async #nextSupporters(): Promise<ListedSupporter[]> {
    if (this.#isReading) return [];
    const reading = this.#readSupporters();
    const {promise: late, resolve} = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), supportersWithin);
    const found = await Promise.race([reading, late]);
    clearTimeout(timer);
    if (!found) void reading.then((supporters) => this.#tellOf(supporters));
    this.#options.supporters.tell(found ?? []);
    return found ?? [];
  }

  /** They come after their count. */
  async #tellOf(supporters: readonly ListedSupporter[]): Promise<void> {
    if (this.#isClosed || supporters.length === 0) return;
    this.#options.supporters.tell(supporters);
    const bytes = Buffer.concat(supporters.map(supporterEvent));
    await inSlices(this.streams, (stream) => {
      stream.send(bytes);
    });
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
