import type {Clock} from '@sinonjs/fake-timers';
import {expect} from 'chai';
import {html} from 'lit';
import type {Petition} from '../../src/backend/wire.ts';
import {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {StreamingClient} from '../../stories/support/streaming-client.ts';
import {fixture, one, shadowOf} from '../support/dom.ts';
import {stopTime} from './support/clock.ts';
import {asOf, counting, counterOf} from './support/counter.ts';
import {deep, petition, plain, shows, textOf} from './support/page.ts';

const second = 1_000;

const region = (counter: PetitionCounter): HTMLElement => one(shadowOf(counter), 'p[role=status]');
const said = (counter: PetitionCounter): string => plain(region(counter).textContent);

const silent = (changes?: Partial<Petition>): StreamingClient => new StreamingClient(changes, {reading: 'silent'});

const counterFor = (client: FakeClient, noLive = false): unknown =>
  html`<petition-counter petition=${petition} ?no-live=${noLive} .client=${client}></petition-counter>`;

/** Sentences take a moment to be made for the first time, which is not what these tests are about. */
before(async () => {
  for (const lang of ['en', 'fr']) {
    const counter = await counting(counterFor(new FakeClient()), {lang});
    await shows(counter, lang === 'en' ? 'people have signed' : 'personnes ont signé');
    counter.remove();
  }
});

describe('what a screen reader hears of a count', () => {
  let clock: Clock;
  let client: StreamingClient;

  /** Counters that know nothing yet, from now on in a time that stands still. */
  async function awaiting(template: unknown): Promise<readonly PetitionCounter[]> {
    const container = await fixture(template, {lang: 'en'});
    const counters = [...container.querySelectorAll('petition-counter')];
    clock = stopTime();
    return counters;
  }

  /** The one counter, whose number is known now and has not been said yet. */
  async function known(): Promise<PetitionCounter> {
    const [counter] = await awaiting(counterFor(client));
    if (!counter) throw new Error('There is no counter');
    client.speak();
    await clock.tickAsync(0);
    return counter;
  }

  /** The total moves; a stream that is not there, or was given up in a long silence, tells it when it comes. */
  async function push(total: number): Promise<void> {
    client.push(total);
    while (client.streams === 0) await clock.tickAsync(100);
  }

  /** All that is said from now on. */
  function listen(...counters: readonly PetitionCounter[]): readonly string[] {
    const sentences: string[] = [];
    for (const counter of counters) {
      const observer = new MutationObserver(() => said(counter) && sentences.push(said(counter)));
      observer.observe(region(counter), {childList: true, characterData: true, subtree: true});
    }
    return sentences;
  }

  beforeEach(() => {
    client = silent();
  });

  it('is the sentence, once the number is known, in a place that was there before', async () => {
    const [counter] = await awaiting(counterFor(client));
    if (!counter) throw new Error('There is no counter');
    const place = region(counter);
    await clock.tickAsync(60 * second);
    expect(said(counter)).to.equal('');
    client.speak();
    await clock.tickAsync(2 * second);
    expect(said(counter)).to.equal('5,136 people have signed');
    expect(region(counter)).to.equal(place);
    expect(place.classList.contains('visually-hidden')).to.equal(true);
  });

  it('is gone when it has been heard, so that nobody reads it twice', async () => {
    const counter = await known();
    await clock.tickAsync(5 * second);
    expect(said(counter)).to.equal('');
    expect(textOf(counter)).to.equal('5,136 people have signed Let’s get to 7,500');
  });

  it('is the newest of those that come in at once', async () => {
    const counter = await known();
    const sentences = listen(counter);
    while (client.streams === 0) await clock.tickAsync(0);
    await push(5_140);
    await clock.tickAsync(10 * second);
    expect(sentences).to.deep.equal(['5,140 people have signed']);
  });

  it('comes no more often than every 30 seconds, and is the newest then', async () => {
    const counter = await known();
    const sentences = listen(counter);
    while (client.streams === 0) await clock.tickAsync(0);
    await clock.tickAsync(1 * second);
    const first = '5,136 people have signed';
    expect(sentences).to.deep.equal([first]);
    for (let total = 5_137; total <= 5_165; total += 1) {
      await clock.tickAsync(1 * second);
      await push(total);
    }
    expect(sentences).to.deep.equal([first]);
    await clock.tickAsync(1 * second);
    expect(sentences).to.deep.equal([first, '5,165 people have signed']);
    await push(5_200);
    await clock.tickAsync(29 * second);
    expect(sentences).to.have.length(2);
    await clock.tickAsync(1 * second);
    expect(sentences.slice(2)).to.deep.equal(['5,200 people have signed']);
  });

  it('is nothing more while nothing changes', async () => {
    const counter = await known();
    const sentences = listen(counter);
    await clock.tickAsync(600 * second);
    expect(sentences).to.have.length(1);
  });

  it('comes soon when nothing was said for long', async () => {
    const counter = await known();
    await clock.tickAsync(120 * second);
    await push(5_200);
    await clock.tickAsync(2 * second);
    expect(said(counter)).to.equal('5,200 people have signed');
  });

  it('is said by one voice, however many show it', async () => {
    const counters = await awaiting([1, 2, 3].map(() => counterFor(client)));
    const sentences = listen(...counters);
    client.speak();
    await clock.tickAsync(60 * second);
    await push(5_200);
    await clock.tickAsync(60 * second);
    expect(sentences).to.deep.equal(['5,136 people have signed', '5,200 people have signed']);
  });

  it('is said by another when the one that spoke is gone', async () => {
    const [first, ...others] = await awaiting([1, 2, 3].map(() => counterFor(client)));
    client.speak();
    await clock.tickAsync(60 * second);
    await push(5_200);
    await clock.tickAsync(0);
    first?.remove();
    const sentences = listen(...others);
    await clock.tickAsync(60 * second);
    expect(sentences).to.deep.equal(['5,200 people have signed']);
  });

  it('is said by one that can be seen', async () => {
    const [hidden, shown] = await awaiting([1, 2].map(() => counterFor(client)));
    if (!hidden || !shown) throw new Error('There are no counters');
    hidden.hidden = true;
    client.speak();
    await clock.tickAsync(2 * second);
    expect([said(hidden), said(shown)]).to.deep.equal(['', '5,136 people have signed']);
  });

  it('is said for each petition', async () => {
    const other = silent({count: {total: 99, asOf}});
    const counters = await awaiting([counterFor(client), counterFor(other)]);
    const sentences = listen(...counters);
    client.speak();
    other.speak();
    await clock.tickAsync(2 * second);
    expect(sentences.toSorted()).to.deep.equal(['5,136 people have signed', '99 people have signed']);
  });

  it('is not said again for another language, in which the next number is said', async () => {
    const counter = await known();
    await clock.tickAsync(5 * second);
    const sentences = listen(counter);
    counter.parentElement?.setAttribute('lang', 'fr');
    await clock.tickAsync(60 * second);
    expect(textOf(counter)).to.include('personnes ont signé');
    expect(sentences).to.deep.equal([]);
    await push(5_200);
    await clock.tickAsync(2 * second);
    expect(sentences.map((sentence) => sentence.replaceAll(/\s/g, ' '))).to.deep.equal(['5 200 personnes ont signé']);
  });

  it('is gone at once when the language changes', async () => {
    const counter = await known();
    await clock.tickAsync(1 * second);
    expect(said(counter)).not.to.equal('');
    counter.parentElement?.setAttribute('lang', 'fr');
    await clock.tickAsync(0);
    expect(said(counter)).to.equal('');
  });

  it('is nothing of one that stays hidden below its minimum, until it is reached', async () => {
    const [counter] = await awaiting(
      html`<petition-counter petition=${petition} minimum="5200" .client=${client}></petition-counter>`,
    );
    if (!counter) throw new Error('There is no counter');
    const sentences = listen(counter);
    client.speak();
    await clock.tickAsync(60 * second);
    expect(sentences).to.deep.equal([]);
    await push(5_200);
    await clock.tickAsync(2 * second);
    expect(sentences).to.deep.equal(['5,200 people have signed']);
  });

  it('is what is shown, with the offset', async () => {
    const [counter] = await awaiting(
      html`<petition-counter petition=${petition} offset="1000" .client=${client}></petition-counter>`,
    );
    if (!counter) throw new Error('There is no counter');
    client.speak();
    await clock.tickAsync(2 * second);
    expect(said(counter)).to.equal('6,136 people have signed');
  });

  it('is said once by one that is not live', async () => {
    const [counter] = await awaiting(counterFor(client, true));
    if (!counter) throw new Error('There is no counter');
    const sentences = listen(counter);
    client.speak();
    await clock.tickAsync(60 * second);
    client.total = 5_200;
    await Promise.all([counter.reload(), clock.tickAsync(60 * second)]);
    expect(textOf(counter)).to.include('5,200 people have signed');
    expect(sentences).to.deep.equal(['5,136 people have signed']);
  });

  it('is nothing of a total that is only the page’s', async () => {
    const [counter] = await awaiting(
      html`<petition-counter petition=${petition} total="5000" .client=${client}></petition-counter>`,
    );
    if (!counter) throw new Error('There is no counter');
    const sentences = listen(counter);
    await clock.tickAsync(60 * second);
    expect(sentences).to.deep.equal([]);
    client.speak();
    await clock.tickAsync(2 * second);
    expect(sentences).to.deep.equal(['5,136 people have signed']);
  });

  for (const status of ['closed', 'victory'] as const) {
    it(`is how many signed, once it is over: ${status}`, async () => {
      client = silent({status});
      const counter = await known();
      await clock.tickAsync(2 * second);
      expect(said(counter)).to.equal('5,136 people signed');
      await clock.tickAsync(5 * second);
      expect(clock.countTimers(), 'timers of what is said').to.equal(0);
    });
  }

  it('leaves nothing to be done when its counter goes', async () => {
    for (const wait of [0, second]) {
      const counter = await known();
      await clock.tickAsync(wait);
      counter.remove();
      await clock.tickAsync(0);
      expect(clock.countTimers()).to.equal(0);
      expect(said(counter)).to.equal('');
      clock.uninstall();
      client = silent();
    }
  });

  it('is said by one that was put elsewhere', async () => {
    const counter = await known();
    (await fixture(undefined, {lang: 'en'})).append(counter);
    await clock.tickAsync(2 * second);
    expect(said(counter)).to.equal('5,136 people have signed');
  });

  it('is not said again for a counter that comes later', async () => {
    await known();
    await clock.tickAsync(60 * second);
    const late = counterOf(await fixture(counterFor(client), {lang: 'en'}));
    const sentences = listen(late);
    await clock.tickAsync(60 * second);
    expect(textOf(late)).to.include('5,136 people have signed');
    expect(sentences).to.deep.equal([]);
  });

  it('is said by the counter of a card, too', async () => {
    const container = await fixture(html`<petition-card petition=${petition} .client=${client}></petition-card>`, {
      lang: 'en',
    });
    clock = stopTime();
    client.speak();
    await clock.tickAsync(2 * second);
    expect(said(deep(container, 'petition-counter', PetitionCounter))).to.equal('5,136 people have signed');
  });
});
