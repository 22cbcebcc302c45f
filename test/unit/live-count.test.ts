import * as fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {LiveListener, PetitionClient} from '../../src/backend/client.ts';
import type {Petition} from '../../src/backend/wire.ts';
import {liveFeed} from '../../src/controllers/live-feed.ts';
import {PetitionStore} from '../../src/controllers/petition-store.ts';
import type {Count} from '../../src/model/count.ts';
import {failure, problem, type Problem, type Result, type SignAnswer, success} from '../../src/model/outcome.ts';
import {petitionIn} from '../../stories/support/petitions.ts';

const asOf = '2026-11-22T00:00:00Z';
const minute = 60_000;

/** A page as far as the store knows it. */
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Something that was asked, and is answered when the test says so. */
interface Pending {
  readonly answer: (isWell: boolean) => void;
}

interface Stream {
  readonly listener: LiveListener;
  /** Totals on their way, the oldest first. */
  readonly underWay: number[];
  readonly end: (reason: Problem) => void;
}

/** A backend whose answers come in any order, as late as the test likes, and tell what was true when they left. */
class SlowBackend implements PetitionClient {
  truth = 100;
  /** Whether its streams can be had. */
  streaming = true;
  isPrompt = true;
  asked = 0;
  readonly pending: Pending[] = [];
  readonly streams: Stream[] = [];

  get now(): Count {
    return {total: this.truth, asOf};
  }

  move(by: number): void {
    this.truth += by;
    for (const {underWay, listener} of this.streams) {
      if (this.isPrompt) listener.count(this.now);
      else underWay.push(this.truth);
    }
  }

  petition(): Promise<Result<Petition>> {
    return this.#later(petitionIn('en', {count: this.now}));
  }

  count(): Promise<Result<Count>> {
    this.asked += 1;
    return this.#later(this.now);
  }

  sign(): Promise<Result<SignAnswer>> {
    this.move(1);
    return this.#later({status: 'counted', count: this.now});
  }

  challenge(): Promise<Result<never>> {
    return Promise.resolve(failure(problem('failed')));
  }

  async live(_id: string, signal: AbortSignal, listener: LiveListener): Promise<Problem> {
    this.asked += 1;
    const first = this.now;
    const connected = await this.#later(first);
    if (!connected.ok || !this.streaming) return problem('unreachable');
    const {promise, resolve} = Promise.withResolvers<Problem>();
    const stream: Stream = {listener, underWay: [], end: resolve};
    this.streams.push(stream);
    signal.addEventListener('abort', () => resolve(problem('timeout')));
    if (signal.aborted) resolve(problem('timeout'));
    listener.count(first);
    if (this.isPrompt) listener.count(this.now);
    else if (this.truth !== first.total) stream.underWay.push(this.truth);
    const reason = await promise;
    this.streams.splice(this.streams.indexOf(stream), 1);
    return reason;
  }

  /** From now on all answers come at once, those that are under way first. */
  hurry(): void {
    this.isPrompt = true;
    for (const {answer} of this.pending.splice(0)) answer(true);
    for (const {underWay, listener} of this.streams) {
      for (const total of underWay.splice(0)) listener.count({total, asOf});
    }
  }

  #later<T>(value: T): Promise<Result<T>> {
    if (this.isPrompt) return Promise.resolve(success(value));
    const {promise, resolve} = Promise.withResolvers<Result<T>>();
    this.pending.push({answer: (isWell) => resolve(isWell ? success(value) : failure(problem('unreachable')))});
    return promise;
  }
}

type Deed = (world: World) => void | Promise<void>;

interface World {
  readonly page: Page;
  readonly backend: SlowBackend;
  readonly store: PetitionStore;
  readonly followers: (() => void)[];
}

const pick = <T>(all: T[], index: number): T | undefined => all.splice(index % Math.max(1, all.length), 1)[0];

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.integer({min: 1, max: 40}).map(
    (by): Deed =>
      ({backend}) =>
        backend.move(by),
  ),
  fc.constant<Deed>(({store}) => void store.sign({fields: {}, consents: [], lang: 'en'}, 'key')),
  fc.nat(20).map(
    (index): Deed =>
      ({backend}) =>
        pick(backend.pending, index)?.answer(true),
  ),
  fc.nat(20).map(
    (index): Deed =>
      ({backend}) =>
        pick(backend.pending, index)?.answer(false),
  ),
  fc.nat(5).map((index): Deed => ({backend}) => {
    const stream = backend.streams[index % Math.max(1, backend.streams.length)];
    const total = stream?.underWay.shift();
    if (total !== undefined) stream?.listener.count({total, asOf});
  }),
  fc.constant<Deed>(({backend}) => backend.streams.forEach(({end}) => end(problem('unreachable')))),
  fc.constant<Deed>(({page}) => page.turn('hidden')),
  fc.constant<Deed>(({page}) => page.turn('visible')),
  fc.constant<Deed>(({store, followers}) => void followers.push(liveFeed(store.counting).follow())),
  fc.constant<Deed>(({followers}) => followers.pop()?.()),
  fc.integer({min: 1, max: 5 * minute}).map(
    (ms): Deed =>
      async () =>
        void (await vi.advanceTimersByTimeAsync(ms)),
  ),
  // A clock that is set, and one that went on while the device slept.
  fc.integer({min: -60 * minute, max: 60 * minute}).map(
    (ms): Deed =>
      () =>
        void vi.setSystemTime(Date.now() + ms),
  ),
);

