import type {PetitionClient} from '../backend/client.ts';
import type {Problem} from '../model/outcome.ts';
import {CountPoll, type CountReading} from './count-poll.ts';
import {CountStream} from './count-stream.ts';

/**
 * Streams that a page has open to a backend at once: over HTTP/1.1 browsers keep six connections to a
 * host for all their windows, and signatures need one of them. The counts of further petitions are read.
 */
const mostStreams = 2;

const streaming = new WeakMap<PetitionClient, Set<CountFeed>>();

export interface FeedSource {
  readonly client: PetitionClient;
  /** Reads the count once; never rejects. */
  read(signal: AbortSignal): Promise<CountReading>;
  /** See {@link StreamSource.connect}; absent where the client has no stream. */
  readonly connect?: ((signal: AbortSignal, alive: () => void, told: () => void) => Promise<Problem>) | undefined;
}

/**
 * Keeps a count up to date while it runs and its page is seen: by a stream or, where that fails, by
 * reading again and again.
 */
export class CountFeed {
  readonly #source: FeedSource;
  readonly #poll: CountPoll;
  readonly #stream: CountStream | undefined;
  #isRunning = false;
  /** Nothing was heard of the count lately. */
  #isStale = false;

  constructor(source: FeedSource) {
    this.#source = source;
    this.#poll = new CountPoll((signal) => source.read(signal));
    this.#stream =
      source.connect &&
      new CountStream({
        connect: source.connect,
        onUp: () => {
          this.#isStale = false;
          this.#poll.stop();
        },
        onFailure: () => this.#fallBack(),
      });
  }

  /** @param isStale nothing was heard of the count lately, so that it is asked for at once */
  start(isStale: boolean): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#isStale = isStale;
    document.addEventListener('visibilitychange', this.#onVisibility);
    if (document.visibilityState === 'visible') this.#wake();
  }

  stop(): void {
    this.#isRunning = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#rest();
  }

  readonly #onVisibility = (): void => {
    this.#rest();
    this.#isStale = true;
    if (document.visibilityState === 'visible') this.#wake();
  };

  #wake(): void {
    const stream = this.#stream;
    if (!stream || !this.#takeTurn()) {
      this.#fallBack();
      return;
    }
    stream.start();
    if (stream.isDoubtful) this.#fallBack();
  }

  #rest(): void {
    this.#poll.stop();
    this.#stream?.stop();
    this.#others.delete(this);
  }

  #fallBack(): void {
    this.#poll.start(this.#isStale);
    this.#isStale = false;
    if (this.#stream?.hasFailed) this.#others.delete(this);
  }

  get #others(): Set<CountFeed> {
    const feeds = streaming.get(this.#source.client) ?? new Set();
    streaming.set(this.#source.client, feeds);
    return feeds;
  }

  #takeTurn(): boolean {
    const feeds = this.#others;
    if (feeds.size >= mostStreams) return false;
    feeds.add(this);
    return true;
  }
}
