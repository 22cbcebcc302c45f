import type {PetitionClient} from '../backend/client.ts';
import type {Problem} from '../model/outcome.ts';
import {CountPoll, type CountReading} from './count-poll.ts';
import {CountStream} from './count-stream.ts';
import {streamPlaces} from './stream-places.ts';

export interface FeedSource {
  readonly client: PetitionClient;
  /** Reads the count once; never rejects. */
  readonly read: (signal: AbortSignal) => Promise<CountReading>;
  /** See {@link StreamSource.connect}; absent where the client has no stream. */
  readonly connect?: ((signal: AbortSignal, alive: () => void, told: () => void) => Promise<Problem>) | undefined;
}

/**
 * Keeps a count up to date while it runs and its page is seen: by a stream or, where there is none, by
 * reading again and again.
 */
export class CountFeed {
  readonly #client: PetitionClient;
  readonly #poll: CountPoll;
  readonly #stream: CountStream | undefined;
  #isRunning = false;
  /** Nothing may have been heard of the count lately, so that the next read is not put off. */
  #isStale = false;

  constructor({client, read, connect}: FeedSource) {
    this.#client = client;
    this.#poll = new CountPoll(read);
    this.#stream =
      connect && new CountStream({connect, onUp: () => this.#onStreamUp(), onDown: () => this.#onStreamDown()});
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
    if (!stream || !streamPlaces(this.#client).take(this, () => this.#onPlace(stream))) {
      this.#read();
      return;
    }
    if (stream.isDoubtful) this.#read();
    stream.start();
    this.#leaveWhereItFailed();
  }

  /** A page that is left gives up all its places, one after the other. */
  #onPlace(stream: CountStream): void {
    if (document.visibilityState === 'visible') stream.start();
  }

  #rest(): void {
    this.#poll.stop();
    this.#stream?.stop();
    streamPlaces(this.#client).leave(this);
  }

  #onStreamUp(): void {
    this.#isStale = false;
    this.#poll.stop();
  }

  /** One that was lost after a while is waited for. */
  #onStreamDown(): void {
    if (this.#stream?.isDoubtful) this.#read();
    else this.#isStale = true;
    this.#leaveWhereItFailed();
  }

  #read(): void {
    this.#poll.start(this.#isStale);
    this.#isStale = false;
  }

  /** Its place is for another petition. */
  #leaveWhereItFailed(): void {
    if (this.#stream?.hasFailed) streamPlaces(this.#client).leave(this);
  }
}