function newWorld(): World {
  const page = new Page();
  vi.stubGlobal('document', page);
  const backend = new SlowBackend();
  return {page, backend, store: new PetitionStore(backend, 'stop'), followers: []};
}

const isWatched = ({page, followers}: World): boolean => page.visibilityState === 'visible' && followers.length > 0;

describe('a live count', () => {
  beforeEach(() => {
    vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse(asOf)});
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('ends on the true total and never goes down, in whatever order things happen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, {maxLength: 60}), fc.boolean(), async (all, streaming) => {
        const world = newWorld();
        const {page, backend, store, followers} = world;
        const lies: string[] = [];
        let shown = 0;
        store.subscribe(() => {
          const total = store.count?.total ?? 0;
          if (total > backend.truth) lies.push(`${total} is a guess`);
          if (total < shown) lies.push(`${total} is less than ${shown}`);
          shown = total;
        });
        store.request('en');
        followers.push(liveFeed(store.counting).follow());
        await vi.advanceTimersByTimeAsync(0);
        backend.isPrompt = false;
        for (const deed of all) {
          const wasWatched = isWatched(world);
          const before = backend.asked;
          await deed(world);
          await vi.advanceTimersByTimeAsync(0);
          expect(lies).toEqual([]);
          if (!wasWatched && !isWatched(world)) expect(backend.asked, 'is left alone').toBe(before);
        }
        backend.streaming = streaming;
        if (!streaming) for (const {end} of backend.streams) end(problem('unreachable'));
        backend.hurry();
        // Otherwise it has to come to the truth by itself.
        if (followers.length === 0) followers.push(liveFeed(store.counting).follow());
        if (page.visibilityState === 'hidden') page.turn('visible');
        await vi.advanceTimersByTimeAsync(5 * minute);
        expect(store.count?.total).toBe(backend.truth);
        backend.move(7);
        await vi.advanceTimersByTimeAsync(3 * minute);
        expect(store.count?.total, 'after one more change').toBe(backend.truth);
        expect(lies).toEqual([]);
        page.turn('hidden');
        expect(vi.getTimerCount(), 'timers on a hidden page').toBe(0);
        followers.forEach((end) => end());
      }),
      {numRuns: 500},
    );
  });

  async function followed(client: PetitionClient): Promise<PetitionStore> {
    vi.stubGlobal('document', new Page());
    const store = new PetitionStore(client, 'stop');
    store.subscribe(() => {});
    store.request('en');
    liveFeed(store.counting).follow();
    await vi.advanceTimersByTimeAsync(0);
    return store;
  }

  it('is read past the browser’s cache after an answer that could not be read', async () => {
    const backend = new SlowBackend();
    const asked: (boolean | undefined)[] = [];
    const store = await followed({
      petition: () => backend.petition(),
      sign: () => backend.sign(),
      challenge: () => backend.challenge(),
      count: async (_id, _signal, options) => {
        asked.push(options?.fresh);
        return asked.length === 2 ? failure(problem('unreadable')) : backend.count();
      },
    });
    backend.truth = 105;
    await vi.advanceTimersByTimeAsync(minute);
    expect(asked.slice(0, 4)).toEqual([false, false, true, false]);
    expect(store.count?.total).toBe(105);
  });

  it('is only ever a whole number, whatever a client of the page’s own may say', async () => {
    const backend = new SlowBackend();
    const totals = [null, -1, 1.5, 107];
    const store = await followed({
      petition: () => backend.petition(),
      sign: () => backend.sign(),
      challenge: () => backend.challenge(),
      count: async () => success(JSON.parse(JSON.stringify({total: totals.shift(), asOf}))),
    });
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(totals).toEqual([]);
    expect(store.count?.total).toBe(107);
  });

  it('is not known before it is one', async () => {
    const backend = new SlowBackend();
    vi.spyOn(backend, 'now', 'get').mockReturnValue({total: NaN, asOf});
    backend.streaming = false;
    const store = await followed(backend);
    expect(store.count).toBe(undefined);
  });

  it('brings the latest supporters along, each once', async () => {
    const backend = new SlowBackend();
    const store = await followed(backend);
    const supporters = Array.from({length: 25}, (_, number) => ({id: `s${number}`, signedAt: asOf}));
    let changes = 0;
    store.subscribe(() => (changes += 1));
    for (const supporter of [...supporters, ...supporters.slice(-3)]) backend.streams[0]?.listener.supporter(supporter);
    expect(liveFeed(store.counting).supporters).toEqual(supporters.slice(5).toReversed());
    await vi.advanceTimersByTimeAsync(0);
    expect(changes).toBe(1);
  });
});
