import {expect} from 'chai';
import {html} from 'lit';
import * as v from 'valibot';
import {integer} from '../../src/backend/wire-values.ts';
import {fixture, one, until} from '../support/dom.ts';
import {stopTime} from './support/clock.ts';
import {petition, lookedAt, settled, shows, textOf} from './support/page.ts';
import {hide, show} from './support/visibility.ts';

const second = 1000;
const minute = 60 * second;

const askedSchema = v.object({petition: integer, count: integer, live: integer, open: integer});
type Asked = v.InferOutput<typeof askedSchema>;

let number = 0;

/** A backend of the test's own, over HTTP; see streaming-backends.ts. */
class Backend {
  readonly url: string;

  constructor() {
    number += 1;
    this.url = `${location.origin}/live/${Date.now()}-${number}`;
  }

  /** Has it do something, and tells what it was asked for until now. */
  async set(changes: Readonly<Record<string, string>> = {}): Promise<Asked> {
    const answer = await fetch(`${this.url}/set?${new URLSearchParams(changes)}`);
    return v.parse(askedSchema, await answer.json());
  }

  async has(open: number): Promise<boolean> {
    return (await this.set()).open === open;
  }
}

async function counting(backend: Backend, counters = 1): Promise<HTMLElement> {
  const container = await fixture(
    Array.from(
      {length: counters},
      () => html`<petition-counter petition=${petition} lang="en" backend=${backend.url}></petition-counter>`,
    ),
  );
  for (const counter of container.querySelectorAll('petition-counter')) await settled(counter);
  await lookedAt();
  return container;
}

describe('a live count over HTTP', () => {
  it('comes along one stream, which ends with the last element', async () => {
    const backend = new Backend();
    const container = await counting(backend, 3);
    await until(() => backend.has(1), 'the stream is open');
    await backend.set({total: '5200'});
    for (const counter of container.querySelectorAll('petition-counter')) await shows(counter, '5,200 people');
    expect(await backend.set()).to.deep.equal({petition: 1, count: 0, live: 1, open: 1});
    container.replaceChildren();
    await until(() => backend.has(0), 'the stream is closed');
  });

  it('rests while the page is hidden, and is true again when it is back', async () => {
    const backend = new Backend();
    const container = await counting(backend);
    await until(() => backend.has(1), 'the stream is open');
    hide();
    await until(() => backend.has(0), 'the stream is closed');
    await backend.set({total: '5300'});
    show();
    await shows(container, '5,300 people');
    expect(await backend.set()).to.deep.equal({petition: 1, count: 0, live: 2, open: 1});
  });

  it('rests while its element is off the screen, and is true again when it is back', async () => {
    const backend = new Backend();
    const container = await counting(backend);
    const counter = one(container, 'petition-counter');
    await until(() => backend.has(1), 'the stream is open');
    counter.style.marginBlockStart = '300vh';
    await until(() => backend.has(0), 'the stream is closed');
    await backend.set({total: '5300'});
    counter.style.marginBlockStart = '';
    await shows(container, '5,300 people');
    expect(await backend.set()).to.deep.equal({petition: 1, count: 0, live: 2, open: 1});
  });

  for (const streams of ['missing', 'page', 'down']) {
    it(`is read where the stream is refused: ${streams}`, async () => {
      const backend = new Backend();
      await backend.set({streams});
      const clock = stopTime();
      const container = await counting(backend);
      // Some browsers ask twice where a connection is gone.
      await until(async () => (await backend.set()).live > 0, 'the stream is asked for');
      await backend.set({total: '5300'});
      await until(async () => {
        await clock.tickAsync(second);
        return (await backend.set()).count === 1;
      }, 'the count is read');
      await shows(container, '5,300 people');
    });
  }

  it('is read where the stream says nothing, as behind a proxy that collects what it should hand on', async () => {
    const backend = new Backend();
    await backend.set({streams: 'silent'});
    const clock = stopTime();
    const container = await counting(backend);
    await until(() => backend.has(1), 'the stream is open');
    await backend.set({total: '5300', streams: 'silent'});
    await until(async () => {
      await clock.tickAsync(10 * second);
      return (await backend.set()).count > 0;
    }, 'the count is read');
    await shows(container, '5,300 people');
  });

  it('goes on after a stream that was cut', async () => {
    const backend = new Backend();
    const clock = stopTime();
    const container = await counting(backend);
    await until(() => backend.has(1), 'the stream is open');
    await clock.tickAsync(30 * second);
    await backend.set({cut: '', total: '5300'});
    await until(() => backend.has(0), 'the stream is cut');
    await until(async () => {
      await clock.tickAsync(5 * second);
      return backend.has(1);
    }, 'the stream is open again');
    await shows(container, '5,300 people');
    expect(await backend.set()).to.deep.equal({petition: 1, count: 0, live: 2, open: 1});
  });

  it('is only read after three streams in a row that were cut at once', async () => {
    const backend = new Backend();
    const clock = stopTime();
    const container = await counting(backend);
    for (const round of [1, 2, 3]) {
      await until(async () => {
        await clock.tickAsync(5 * second);
        return backend.has(1);
      }, `stream ${round} is open`);
      await backend.set({cut: ''});
      await until(() => backend.has(0), `stream ${round} is cut`);
    }
    await backend.set({total: '5300'});
    await until(async () => {
      await clock.tickAsync(5 * second);
      return textOf(container).includes('5,300 people');
    }, 'the count is read');
    await clock.tickAsync(5 * minute);
    expect((await backend.set()).live).to.equal(3);
  });
});
