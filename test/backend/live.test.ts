import {describe, expect, it} from 'vitest';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {livePath, openStream, type OpenStream} from './support/event-stream.ts';
import {confirmedRiver, petition, river, signature} from './support/fixtures.ts';
import {liveServer} from './support/live-server.ts';
import {linksIn, mailServer, tokenIn} from './support/mail-server.ts';
import {connectRaw} from './support/raw-socket.ts';

const stream = (backend: TestBackend, headers = {}): Promise<OpenStream> =>
  openStream(backend.url + livePath(), headers);

/** Waits, as for all that comes over a stream. */
const eventually = <T>(look: () => T) => expect.poll(look, {timeout: 5000, interval: 5});

/** So that a test needs not wait for a second. */
const fast = {liveTimings: {fanOutEvery: 20}};

async function signMany(backend: TestBackend, names: readonly string[], more = {}): Promise<void> {
  for (const name of names) {
    const answer = await backend.sign(signature(`${name}@water.example`, more));
    expect(answer.status).toBe(201);
  }
}

const twenty = Array.from({length: 20}, (_, index) => `person-${index}`);

describe('a stream', () => {
  it('begins with the count, as it is read otherwise', async () => {
    const backend = await testBackend();
    const open = await stream(backend, {Origin: 'https://partner.example'});
    expect(open.status).toBe(200);
    expect(open.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    });
    expect(open.headers['content-encoding']).toBe(undefined);
    await eventually(() => open.events).toMatchObject([{event: 'count', id: '100'}]);
    expect(open.counts).toEqual([await backend.count()]);
  });

  it('says nothing to one who knows the count already, but is there', async () => {
    const backend = await testBackend(fast);
    const open = await stream(backend, {'Last-Event-ID': '100'});
    await eventually(() => open.comments).toBe(1);
    expect(open.events).toEqual([]);
    await signMany(backend, ['amina']);
    await eventually(() => open.totals).toEqual([101]);
  });

  it.each(['99', '1000', 'nonsense'])('says it to one who knows another: %s', async (known) => {
    const backend = await testBackend();
    const open = await stream(backend, {'Last-Event-ID': known});
    await eventually(() => open.totals).toEqual([100]);
  });

  it('tells of a rush once a second, and ends with the final total', async () => {
    const backend = await testBackend();
    const open = await stream(backend);
    await eventually(() => open.totals).toEqual([100]);
    const start = performance.now();
    await signMany(backend, twenty);
    await eventually(() => open.totals.at(-1)).toBe(120);
    const seconds = (performance.now() - start) / 1000;
    // The first change at once, then one a second.
    expect(open.totals.length - 1).toBeLessThanOrEqual(1 + Math.floor(seconds));
    expect(open.totals).toEqual(open.totals.toSorted((a, b) => a - b));
    expect(open.counts.at(-1)).toEqual(await backend.count());
    expect(open.events.map(({id}) => Number(id))).toEqual(open.totals);
  });

  it('is the same to all, byte by byte', async () => {
    const backend = await testBackend(fast);
    const opened = [await stream(backend), await stream(backend), await stream(backend)];
    for (const open of opened) await eventually(() => open.totals).toEqual([100]);
    await signMany(backend, twenty, {listed: 'name'});
    for (const open of opened) await eventually(() => open.totals.at(-1)).toBe(120);
    expect(new Set(opened.map(({text}) => text)).size).toBe(1);
  });

  it('tells of its own petition only', async () => {
    const backend = await testBackend({petitions: [river, petition('other')], ...fast});
    const open = await stream(backend);
    const other = await openStream(backend.url + livePath('other'));
    await signMany(backend, ['amina']);
    await eventually(() => open.totals).toEqual([100, 101]);
    expect((await backend.sign(signature('b@water.example'), {petition: 'other'})).status).toBe(201);
    await eventually(() => other.totals).toEqual([100, 101]);
    expect(open.totals).toEqual([100, 101]);
  });

  it('goes down with a withdrawal', async () => {
    const mails = await mailServer();
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.url, ...fast});
    const open = await stream(backend);
    expect((await backend.sign(signature('amina@water.example'))).status).toBe(202);
    const links = linksIn(await mails.mailTo('amina@water.example'));
    for (const [path, link, total] of [
      ['/v1/confirmations', links.confirm, 101],
      ['/v1/withdrawals', links.withdraw, 100],
    ] as const) {
      const body = JSON.stringify({token: tokenIn(link)});
      const headers = {'Content-Type': 'application/json'};
      expect((await fetch(backend.url + path, {method: 'POST', headers, body})).status).toBe(200);
      await eventually(() => open.totals.at(-1)).toBe(total);
    }
    expect(open.totals).toEqual([100, 101, 100]);
  });

  it('has a heartbeat', async () => {
    const backend = await testBackend({liveTimings: {heartbeatEvery: 150}});
    const opened = await Promise.all([stream(backend), stream(backend)]);
    for (const open of opened) {
      await eventually(() => open.comments).toBeGreaterThan(2);
      expect(open.totals).toEqual([100]);
    }
  });

  it('is there without an end for a reader of HTTP/1.0 too', async () => {
    const backend = await testBackend(fast);
    const socket = await connectRaw(backend.url, `GET ${livePath()} HTTP/1.0\r\nHost: localhost\r\n\r\n`);
    await eventually(() => socket.text).toContain('"total":100');
    await signMany(backend, ['amina']);
    await eventually(() => socket.text).toContain('"total":101');
    expect(socket.text).not.toMatch(/transfer-encoding|content-length/i);
    expect(socket.text.split('\r\n\r\n')[1]).toMatch(/^event: count\n/);
  });

  it('is logged as it begins, like any request', async () => {
    const backend = await testBackend();
    const open = await stream(backend);
    await eventually(() => open.totals).toEqual([100]);
    expect(backend.lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      {method: 'GET', path: livePath(), status: 200},
    ]);
    open.leave();
    await backend.close();
    expect(backend.lines.length).toBe(1);
  });
});

