import {describe, expect, it, vi} from 'vitest';
import type {ListedSupporter} from '../../demo/backend/storage/storage.ts';
import {openStream} from './support/event-stream.ts';
import {liveServer} from './support/live-server.ts';
import {connectRaw} from './support/raw-socket.ts';

const path = '/v1/petitions/a/live';
const quick = {fanOutEvery: 0, heartbeatEvery: 150};

const eventually = <T>(look: () => T) => expect.poll(look, {timeout: 8000, interval: 5});

/** Its events are so large that few of them fill what the system keeps for a connection. */
const megabyte = 1024 * 1024;
const talkative = (index: number) => [
  {id: `supporter-${index}`, name: 'x'.repeat(megabyte), lang: 'en', signedAt: '2026-11-22T12:00:00.000Z'},
];

describe('one who reads too slowly', () => {
  it('is waited for by nobody, costs no memory, and goes on with the newest count', async () => {
    const {url, counts, sockets} = await liveServer(quick, 'a');
    const slow = await connectRaw(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await eventually(() => slow.text).toContain('"total":100');
    const [end] = sockets;
    slow.socket.pause();
    const fast = await openStream(url + path);
    let most = 0;
    for (let index = 1; index <= 40; index += 1) {
      counts.supporters = talkative(index);
      counts.change('a', 100 + index, 1 + index);
      await eventually(() => fast.events.at(-1)?.data.length).toBeGreaterThan(megabyte);
      await eventually(() => fast.totals.at(-1)).toBe(100 + index);
      most = Math.max(most, end?.writableLength ?? 0);
    }
    // One event may be on its way; forty would be forty megabytes.
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(1.1 * megabyte);
    slow.socket.resume();
    await eventually(() => slow.text.match(/"total":\d+/g)?.at(-1)).toBe('"total":140');
    expect(slow.text.match(/event: count/g)?.length).toBeLessThan(40);
    expect(end?.destroyed).toBe(false);
  });

  it('is cut off if it takes too long', async () => {
    const {url, counts, live} = await liveServer({...quick, drainWithin: 100}, 'a');
    const slow = await connectRaw(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await eventually(() => slow.text).toContain('"total":100');
    slow.socket.pause();
    const fast = await openStream(url + path);
    for (let index = 1; live.size > 1 && index < 100; index += 1) {
      counts.supporters = talkative(index);
      counts.change('a', 100 + index, 1 + index);
      await eventually(() => fast.totals.at(-1)).toBe(100 + index);
    }
    await eventually(() => live.size).toBe(1);
    expect(fast.isEnded).toBe(false);
  });
});

describe('those who watch', () => {
  it('hear of what was missed', async () => {
    const {url, counts} = await liveServer(quick, 'a');
    const open = await openStream(url + path);
    await eventually(() => open.totals).toEqual([100]);
    counts.store('a', 160, 30);
    counts.tell(undefined);
    await eventually(() => open.totals).toEqual([100, 160]);
  });

  it('hear of what was missed also if it can be read only later', async () => {
    const {url, counts} = await liveServer(quick, 'a');
    const open = await openStream(url + path);
    await eventually(() => open.totals).toEqual([100]);
    counts.store('a', 160, 30);
    counts.failure = new Error('gone');
    counts.tell(undefined);
    await eventually(() => counts.reads.length).toBe(2);
    counts.failure = undefined;
    await eventually(() => open.totals).toEqual([100, 160]);
  });

  it('hear of a change that comes about while they are being told of another', async () => {
    const {url, counts} = await liveServer(quick, 'a');
    const many = Array.from({length: 600}, () => connectRaw(url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
    const opened = await Promise.all(many);
    for (const open of opened) await eventually(() => open.text).toContain('"total":100');
    // So many are not told in one turn: this comes between.
    vi.spyOn(counts, 'listedSupporters').mockImplementationOnce(async () => {
      setImmediate(() => counts.change('a', 102, 3));
      return [];
    });
    counts.change('a', 101, 2);
    for (const open of opened) {
      await eventually(() => open.text.match(/"total":\d+/g)?.at(-1)).toBe('"total":102');
      expect(open.text.match(/"total":\d+/g)).toEqual(['"total":100', '"total":101', '"total":102']);
    }
  });

  it('hear nothing twice', async () => {
    const {url, counts} = await liveServer({fanOutEvery: 300}, 'a');
    const early = await openStream(url + path);
    await eventually(() => early.totals).toEqual([100]);
    counts.change('a', 101, 2);
    await eventually(() => early.totals).toEqual([100, 101]);
    counts.change('a', 102, 3);
    const late = await openStream(url + path);
    await eventually(() => early.totals).toEqual([100, 101, 102]);
    counts.change('a', 103, 4);
    await eventually(() => late.totals.at(-1)).toBe(103);
    expect(late.totals).toEqual([102, 103]);
  });

  it('hear the count also while the supporters can’t be had', async () => {
    const {url, counts} = await liveServer(quick, 'a');
    const open = await openStream(url + path);
    await eventually(() => open.totals).toEqual([100]);
    vi.spyOn(counts, 'listedSupporters').mockRejectedValueOnce(new Error('gone'));
    counts.change('a', 101, 2);
    await eventually(() => open.totals).toEqual([100, 101]);
    vi.spyOn(counts, 'listedSupporters').mockReturnValueOnce(Promise.withResolvers<never>().promise);
    counts.change('a', 102, 3);
    await eventually(() => open.totals).toEqual([100, 101, 102]);
  });

  it('hear of supporters who are found only after their count, once', async () => {
    const {url, counts} = await liveServer(quick, 'a');
    const open = await openStream(url + path);
    await eventually(() => open.totals).toEqual([100]);
    const {promise, resolve} = Promise.withResolvers<ListedSupporter[]>();
    vi.spyOn(counts, 'listedSupporters').mockReturnValueOnce(promise);
    counts.change('a', 101, 2);
    await eventually(() => open.totals).toEqual([100, 101]);
    counts.supporters = [{id: 's1', name: 'Amina Turdi', lang: 'en', signedAt: '2026-11-22T12:00:00.000Z'}];
    resolve(counts.supporters);
    await eventually(() => open.text.split('Amina').length - 1).toBe(1);
    counts.change('a', 102, 3);
    await eventually(() => open.totals).toEqual([100, 101, 102]);
    expect(open.text.split('Amina').length - 1).toBe(1);
  });

  it('leave nothing behind when they go', async () => {
    const setting = vi.spyOn(globalThis, 'setInterval');
    const clearing = vi.spyOn(globalThis, 'clearInterval');
    const {url, counts, live} = await liveServer(quick, 'a', 'b');
    setting.mockClear();
    for (let round = 0; round < 3; round += 1) {
      const opened = await Promise.all(['a', 'a', 'b'].map((id) => openStream(`${url}/v1/petitions/${id}/live`)));
      for (const open of opened) await eventually(() => open.totals.length).toBe(1);
      expect(live.size).toBe(3);
      for (const open of opened) open.leave();
      await eventually(() => live.size).toBe(0);
    }
    const cleared = clearing.mock.calls.map(([timer]) => timer);
    expect(setting.mock.results.length).toBeGreaterThan(0);
    for (const {value} of setting.mock.results) expect(cleared).toContain(value);
    const reads = counts.supporterReads;
    counts.change('a', 101, 2);
    const open = await openStream(url + path);
    await eventually(() => open.totals).toEqual([101]);
    expect(counts.supporterReads).toBe(reads);
    vi.restoreAllMocks();
  });
});
