import {describe, expect, it, onTestFinished} from 'vitest';
import {CountBoard} from '../../demo/backend/live/count-board.ts';
import {StorageUnavailable, type CountRevision} from '../../demo/backend/storage/storage.ts';
import {testBackend} from './support/backend.ts';
import {FakeCounts} from './support/fake-counts.ts';
import {river, signature} from './support/fixtures.ts';
import {liveServer} from './support/live-server.ts';

function boardOf(counts: FakeCounts, capacity?: number): CountBoard {
  const board = new CountBoard({storage: counts, log: () => undefined, capacity});
  onTestFinished(() => board.close());
  return board;
}

/** A change that is told of after it came about. */
const late = (total: number, revision: number): CountRevision => ({
  petition: 'a',
  count: {total, asOf: '2026-11-22T12:00:00.000Z'},
  revision,
});

const totalOn = async (board: CountBoard, petition = 'a') => (await board.find(petition))?.count.total;

describe('a count in memory', () => {
  it('is read once, however many ask', async () => {
    const counts = new FakeCounts('a', 'b');
    const board = boardOf(counts);
    const totals = await Promise.all([totalOn(board), totalOn(board), totalOn(board, 'b')]);
    expect(totals).toEqual([100, 100, 100]);
    expect(await totalOn(board)).toBe(100);
    expect(counts.reads).toEqual(['a', 'b']);
  });

  it('takes no room for a petition that is not', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    for (let index = 0; index < 50; index += 1) expect(await totalOn(board, `none-${index}`)).toBe(undefined);
    counts.change('unasked', 5, 1);
    expect(board.size).toBe(0);
    counts.store('none-0', 7, 1);
    expect(await totalOn(board, 'none-0')).toBe(7);
  });

  it('gives way to others when there are too many, unless it is watched', async () => {
    const counts = new FakeCounts('a', 'b', 'c', 'd', 'e');
    const board = boardOf(counts, 3);
    const found = await board.find('a');
    const seen: number[] = [];
    const unwatch = found && board.watch(found, ({count}) => seen.push(count.total));
    // What was asked for again lately stays longer.
    for (const petition of ['b', 'c', 'b', 'd']) await board.find(petition);
    expect(board.size).toBe(3);
    counts.reads.length = 0;
    for (const petition of ['a', 'b', 'd']) await board.find(petition);
    expect(counts.reads).toEqual([]);
    await board.find('c');
    expect(counts.reads).toEqual(['c']);
    counts.change('a', 101, 2);
    expect(seen).toEqual([101]);
    unwatch?.();
    for (const petition of ['b', 'd', 'e']) await board.find(petition);
    counts.reads.length = 0;
    await board.find('a');
    expect(counts.reads).toEqual(['a']);
  });

  it('goes with each change, up and down, and never back to an older one', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    await board.find('a');
    for (const [told, revision, shown] of [
      [101, 2, 101],
      [103, 4, 103],
      [102, 3, 103],
      [103, 4, 103],
      [99, 5, 99],
    ] as const) {
      counts.change('a', told, revision);
      expect(await totalOn(board)).toBe(shown);
    }
    expect(counts.reads).toEqual(['a']);
  });

  it('has a change that came about while it was read', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    const {promise, resolve} = Promise.withResolvers<void>();
    counts.held = promise;
    const reading = totalOn(board);
    counts.change('a', 101, 2);
    resolve();
    expect(await reading).toBe(101);
    expect(await totalOn(board)).toBe(101);
  });

  it('is what is read, whatever is told late while it is', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    counts.store('a', 105, 6);
    const {promise, resolve} = Promise.withResolvers<void>();
    counts.held = promise;
    const reading = totalOn(board);
    counts.tell(late(103, 4));
    const later = totalOn(board);
    resolve();
    expect(await Promise.all([reading, later])).toEqual([105, 105]);
    expect(counts.reads).toEqual(['a']);
  });

  it('is not what was told while it could not be read', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    counts.store('a', 105, 6);
    counts.failure = new StorageUnavailable('gone');
    const reading = totalOn(board);
    counts.tell(late(103, 4));
    await expect(reading).rejects.toThrow('gone');
    counts.failure = undefined;
    expect(await totalOn(board)).toBe(105);
  });

  it('has a change that came about while it was read again, also if it gave way meanwhile', async () => {
    const counts = new FakeCounts('a', 'b');
    const board = boardOf(counts, 1);
    await board.find('a');
    counts.tell(undefined);
    const {promise, resolve} = Promise.withResolvers<void>();
    counts.held = promise;
    const reading = totalOn(board);
    counts.change('a', 101, 2);
    counts.held = undefined;
    await board.find('b');
    resolve();
    expect(await reading).toBe(101);
    expect(await totalOn(board)).toBe(101);
  });

  it('is read again where changes may have been missed, also by a read that was under way', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    await board.find('a');
    counts.store('a', 150, 20);
    expect(await totalOn(board)).toBe(100);
    counts.tell(undefined);
    expect(await totalOn(board)).toBe(150);

    const {promise, resolve} = Promise.withResolvers<void>();
    counts.held = promise;
    counts.tell(undefined);
    const reading = totalOn(board);
    counts.store('a', 160, 30);
    counts.tell(undefined);
    const later = totalOn(board);
    resolve();
    await reading;
    expect(await later).toBe(160);
    expect(await totalOn(board)).toBe(160);
  });

  it('is read again where changes were missed between its reading and its watching', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    const {promise, resolve} = Promise.withResolvers<void>();
    counts.held = promise;
    const finding = board.find('a');
    counts.store('a', 101, 2);
    counts.tell(undefined);
    counts.held = undefined;
    resolve();
    const found = await finding;
    const heard: number[] = [];
    if (found) board.watch(found, ({count}) => heard.push(count.total));
    await expect.poll(() => heard).toEqual([101]);
  });

  it('is not taken for true for a change before which others were missed', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    await board.find('a');
    counts.tell(undefined);
    counts.store('a', 102, 3);
    counts.tell(late(101, 2));
    expect((await board.find('a'))?.count.total).toBe(102);
  });

  it('is found also where there is no room to keep it', async () => {
    const counts = new FakeCounts('a', 'b', 'c');
    const board = boardOf(counts, 2);
    for (const petition of ['a', 'b']) {
      const found = await board.find(petition);
      if (found) board.watch(found, () => undefined);
    }
    expect((await board.find('c'))?.count.total).toBe(100);
  });

  it('is read again after a read that failed', async () => {
    const counts = new FakeCounts('a');
    const board = boardOf(counts);
    counts.failure = new StorageUnavailable('gone');
    await expect(totalOn(board)).rejects.toThrow('gone');
    counts.failure = undefined;
    expect(await totalOn(board)).toBe(100);
  });

  it('is not followed any more once it is closed', () => {
    const counts = new FakeCounts('a');
    const board = new CountBoard({storage: counts, log: () => undefined});
    expect(counts.listeners.size).toBe(1);
    board.close();
    expect(counts.listeners.size).toBe(0);
  });
});