describe('a supporter on the stream', () => {
  it('is one who is to be listed by name or initials, and no other', async () => {
    const backend = await testBackend(fast);
    const open = await stream(backend);
    await eventually(() => open.totals).toEqual([100]);
    const comment = 'A word of mine';
    const sign = async (email: string, givenName: string, more: object): Promise<void> => {
      const {fields} = signature(email);
      const answer = await backend.sign({...signature(email), fields: {...fields, givenName, comment}, ...more});
      expect(answer.status).toBe(201);
    };
    await sign('a@water.example', 'Amina', {listed: 'name'});
    await sign('b@water.example', 'Bahar', {listed: 'unlisted'});
    await sign('c@water.example', 'Chimen', {});
    await sign('d@water.example', 'Dilnur', {listed: 'initials'});
    await eventually(() => open.totals.at(-1)).toBe(104);
    await eventually(() => open.supporters).toMatchObject([
      {name: 'Amina Turdi', country: 'DE', lang: 'fr'},
      {name: 'D. T.', country: 'DE', lang: 'fr'},
    ]);
    expect(open.supporters.map((supporter) => Object.keys(supporter).toSorted())).toEqual(
      Array.from({length: 2}, () => ['country', 'id', 'lang', 'name', 'signedAt']),
    );
    expect(open.text).not.toMatch(/Bahar|Chimen|Dilnur|water\.example|A word/);
  });

  it('is told of once, and only those who come while somebody watches', async () => {
    const backend = await testBackend(fast);
    const {fields} = signature('early@water.example');
    await signMany(backend, ['early'], {listed: 'name', fields: {...fields, givenName: 'Early'}});
    const open = await stream(backend);
    await eventually(() => open.totals).toEqual([101]);
    await signMany(backend, ['a', 'b', 'c'], {listed: 'name'});
    await eventually(() => open.totals.at(-1)).toBe(104);
    await eventually(() => open.supporters.map(({name}) => name)).toEqual([
      'Amina Turdi',
      'Amina Turdi',
      'Amina Turdi',
    ]);
    expect(new Set(open.supporters.map(({id}) => id)).size).toBe(3);
  });

  it('is one of at most five at a time: the latest', async () => {
    const backend = await testBackend({liveTimings: {fanOutEvery: 500}});
    const open = await stream(backend);
    await signMany(backend, ['first'], {listed: 'name'});
    await eventually(() => open.totals.at(-1)).toBe(101);
    for (const [index, name] of twenty.entries()) {
      const {fields} = signature(`${name}@water.example`);
      await backend.sign({
        ...signature(`${name}@water.example`),
        fields: {...fields, givenName: `N${index}`},
        listed: 'name',
      });
    }
    await eventually(() => open.totals.at(-1)).toBe(120 + 1);
    const perCount = open.text.split('event: count').map((part) => part.split('event: supporter').length - 1);
    expect(Math.max(...perCount)).toBeLessThanOrEqual(5);
    expect(open.supporters.at(-1)?.name).toBe('N19 Turdi');
  });
});

describe('no stream', () => {
  it('is there of a petition that is not', async () => {
    const backend = await testBackend();
    const answer = await backend.get(livePath('none'));
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
    await expectProblem(answer, 404, 'not-found');
  });

  it('is opened by a HEAD', async () => {
    const {url, live} = await liveServer({}, 'a');
    const socket = await connectRaw(url, `HEAD ${livePath('a')} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await eventually(() => socket.text).toContain('\r\n\r\n');
    expect(socket.text).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*content-type: text\/event-stream\r\n/i);
    expect(live.size).toBe(0);
    socket.socket.write('GET /v1/petitions/a/count HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await eventually(() => socket.text).toContain('"total":100');
    expect(socket.text.match(/HTTP\/1.1 200 OK/g)?.length).toBe(2);
  });

  it('goes beyond the limit: whoever comes then is told when to ask again, until there is room', async () => {
    const backend = await testBackend({liveStreams: 2});
    const first = await stream(backend);
    await stream(backend);
    const refused = await backend.get(livePath(), {Origin: 'https://partner.example'});
    expect(refused.headers.get('Retry-After')).toMatch(/^([2-9]|10)$/);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    await expectProblem(refused, 503, 'unavailable');
    expect((await backend.count()).total).toBe(100);
    first.leave();
    await expect.poll(async () => (await stream(backend)).status).toBe(200);
  });

  it('holds up the end of the backend, or outlives it', async () => {
    const backend = await testBackend();
    const opened = await Promise.all(Array.from({length: 50}, () => stream(backend)));
    for (const open of opened) await eventually(() => open.totals).toEqual([100]);
    await backend.close();
    for (const open of opened) await eventually(() => open.isEnded).toBe(true);
  });
});
