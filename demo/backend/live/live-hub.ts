import type {Socket} from 'node:net';
import type {Log} from '../log.ts';
import type {Storage} from '../storage/storage.ts';
import type {CountBoard} from './count-board.ts';
import type {CountView} from './count-view.ts';
import {heartbeat} from './events.ts';
import {inSlices} from './in-slices.ts';
import {LiveChannel} from './live-channel.ts';
import {LiveStream} from './live-stream.ts';
import {RecentSupporters} from './recent-supporters.ts';
import type {LiveTimings} from './timings.ts';

/** The streams' heartbeats are spread over so many beats, lest all are written to at once. */
const beats = 15;

interface LiveHubOptions {
  readonly board: CountBoard;
  readonly storage: Pick<Storage, 'listedSupporters'>;
  readonly timings: LiveTimings;
  /** How many streams there may be. */
  readonly limit: number;
  readonly log: Log;
  readonly now: () => Date;
}

interface OpenChannel {
  readonly channel: LiveChannel;
  readonly unwatch: () => void;
}

/** All streams of this process. */
export class LiveHub {
  readonly #options: LiveHubOptions;
  readonly #channels = new Map<string, OpenChannel>();
  /** The streams by the beat of their heartbeat. */
  readonly #beats = Array.from({length: beats}, () => new Set<LiveStream>());
  #timer: NodeJS.Timeout | undefined;
  #beat = 0;
  #size = 0;
  #isClosed = false;

  constructor(options: LiveHubOptions) {
    this.#options = options;
  }

  /** How many streams are open. */
  get size(): number {
    return this.#size;
  }

  get hasRoom(): boolean {
    return !this.#isClosed && this.#size < this.#options.limit;
  }

  /**
   * Streams a petition's count, from what is shown now on, for as long as the socket lives.
   * @param known the total that the reader has already
   */
  open(view: CountView, socket: Socket, known: string | undefined): void {
    const {petition} = view;
    const stream = new LiveStream(petition, socket);
    const {channel} = this.#channels.get(petition) ?? this.#openChannel(view);
    const beat = this.#quietestBeat();
    channel.streams.add(stream);
    beat.add(stream);
    this.#size += 1;
    socket.once('close', () => {
      channel.streams.delete(stream);
      beat.delete(stream);
      this.#size -= 1;
      if (channel.streams.size === 0) this.#closeChannel(petition);
    });
    this.#greet(stream, channel.newest, known);
    this.#timer ??= setInterval(() => void this.#onBeat(), this.#options.timings.heartbeatEvery / beats);
  }

  /** Ends all streams, and takes no more. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const petition of this.#channels.keys()) this.#closeChannel(petition);
    for (const beat of this.#beats) for (const stream of beat) stream.end();
  }

  /** One who knows the count already gets a comment, so that they and all on the way see the stream begin. */
  #greet(stream: LiveStream, newest: CountView, known: string | undefined): void {
    if (known !== String(newest.count.total)) {
      stream.tell(newest, newest.event);
      return;
    }
    stream.skip(newest);
    stream.send(heartbeat);
  }

  #openChannel(newest: CountView): OpenChannel {
    const {board, storage, timings, log, now} = this.#options;
    const {petition} = newest;
    const channel = new LiveChannel({
      newest,
      supporters: new RecentSupporters({petition, storage, now}),
      fanOutEvery: timings.fanOutEvery,
      log,
    });
    const open = {channel, unwatch: board.watch(newest, (view) => channel.change(view))};
    this.#channels.set(petition, open);
    return open;
  }

  #closeChannel(petition: string): void {
    const open = this.#channels.get(petition);
    this.#channels.delete(petition);
    open?.unwatch();
    open?.channel.close();
    if (this.#channels.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #quietestBeat(): Set<LiveStream> {
    return this.#beats.reduce((quietest, beat) => (beat.size < quietest.size ? beat : quietest));
  }

  async #onBeat(): Promise<void> {
    this.#beat = (this.#beat + 1) % beats;
    const due = this.#beats[this.#beat] ?? [];
    await inSlices(due, (stream) => {
      stream.send(heartbeat);
    });
    const {drainWithin} = this.#options.timings;
    for (const {channel} of this.#channels.values()) {
      for (const stream of channel.streams) stream.recover(channel.newest, drainWithin);
    }
  }
}
