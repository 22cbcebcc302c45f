import type {Clock} from '@sinonjs/fake-timers';
import {expect} from 'chai';
import {html} from 'lit';
import {countLife} from '../../src/elements/petition-counter/late-life.ts';
import {StreamingClient} from '../../stories/support/streaming-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {stopTime} from './support/clock.ts';
import {counting, totalRead} from './support/counter.ts';
import {nothing, watchLeftovers} from './support/leftovers.ts';
import {lookedAt, petition, plain, settled, shows, warningsOf} from './support/page.ts';
import {type Absent, withoutPart} from './support/parts.ts';

const second = 1_000;
const longLook = 5 * second;

const counterFor = (client: StreamingClient): unknown =>
  html`<petition-counter petition=${petition} lang="en" .client=${client}></petition-counter>`;

/** Promises that hang on one another are kept one after the other. */
const rest = (clock: Clock): Promise<number> => clock.tickAsync(0);

describe('a counter before the part of the script is there that follows its count', () => {
  let client: StreamingClient;
  let clock: Clock;
  let part: Absent;

  beforeEach(() => {
    client = new StreamingClient();
    clock = stopTime();
    part = withoutPart(countLife);
  });

  it('shows its number, and asks for it once that has been looked at for a while', async () => {
    const counter = await counting(counterFor(client));
    expect(totalRead(counter)).to.equal('5,136');
    await clock.tickAsync(longLook - 1);
    expect(part.asked).to.equal(0);
    await clock.tickAsync(1);
    expect(part.asked).to.equal(1);
    expect([client.connections, client.asked.count]).to.deep.equal([0, 0]);
  });

  it('follows its count once it is there, and says it', async () => {
    const counter = await counting(counterFor(client));
    await clock.tickAsync(longLook);
    part.arrive();
    await rest(clock);
    await lookedAt();
    expect(client.streams).to.equal(1);
    client.push(5_200);
    await shows(counter, '5,200 people');
    await clock.tickAsync(second);
    const said = one(shadowOf(counter), 'p[role=status]');
    await until(() => plain(said.textContent) === '5,200 people have signed', 'it is said');
  });

  it('asks for it once for all, who all follow their count then', async () => {
    const clients = [client, new StreamingClient()];
    const container = await fixture(clients.map(counterFor));
    for (const counter of container.querySelectorAll('petition-counter')) await settled(counter);
    await lookedAt();
    await clock.tickAsync(longLook);
    part.arrive();
    await rest(clock);
    await lookedAt();
    expect(part.asked).to.equal(1);
    expect(clients.map(({streams}) => streams)).to.deep.equal([1, 1]);
  });

  it('is alive at once where it comes later than that', async () => {
    await counting(counterFor(client));
    await clock.tickAsync(longLook);
    part.arrive();
    await rest(clock);
    const later = new StreamingClient();
    await counting(counterFor(later));
    expect(later.streams).to.equal(1);
  });

  it('asks for nothing while it is off the screen', async () => {
    const counter = await counting(counterFor(client));
    counter.style.marginBlockStart = '300vh';
    await lookedAt();
    await clock.tickAsync(10 * longLook);
    expect(part.asked).to.equal(0);
    counter.style.marginBlockStart = '';
    await lookedAt();
    await clock.tickAsync(longLook);
    expect(part.asked).to.equal(1);
  });

  it('takes up a signature’s answer all the same', async () => {
    const counter = await counting(counterFor(client));
    client.total = 5_137;
    await counter.reload();
    await shows(counter, '5,137 people');
  });

  it('keeps its number where that can’t be had, says so in the console, and tries again when it is seen anew', async () => {
    const counter = await counting(counterFor(client));
    const warnings = await warningsOf(async () => {
      await clock.tickAsync(longLook);
      part.fail();
      await rest(clock);
    });
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('counts stand still, as a part of the script did not load (Error: not found)');
    expect(totalRead(counter)).to.equal('5,136');
    counter.style.marginBlockStart = '300vh';
    await lookedAt();
    counter.style.marginBlockStart = '';
    await lookedAt();
    await clock.tickAsync(longLook);
    expect(part.asked).to.equal(2);
    part.arrive();
    await rest(clock);
    await lookedAt();
    client.push(5_200);
    await shows(counter, '5,200 people');
  });
});

describe('a counter that goes before that part is there', () => {
  it('leaves nothing behind, and follows its count when it is put back', async () => {
    const part = withoutPart(countLife);
    const client = new StreamingClient();
    const watch = watchLeftovers();
    const counter = await counting(counterFor(client));
    const {parentElement} = counter;
    expect(watch.now().timers, 'it is looked at').to.equal(1);
    counter.remove();
    expect(watch.now()).to.deep.equal(nothing);
    watch.end();
    part.arrive();
    await countLife.come();
    parentElement?.append(counter);
    await lookedAt();
    client.push(5_200);
    await shows(counter, '5,200 people');
  });
});
