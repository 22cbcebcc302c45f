import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {logWriter} from '../../demo/backend/log-writer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function sink() {
  const writes: string[] = [];
  const state = {waiting: 0, writes, write: (lines: string) => void writes.push(lines)};
  return state;
}

describe('the log', () => {
  it('writes lines that come together at once, in their order', () => {
    const to = sink();
    const {log} = logWriter(to);
    for (const line of ['a', 'b', 'c']) log(line);
    expect(to.writes).toEqual([]);
    vi.runAllTimers();
    log('d');
    vi.runAllTimers();
    expect(to.writes).toEqual(['a\nb\nc', 'd']);
  });

  it('holds none back at the end', () => {
    const to = sink();
    const {log, flush} = logWriter(to);
    log('a');
    flush();
    expect(to.writes).toEqual(['a']);
    expect(vi.getTimerCount()).toBe(0);
    flush();
    expect(to.writes).toEqual(['a']);
  });

  it('holds no more than it may', () => {
    const to = sink();
    const {log} = logWriter(to);
    for (let index = 0; index < 1000; index += 1) log('x'.repeat(1000));
    const held = 1000 * 1001 - to.writes.join('\n').length;
    expect(held).toBeLessThan(100_000);
  });

  it('drops what nobody reads, and says how much', () => {
    const to = sink();
    const {log} = logWriter(to);
    log('before');
    vi.runAllTimers();
    to.waiting = 100 * 1024 * 1024;
    for (let index = 0; index < 5; index += 1) log('lost');
    vi.runAllTimers();
    to.waiting = 0;
    log('after');
    vi.runAllTimers();
    expect(to.writes[0]).toBe('before');
    const [warning, after] = (to.writes[1] ?? '').split('\n');
    expect(JSON.parse(warning ?? '')).toMatchObject({warning: '5 lines of the log were dropped'});
    expect(after).toBe('after');
    log('later');
    vi.runAllTimers();
    expect(to.writes.slice(2)).toEqual(['later']);
  });
});
