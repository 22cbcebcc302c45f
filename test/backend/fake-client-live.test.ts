import {describe, expect, it} from 'vitest';
import {countSchema, readAs} from '../../src/backend/wire.ts';
import {problem} from '../../src/model/outcome.ts';
import {listener, never, sent, sign, time, totalsOf} from './support/both-answers.ts';
import {id, sides, signatureOf} from './support/both-backends.ts';

/* Part of the contract of fake-client.test.ts: streams. */

describe.each(sides)('%s', (_, side) => {
  it('tells a stream’s reader the count at once, and then each that is another', async () => {
    const all = await side();
    const heard = listener();
    void all.client.live(id, never, heard);
    await expect.poll(() => heard.counts).toEqual([{total: 5136, goal: 7500, asOf: time}]);
    expect(heard.calls[0]).toBe('alive');
    await sign(all, signatureOf('ada@example.org'));
    await expect.poll(() => totalsOf(heard)).toEqual([5136, 5137]);
    await sign(all, signatureOf('ada@example.org'));
    await sign(all, signatureOf('grace@example.org'));
    await expect.poll(() => totalsOf(heard)).toEqual([5136, 5137, 5138]);
    for (const count of heard.counts) expect(readAs(countSchema, sent(count))).toEqual(count);
  });

  it('ends a stream that is aborted, and tells it nothing more', async () => {
    const all = await side();
    const [heard, next] = [listener(), listener()];
    const abort = new AbortController();
    const ended = all.client.live(id, abort.signal, heard);
    await expect.poll(() => totalsOf(heard)).toEqual([5136]);
    abort.abort();
    expect(await ended).toEqual(problem('timeout'));
    await sign(all, signatureOf('ada@example.org'));
    void all.client.live(id, never, next);
    await expect.poll(() => totalsOf(next)).toEqual([5137]);
    await sign(all, signatureOf('grace@example.org'));
    await expect.poll(() => totalsOf(next)).toEqual([5137, 5138]);
    expect(totalsOf(heard)).toEqual([5136]);
  });

  it('opens no stream that was aborted before', async () => {
    const {client} = await side();
    const heard = listener();
    expect(await client.live(id, AbortSignal.abort(), heard)).toEqual(problem('timeout'));
    expect(heard.calls).toEqual([]);
  });
});
