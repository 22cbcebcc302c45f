import type {LiveListener} from '../../src/backend/client.ts';
import {problem, type Problem} from '../../src/model/outcome.ts';
import type {Supporter} from '../../src/model/supporter.ts';
import {FakeClient, type Mood} from './fake-client.ts';

interface Stream {
  readonly listener: LiveListener;
  readonly end: (reason: Problem) => void;
}

/** A stand-in for a backend that tells its count by a stream, too. */
export class StreamingClient extends FakeClient {
  /** How it answers those who ask for a stream next. */
  streaming: Mood = 'well';
  /** How often a stream was asked for. */
  connections = 0;
  readonly #streams = new Set<Stream>();

  /** How many streams are open. */
  get streams(): number {
    return this.#streams.size;
  }

  /** The total moves, and all streams tell it. */
  push(total: number): void {
    this.total = total;
    for (const {listener} of this.#streams) listener.count(this.currentCount);
  }

  /** All streams have a heartbeat. */
  beat(): void {
    for (const {listener} of this.#streams) listener.alive();
  }

  welcome(supporter: Supporter): void {
    for (const {listener} of this.#streams) listener.supporter(supporter);
  }

  /** All streams are lost. */
  cut(reason: Problem = problem('unreachable')): void {
    for (const {end} of this.#streams) end(reason);
  }

  async live(id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem> {
    this.connections += 1;
    const {streaming} = this;
    if (signal.aborted) return problem('timeout');
    if (streaming !== 'well' && streaming !== 'silent') {
      return typeof streaming === 'string' ? problem(streaming) : streaming;
    }
    if (!this.knows(id)) return problem('not-found');
    const {promise, resolve} = Promise.withResolvers<Problem>();
    const end = (reason: Problem): void => {
      this.#streams.delete(stream);
      resolve(reason);
    };
    const stream: Stream = {listener, end};
    this.#streams.add(stream);
    signal.addEventListener('abort', () => end(problem('timeout')));
    if (streaming === 'well') {
      listener.alive();
      listener.count(this.currentCount);
    }
    return promise;
  }

  protected override countOne(): void {
    this.push(this.total + 1);
  }
}