describe('GET …/count', () => {
  it('asks the storage once, and answers 304 to those who have it', async () => {
    const {url, counts} = await liveServer({}, 'a');
    const path = `${url}/v1/petitions/a/count`;
    const etag = (await fetch(path)).headers.get('ETag') ?? '';
    for (const known of [etag, `W/${etag}`, '*', `"x", ${etag}`]) {
      const answer = await fetch(path, {headers: {'If-None-Match': known}});
      expect(answer.status).toBe(304);
      expect(answer.headers.get('ETag')).toBe(etag);
      expect(answer.headers.get('Cache-Control')).toBe(
        'public, max-age=2, stale-while-revalidate=30, stale-if-error=300',
      );
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    }
    counts.change('a', 101, 2);
    const moved = await fetch(path, {headers: {'If-None-Match': etag}});
    expect(moved.status).toBe(200);
    expect(moved.headers.get('ETag')).not.toBe(etag);
    expect(await moved.json()).toMatchObject({total: 101});
    expect(counts.reads).toEqual(['a']);
  });

  it('has a signature as soon as that is answered, as the petition has', async () => {
    const backend = await testBackend();
    for (let total = 101; total <= 105; total += 1) {
      expect((await backend.sign(signature(`p${total}@water.example`))).status).toBe(201);
      expect((await backend.count()).total).toBe(total);
      const petition = await backend.get(`/v1/petitions/${river.id}`);
      expect(await petition.json()).toMatchObject({count: {total}});
    }
  });
});
