import {expect} from 'chai';
import {html} from 'lit';
import {PetitionCountEvent} from '../../src/elements/base/events.ts';
import {problem} from '../../src/model/outcome.ts';
import {StreamingClient} from '../../stories/support/streaming-client.ts';
import {fixture, one, until} from '../support/dom.ts';
import {stopTime} from './support/clock.ts';
import {comeBack, eventsOf, petition, lookedAt, settled, shows} from './support/page.ts';
import {hide, show} from './support/visibility.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const counterFor = (client: StreamingClient): unknown =>
  html`<petition-counter petition=${petition} lang="en" .client=${client}></petition-counter>`;

/** Counters as they are once their count is live. */
async function live(template: unknown): Promise<HTMLElement> {
  const container = await fixture(template, {lang: 'en'});
  for (const counter of container.querySelectorAll('petition-counter')) await settled(counter);
  await lookedAt();
  return container;
}

/** What the page was told last, whatever number is shown while it counts up. */
const toldTo = (container: HTMLElement): (() => number | undefined) => {
  const events = eventsOf(container, 'petition-count', PetitionCountEvent);
  return () => events.at(-1)?.total;
};

describe('a live count', () => {
  it('comes along one stream, however many elements show it', async () => {
    const client = new StreamingClient();
    const container = await live([1, 2, 3, 4, 5].map(() => counterFor(client)));
    expect([client.connections, client.streams]).to.deep.equal([1, 1]);
    client.push(5200);
    for (const counter of container.querySelectorAll('petition-counter')) await shows(counter, '5,200 people');
    expect(client.asked).to.deep.equal({petition: 1, count: 0, sign: 0, challenge: 0});
  });

  it('goes on while one of them is there, and ends with the last', async () => {
    const client = new StreamingClient();
    const container = await live([counterFor(client), counterFor(client)]);
    const [first, last] = container.querySelectorAll('petition-counter');
    first?.remove();
    await lookedAt();
    expect([client.connections, client.streams]).to.deep.equal([1, 1]);
    last?.remove();
    await until(() => client.streams === 0, 'the stream is closed');
  });

  it('goes on while its element is moved', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const there = await fixture(undefined);
    there.append(one(container, 'petition-counter'));
    await lookedAt();
    expect([client.connections, client.streams]).to.deep.equal([1, 1]);
  });

  it('never goes backwards, whatever the stream says', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    client.push(5300);
    client.push(5250);
    await shows(container, '5,300 people');
    client.push(5301);
    await shows(container, '5,301 people');
  });

  it('opens no more than two streams to a backend: signatures need a connection, too', async () => {
    const client = new StreamingClient();
    const container = await live(
      ['one', 'two', 'three', 'four'].map(
        (id) => html`<petition-counter petition=${id} lang="en" .client=${client}></petition-counter>`,
      ),
    );
    expect(client.streams).to.equal(2);
    client.total = 5400;
    const {connections} = client;
    hide();
    await until(() => client.streams === 0, 'no stream is open');
    expect(client.connections).to.equal(connections);
    show();
    for (const counter of container.querySelectorAll('petition-counter')) await shows(counter, '5,400 people');
    expect(client.asked.count).to.equal(2);
  });

  it('is not followed once the petition is closed', async () => {
    const client = new StreamingClient({status: 'closed'});
    await live(counterFor(client));
    comeBack();
    expect([client.connections, client.asked.count]).to.deep.equal([0, 0]);
  });

  it('is read once with no-live', async () => {
    const client = new StreamingClient();
    await live(html`<petition-counter petition=${petition} no-live .client=${client}></petition-counter>`);
    await until(() => client.asked.count === 1, 'the count is read');
    comeBack();
    expect([client.connections, client.asked.count]).to.deep.equal([0, 1]);
  });

  describe('while the page is hidden', () => {
    it('asks for nothing, and is asked for once on coming back', async () => {
      const client = new StreamingClient();
      const container = await live(counterFor(client));
      const told = toldTo(container);
      const clock = stopTime();
      hide();
      await clock.tickAsync(hour);
      client.total = 6000;
      expect([client.connections, client.streams, client.asked.count]).to.deep.equal([1, 0, 0]);
      show();
      await clock.tickAsync(2 * second);
      expect(told()).to.equal(6000);
      expect([client.connections, client.streams, client.asked.count]).to.deep.equal([2, 1, 0]);
    });

    it('asks for nothing, and is read once on coming back, where there is no stream', async () => {
      const client = new StreamingClient();
      client.streaming = 'not-found';
      const container = await live(counterFor(client));
      const told = toldTo(container);
      const clock = stopTime();
      hide();
      await clock.tickAsync(hour);
      client.total = 6000;
      expect(client.asked.count).to.equal(0);
      show();
      await clock.tickAsync(2 * second);
      expect(told()).to.equal(6000);
      expect([client.connections, client.asked.count]).to.deep.equal([1, 1]);
    });
  });

  it('asks for nothing while its element is off the screen, and once when it is back', async () => {
    const client = new StreamingClient();
    const container = await live(html`<div style="block-size: 300vh"></div>${counterFor(client)}`);
    expect([client.connections, client.asked.count]).to.deep.equal([0, 0]);
    one(container, 'petition-counter').scrollIntoView();
    await until(() => client.streams === 1, 'the stream is open');
    scrollTo(0, 0);
    await until(() => client.streams === 0, 'the stream is closed');
    client.total = 6000;
    one(container, 'petition-counter').scrollIntoView();
    await shows(container, '6,000 people');
    expect([client.connections, client.asked.count]).to.deep.equal([2, 0]);
    scrollTo(0, 0);
  });

  describe('without a stream that works', () => {
    it('is read after 5 s, and less and less often, down to once a minute', async () => {
      const client = new StreamingClient();
      client.streaming = 'not-found';
      await fixture(undefined);
      const clock = stopTime();
      const container = await fixture(counterFor(client), {lang: 'en'});
      const told = toldTo(container);
      await lookedAt();
      await lookedAt();
      const readsAt: number[] = [];
      for (let at = 1; at <= 600; at += 1) {
        await clock.tickAsync(second);
        if (client.asked.count > readsAt.length) readsAt.push(at);
      }
      const pauses = readsAt.map((at, index) => at - (readsAt[index - 1] ?? 0));
      expect(pauses[0]).to.be.closeTo(5, 1);
      expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0) - 1)).to.equal(true);
      expect(pauses.at(-1)).to.be.closeTo(60, 1);
      expect(client.connections).to.equal(1);
      client.total = 5137;
      await clock.tickAsync(minute);
      const before = client.asked.count;
      await clock.tickAsync(6 * second);
      expect(told()).to.equal(5137);
      expect(client.asked.count).to.equal(before + 1);
    });

    it('leaves the backend alone for as long as that asks for', async () => {
      const client = new StreamingClient();
      client.streaming = 'not-found';
      await live(counterFor(client));
      const clock = stopTime();
      client.reading = problem('unavailable', {retryAfter: 120});
      comeBack();
      await clock.tickAsync(119 * second);
      expect(client.asked.count).to.equal(1);
      await clock.tickAsync(2 * second);
      expect(client.asked.count).to.equal(2);
    });
  });

  it('is read meanwhile where the stream is refused, and only read after three refusals', async () => {
    const client = new StreamingClient();
    client.streaming = 'unreachable';
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    comeBack();
    client.total = 5200;
    await clock.tickAsync(10 * second);
    expect(told()).to.equal(5200);
    await clock.tickAsync(hour);
    const refusals = client.connections;
    expect(refusals).to.be.within(3, 4);
    await clock.tickAsync(hour);
    expect(client.connections).to.equal(refusals);
    client.total = 5300;
    await clock.tickAsync(minute + second);
    expect(told()).to.equal(5300);
  });

  it('never stops where the stream is cut every second', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    for (let past = 0; past < 5 * minute; past += second) {
      client.cut();
      client.total += 1;
      await clock.tickAsync(second);
    }
    expect(client.connections).to.equal(3);
    client.total = 9000;
    await clock.tickAsync(minute);
    expect(told()).to.equal(9000);
  });

  it('takes up a stream again that was lost, after 1 s to 60 s', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    await clock.tickAsync(minute);
    client.cut();
    await clock.tickAsync(second - 1);
    expect(client.connections).to.equal(1);
    client.total = 5200;
    await clock.tickAsync(minute);
    expect([client.connections, client.streams, client.asked.count]).to.deep.equal([2, 1, 0]);
    expect(told()).to.equal(5200);
  });

  it('lets a restarted backend breathe: fifty pages come back one by one', async () => {
    const clients = Array.from({length: 50}, () => new StreamingClient());
    const container = await live(
      // Small enough for all of them to be on the screen.
      clients.map(
        (client) => html`<petition-counter layout="inline" petition=${petition} .client=${client}></petition-counter>`,
      ),
    );
    const events = eventsOf(container, 'petition-count', PetitionCountEvent);
    const clock = stopTime();
    await clock.tickAsync(minute);
    for (const client of clients) client.cut();
    for (const client of clients) client.total = 5200;
    const perSecond: number[] = [];
    let before = 0;
    for (let at = 0; at < 61; at += 1) {
      await clock.tickAsync(second);
      const open = clients.filter(({streams}) => streams === 1).length;
      perSecond.push(open - before);
      before = open;
    }
    expect(before, 'pages that are back').to.equal(50);
    // Evenly spread, more than ten of fifty fall into one of sixty seconds once in ten million runs.
    expect(Math.max(...perSecond)).to.be.at.most(10);
    expect(perSecond[0], 'in the first second').to.equal(0);
    await clock.tickAsync(second);
    expect(events.map(({total}) => total)).to.deep.equal(clients.map(() => 5200));
  });

  it('is true again as soon as the device wakes up after an hour', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    await clock.tickAsync(minute);
    clock.jump(hour);
    client.total = 7000;
    // What was open before is gone.
    client.cut(problem('timeout'));
    await clock.tickAsync(second);
    expect([client.connections, client.streams]).to.deep.equal([2, 1]);
    expect(told()).to.equal(7000);
  });

  it('is read as soon as the device wakes up, where there is no stream', async () => {
    const client = new StreamingClient();
    client.streaming = 'not-found';
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    comeBack();
    await clock.tickAsync(minute);
    client.total = 7000;
    const before = client.asked.count;
    clock.jump(hour);
    await clock.tickAsync(second);
    expect(told()).to.equal(7000);
    expect(client.asked.count).to.equal(before + 1);
  });

  it('is waited for at random after a quiet while, as no sign of life is no sleep', async () => {
    const client = new StreamingClient();
    await live(counterFor(client));
    const clock = stopTime();
    for (let past = 0; past < 5 * minute; past += 15 * second) {
      client.beat();
      await clock.tickAsync(15 * second);
    }
    client.cut();
    await clock.tickAsync(second - 1);
    expect(client.connections).to.equal(1);
    await clock.tickAsync(minute);
    expect(client.connections).to.equal(2);
  });

  it('forgets a failure that a stream has made up for, however often the reader comes back', async () => {
    const client = new StreamingClient();
    await live(counterFor(client));
    const clock = stopTime();
    for (let times = 0; times < 5; times += 1) {
      client.streaming = 'unreachable';
      hide();
      show();
      await clock.tickAsync(100);
      client.streaming = 'well';
      await clock.tickAsync(2 * minute);
      expect(client.streams).to.equal(1);
      const {count} = client.asked;
      hide();
      show();
      await clock.tickAsync(minute);
      expect([client.streams, client.asked.count - count]).to.deep.equal([1, 0]);
    }
  });

  it('is either streamed or read, also after a refusal', async () => {
    const client = new StreamingClient();
    await live(counterFor(client));
    const clock = stopTime();
    client.streaming = 'unreachable';
    hide();
    show();
    await clock.tickAsync(100);
    client.streaming = 'well';
    hide();
    show();
    await clock.tickAsync(10 * second);
    const before = client.asked.count;
    await clock.tickAsync(10 * minute);
    expect([client.streams, client.asked.count]).to.deep.equal([1, before]);
  });

  it('is tried as a stream once more when the reader is back, after it was given up', async () => {
    const client = new StreamingClient();
    client.streaming = 'unreachable';
    await live(counterFor(client));
    const clock = stopTime();
    await clock.tickAsync(5 * minute);
    client.streaming = 'well';
    hide();
    show();
    await clock.tickAsync(second);
    expect(client.streams).to.equal(1);
  });

  it('leaves the backend alone for as long as that asks for, also when the reader comes and goes', async () => {
    const client = new StreamingClient();
    await live(counterFor(client));
    const clock = stopTime();
    client.streaming = problem('unavailable', {retryAfter: 120});
    client.reading = problem('unavailable', {retryAfter: 120});
    hide();
    show();
    await clock.tickAsync(10 * second);
    const [connections, reads] = [client.connections, client.asked.count];
    for (let times = 0; times < 10; times += 1) {
      hide();
      show();
      await clock.tickAsync(second);
    }
    expect([client.connections, client.asked.count]).to.deep.equal([connections, reads]);
    client.streaming = 'well';
    await clock.tickAsync(3 * minute);
    expect(client.streams).to.equal(1);
  });

  it('does not take an endless Retry-After for none', async () => {
    const client = new StreamingClient();
    client.streaming = 'not-found';
    await live(counterFor(client));
    const clock = stopTime();
    client.reading = problem('unavailable', {retryAfter: 3_000_000});
    hide();
    show();
    await clock.tickAsync(minute);
    expect(client.asked.count).to.equal(1);
  });

  it('takes over a stream’s place that another petition leaves', async () => {
    const client = new StreamingClient();
    const container = await live(
      ['one', 'two', 'three'].map(
        (id) => html`<petition-counter petition=${id} lang="en" .client=${client}></petition-counter>`,
      ),
    );
    expect([client.connections, client.streams]).to.deep.equal([2, 2]);
    container.querySelector('petition-counter')?.remove();
    await until(() => client.connections === 3 && client.streams === 2, 'the third has a stream');
  });

  it('is asked for as soon as a lost stream can’t be had again', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const told = toldTo(container);
    const clock = stopTime();
    await clock.tickAsync(minute);
    client.cut();
    client.streaming = 'unreachable';
    client.total = 5200;
    for (let past = 0; past < minute && client.connections < 2; past += 100) await clock.tickAsync(100);
    await clock.tickAsync(100);
    expect(told()).to.equal(5200);
  });

  it('is not followed any more once another language has told that the petition is closed', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    expect(client.streams).to.equal(1);
    client.changes = {status: 'closed'};
    one(container, 'petition-counter').lang = 'fr';
    await until(() => client.streams === 0, 'the stream is closed');
    const {connections} = client;
    comeBack();
    expect(client.connections).to.equal(connections);
  });

  it('ends by itself when the petition does', async () => {
    const client = new StreamingClient();
    const clock = stopTime();
    client.changes = {closesAt: new Date(Date.now() + hour).toISOString()};
    const container = await live(counterFor(client));
    client.changes = {status: 'closed'};
    await clock.tickAsync(hour + 3 * minute);
    await shows(container, '5,136 people signed');
    expect([client.streams, client.asked.petition]).to.deep.equal([0, 2]);
  });

  it('ends by itself also where its element has been away in the meantime', async () => {
    const client = new StreamingClient();
    const clock = stopTime();
    client.changes = {closesAt: new Date(Date.now() + hour).toISOString()};
    const container = await live(counterFor(client));
    const counter = one(container, 'petition-counter');
    counter.remove();
    await clock.tickAsync(minute);
    container.append(counter);
    await lookedAt();
    client.changes = {status: 'closed'};
    await clock.tickAsync(hour + 2 * minute);
    await shows(container, '5,136 people signed');
    expect([client.streams, client.asked.petition]).to.deep.equal([0, 2]);
  });

  it('has ended for those who come back after the petition’s end', async () => {
    const client = new StreamingClient();
    const clock = stopTime();
    client.changes = {closesAt: new Date(Date.now() + hour).toISOString()};
    const container = await live([counterFor(client), counterFor(client)]);
    const counters = [...container.querySelectorAll('petition-counter')];
    for (const counter of counters) counter.remove();
    await clock.tickAsync(2 * hour);
    expect(client.asked.petition, 'nobody is there to tell').to.equal(1);
    client.changes = {status: 'closed'};
    container.append(...counters);
    await clock.tickAsync(1);
    await until(() => counters.every((counter) => counter.matches(':state(closed)')), 'it is closed');
    expect([client.streams, client.asked.petition]).to.deep.equal([0, 2]);
  });

  it('is not asked about again and again where the petition stays open past its end', async () => {
    const client = new StreamingClient();
    const clock = stopTime();
    client.changes = {closesAt: new Date(Date.now() + hour).toISOString()};
    const container = await live(counterFor(client));
    const counter = one(container, 'petition-counter');
    for (let times = 0; times < 3; times += 1) {
      counter.remove();
      await clock.tickAsync(2 * hour);
      container.append(counter);
      await clock.tickAsync(2 * hour);
    }
    expect(client.asked.petition).to.equal(2);
  });

  it('survives a flick over the screen’s edge', async () => {
    const client = new StreamingClient();
    const container = await live(counterFor(client));
    const counter = one(container, 'petition-counter');
    for (let times = 0; times < 5; times += 1) {
      counter.style.marginBlockStart = '300vh';
      await lookedAt();
      counter.style.marginBlockStart = '';
      await lookedAt();
    }
    expect([client.connections, client.streams]).to.deep.equal([1, 1]);
  });
});
