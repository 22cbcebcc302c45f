import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {Delivery} from '../../src/controllers/delivery.ts';
import {failure, problem, type ProblemSlug, type Result, type SignAnswer, success} from '../../src/model/outcome.ts';
import type {Sending} from '../../src/model/sending.ts';

const counted = success<SignAnswer>({status: 'confirmation-sent'});
const failing = (slug: ProblemSlug, retryAfter?: number): Result<SignAnswer> => failure(problem(slug, {retryAfter}));

/** A page without a browser around it. */
class Page extends EventTarget {
  readonly navigator = {onLine: true};
  readonly listening = new Map<string, number>();

  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    super.addEventListener(...args);
    this.listening.set(args[0], (this.listening.get(args[0]) ?? 0) + 1);
  }

  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    super.removeEventListener(...args);
    this.listening.delete(args[0]);
  }

  get asks(): boolean {
    return !this.dispatchEvent(new Event('beforeunload', {cancelable: true}));
  }

  turn(onLine: boolean): void {
    this.navigator.onLine = onLine;
    this.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
  }
}

let page: Page;

beforeEach(() => {
  page = new Page();
  vi.useFakeTimers({now: Date.parse('2026-11-22T00:00:00Z')});
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.stubGlobal('navigator', page.navigator);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A delivery of what is answered so, and then well; `tries` at which times it was tried. */
function deliveryOf(...answers: readonly (Result<SignAnswer> | Promise<Result<SignAnswer>>)[]): {
  readonly delivery: Delivery;
  readonly tries: readonly number[];
  readonly states: readonly Sending[];
} {
  const tries: number[] = [];
  const states: Sending[] = [];
  const rest = [...answers];
  const start = Date.now();
  const delivery = new Delivery({
    send: async () => {
      tries.push(Date.now() - start);
      return rest.shift() ?? counted;
    },
    onChange: (sending) => states.push(sending),
  });
  return {delivery, tries, states};
}

const namesOf = (states: readonly Sending[]): string[] => states.map(({state}) => state);
const aWhile = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('a delivery', () => {
  it('that succeeds at once leaves nothing behind', async () => {
    const {delivery, states} = deliveryOf();
    delivery.start();
    expect(page.asks, 'the first try is not asked about').toBe(false);
    await aWhile(0);
    expect(namesOf(states)).toEqual(['sending', 'done']);
    expect(page.listening.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that fails is tried again after pauses that grow', async () => {
    const {delivery, tries, states} = deliveryOf(...Array.from({length: 8}, () => failing('unreachable')));
    delivery.start();
    await aWhile(600_000);
    expect(tries).toEqual([0, 1000, 3000, 7000, 15_000, 31_000, 63_000, 123_000, 183_000]);
    expect(states.at(-1)?.state).toBe('done');
  });

  it('is not tried sooner than the backend asks for', async () => {
    const {delivery, tries, states} = deliveryOf(failing('too-many-requests', 120));
    delivery.start();
    await aWhile(0);
    expect(states.at(-1)).toMatchObject({state: 'waiting', until: Date.now() + 120_000});
    await aWhile(119_999);
    expect(tries).toEqual([0]);
    await aWhile(1);
    expect(tries).toEqual([0, 120_000]);
  });

  it.each<ProblemSlug>(['failed', 'invalid', 'closed', 'idempotency-mismatch', 'unsolved'])(
    'ends with what will not pass: %s',
    async (slug) => {
      const {delivery, tries, states} = deliveryOf(failing(slug));
      delivery.start();
      await aWhile(600_000);
      expect(tries).toEqual([0]);
      expect(states.at(-1)).toMatchObject({state: 'failed', problem: {slug}});
      expect(page.listening.size).toBe(0);
    },
  );

  it('asks before the page is left from the first failure on, until it is over', async () => {
    const {delivery, states} = deliveryOf(failing('unavailable'), failing('unavailable'));
    delivery.start();
    await aWhile(0);
    expect(page.asks).toBe(true);
    await aWhile(1000);
    expect(page.asks).toBe(true);
    delivery.see(false);
    expect(page.asks, 'nobody sees its form').toBe(false);
    delivery.see(true);
    expect(page.asks).toBe(true);
    delivery.keep();
    expect(page.asks, 'it is on the device').toBe(false);
    await aWhile(2000);
    expect(states.at(-1)?.state).toBe('done');
    expect(page.asks).toBe(false);
  });

  it('waits without a connection, and is tried as soon as there is one', async () => {
    page.navigator.onLine = false;
    const {delivery, tries, states} = deliveryOf();
    delivery.start();
    await aWhile(20_000);
    expect(tries).toEqual([]);
    expect(states.at(-1)).toMatchObject({state: 'waiting', until: undefined});
    page.turn(true);
    await aWhile(0);
    expect(tries).toEqual([20_000]);
    expect(states.at(-1)?.state).toBe('done');
  });

  it('waits as long as the backend asks for, also where the connection comes back sooner', async () => {
    const {delivery, tries, states} = deliveryOf(failing('too-many-requests', 60));
    delivery.start();
    await aWhile(10_000);
    page.turn(false);
    await aWhile(10_000);
    page.turn(true);
    expect(states.at(-1)).toMatchObject({state: 'waiting', until: Date.now() + 40_000});
    await aWhile(39_999);
    expect(tries).toEqual([0]);
    await aWhile(1);
    expect(tries).toEqual([0, 60_000]);
  });

  it('is tried at once when the connection comes back after that time', async () => {
    const {delivery, tries} = deliveryOf(failing('too-many-requests', 5));
    delivery.start();
    await aWhile(0);
    page.turn(false);
    await aWhile(20_000);
    page.turn(true);
    await aWhile(0);
    expect(tries).toEqual([0, 20_000]);
  });

  it('is tried once a minute without a connection, as the device may be mistaken', async () => {
    page.navigator.onLine = false;
    const {delivery, tries} = deliveryOf(failing('unreachable'), failing('unreachable'));
    delivery.start();
    await aWhile(200_000);
    expect(tries).toEqual([60_000, 120_000, 180_000]);
  });

  it('that loses its connection while it waits no longer says when it is tried', async () => {
    const {delivery, states} = deliveryOf(failing('unavailable', 10));
    delivery.start();
    await aWhile(0);
    expect(states.at(-1)).toMatchObject({until: Date.now() + 10_000});
    page.turn(false);
    expect(states.at(-1)).toMatchObject({state: 'waiting', until: undefined});
  });

  it('goes on as it was while it is under way and the connection changes', async () => {
    const answer = Promise.withResolvers<Result<SignAnswer>>();
    const {delivery, tries, states} = deliveryOf(answer.promise);
    delivery.start();
    page.turn(false);
    page.turn(true);
    delivery.tryNow();
    await aWhile(0);
    expect(tries).toEqual([0]);
    answer.resolve(counted);
    await aWhile(0);
    expect(states.at(-1)?.state).toBe('done');
  });

  it('is tried at once if somebody says so, and not a second time at the pause’s end', async () => {
    const {delivery, tries} = deliveryOf(failing('unavailable', 60));
    delivery.start();
    await aWhile(500);
    delivery.tryNow();
    await aWhile(600_000);
    expect(tries).toEqual([0, 500]);
  });

  it('that is stopped says why it failed last, and is tried no more', async () => {
    const {delivery, tries, states} = deliveryOf(failing('unavailable'));
    delivery.start();
    await aWhile(0);
    delivery.stop();
    expect(states.at(-1)).toMatchObject({state: 'failed', problem: {slug: 'unavailable'}});
    page.turn(true);
    delivery.tryNow();
    await aWhile(600_000);
    expect(tries).toEqual([0]);
    expect(page.listening.size).toBe(0);
    expect(page.asks).toBe(false);
  });

  it('that is stopped under way is told if it succeeds all the same, and not if it fails', async () => {
    for (const [answer, expected] of [
      [counted, ['sending', 'failed', 'done']],
      [failing('invalid'), ['sending', 'failed']],
      [failing('unavailable'), ['sending', 'failed']],
    ] as const) {
      const {promise, resolve} = Promise.withResolvers<Result<SignAnswer>>();
      const {delivery, states} = deliveryOf(promise);
      delivery.start();
      delivery.stop();
      resolve(answer);
      await aWhile(600_000);
      expect(namesOf(states)).toEqual(expected);
    }
  });

  it('that has ended can’t be stopped', async () => {
    const {delivery, states} = deliveryOf();
    delivery.start();
    await aWhile(0);
    delivery.stop();
    expect(namesOf(states)).toEqual(['sending', 'done']);
  });

  it('is kept from then on, whatever it comes to next', async () => {
    const {delivery, states} = deliveryOf(failing('unavailable'), failing('timeout'));
    delivery.start();
    delivery.keep();
    await aWhile(0);
    expect(states.at(-1)).toMatchObject({state: 'waiting', isKept: true, problem: {slug: 'unavailable'}});
    await aWhile(1000);
    expect(states.at(-1)).toMatchObject({state: 'waiting', isKept: true, problem: {slug: 'timeout'}});
  });

  it('tells while it is tried again what it has waited for', async () => {
    const answer = Promise.withResolvers<Result<SignAnswer>>();
    const {delivery, states} = deliveryOf(failing('unavailable'), answer.promise);
    delivery.start();
    await aWhile(1000);
    expect(states.at(-1)).toMatchObject({state: 'sending', after: {problem: {slug: 'unavailable'}}});
    answer.resolve(counted);
    await aWhile(0);
    expect(namesOf(states)).toEqual(['sending', 'waiting', 'sending', 'done']);
  });
});
