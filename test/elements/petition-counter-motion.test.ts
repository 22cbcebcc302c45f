import {expect} from 'chai';
import {html} from 'lit';
import {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {StreamingClient} from '../../stories/support/streaming-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {asOf, counting, partOf, totalRead, totalSeen} from './support/counter.ts';
import {type Frames, stopFrames} from './support/frames.ts';
import {comeBack, petition, lookedAt, settled, shows, textOf} from './support/page.ts';

const counterFor = (client: StreamingClient, layout = 'bar'): unknown =>
  html`<petition-counter petition=${petition} lang="en" layout=${layout} .client=${client}></petition-counter>`;

const startingAt = (total: number): StreamingClient => new StreamingClient({count: {total, goal: 100_000, asOf}});

const numberSeen = (counter: PetitionCounter): number => Number(totalSeen(counter).replaceAll(',', ''));

/** What is seen in each frame until no other is asked for. */
async function framesOf(frames: Frames, look: () => number): Promise<readonly number[]> {
  const all = [look()];
  while (frames.asked > 0) {
    await frames.draw(16);
    all.push(look());
  }
  return all;
}

const pairs = (numbers: readonly number[]): readonly (readonly [number, number])[] =>
  numbers.slice(1).map((number, index) => [numbers[index] ?? Number.NaN, number]);

let hidden = false;
Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => (hidden ? 'hidden' : 'visible')});

const {matchMedia} = window;

function unwelcomeMotion(): void {
  window.matchMedia = (query) => matchMedia.call(window, query.includes('reduced-motion') ? 'all' : query);
}

afterEach(() => {
  hidden = false;
  window.matchMedia = matchMedia;
});

describe('a counter’s number', () => {
  let frames: Frames;
  let client: StreamingClient;

  beforeEach(() => {
    frames = stopFrames();
    client = startingAt(5_136);
  });

  /** A counter whose sentence is there, as words that come in later are no motion. */
  async function shown(layout?: string): Promise<PetitionCounter> {
    const counter = await counting(counterFor(client, layout));
    await shows(counter, 'people have signed');
    return counter;
  }

  async function push(counter: PetitionCounter, total: number): Promise<void> {
    client.push(total);
    await counter.updateComplete;
  }

  it('is shown at once when it is first known, and does not count up from nothing', async () => {
    const counter = await shown();
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['5,136', 0]);
  });

  it('counts up from the one to the other in less than a second, fast at first', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    expect(numberSeen(counter)).to.equal(5_136);
    const seen = await framesOf(frames, () => numberSeen(counter));
    expect(seen.at(-1)).to.equal(6_136);
    expect(seen.length * 16).to.be.within(400, 1000);
    for (const [before, after] of pairs(seen)) expect(after).to.be.at.least(before).and.at.most(6_136);
    expect(new Set(seen).size, 'different numbers').to.be.above(20);
    expect(seen[Math.floor(seen.length / 2)]).to.be.above(5_900);
  });

  it('counts up from a total of the page, too', async () => {
    client.reading = 'silent';
    const container = await fixture(
      html`<petition-counter petition=${petition} lang="en" total="5000" .client=${client}></petition-counter>`,
    );
    const counter = one(container, 'petition-counter', PetitionCounter);
    await shows(counter, '5,000 people');
    client.speak();
    await until(() => totalRead(counter) === '5,136', 'the true total is known');
    const seen = await framesOf(frames, () => numberSeen(counter));
    expect([seen[0], seen.at(-1)]).to.deep.equal([5_000, 5_136]);
  });

  it('is read out as the true one all the time, and once', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    expect(totalRead(counter)).to.equal('6,136');
    await frames.draw(16);
    await frames.draw(100);
    expect(numberSeen(counter)).to.be.within(5_137, 6_135);
    expect(totalRead(counter)).to.equal('6,136');
    await framesOf(frames, () => 0);
    expect(partOf(counter, 'total')?.textContent).to.equal('6,136');
    expect(textOf(counter)).to.equal('6,136 people have signed Let’s get to 100,000');
  });

  it('goes on from what is seen when it changes again, and only upwards', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    await frames.draw(16);
    await frames.draw(100);
    const between = numberSeen(counter);
    await push(counter, 7_136);
    expect(numberSeen(counter)).to.equal(between);
    const seen = await framesOf(frames, () => numberSeen(counter));
    for (const [before, after] of pairs(seen)) expect(after).to.be.at.least(before).and.at.most(7_136);
    expect(seen.at(-1)).to.equal(7_136);
  });

  it('says the true way at once', async () => {
    const counter = await shown();
    await push(counter, 50_000);
    expect(one(shadowOf(counter), 'progress', HTMLProgressElement).value).to.equal(0.5);
    expect(partOf(counter, 'progress')?.getAttribute('aria-valuetext')).to.equal('50,000 of 100,000 signatures');
    expect(numberSeen(counter)).to.equal(5_136);
  });

  it('changes nothing but its own text from frame to frame', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    await frames.draw(16);
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(shadowOf(counter), {subtree: true, childList: true, attributes: true, characterData: true});
    for (let frame = 0; frame < 10; frame += 1) await frames.draw(16);
    records.push(...observer.takeRecords());
    observer.disconnect();
    expect(records.length).to.be.above(0);
    const targets = new Set(records.map(({target}) => target));
    expect([...targets].every((target) => one(shadowOf(counter), '.moving').contains(target))).to.equal(true);
  });

  it('is seen at once when it belongs to another petition', async () => {
    const counter = await shown();
    counter.client = startingAt(9_000);
    await until(() => totalRead(counter) === '9,000', 'the other’s total is shown');
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['9,000', 0]);
  });

  it('is seen at once when what is shown becomes less', async () => {
    const counter = await shown();
    counter.offset = 1_000;
    await counter.updateComplete;
    await framesOf(frames, () => 0);
    expect(totalSeen(counter)).to.equal('6,136');
    counter.offset = 0;
    await counter.updateComplete;
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['5,136', 0]);
  });

  it('is seen at once where motion is unwelcome', async () => {
    unwelcomeMotion();
    const counter = await shown();
    await push(counter, 6_136);
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('is there with the next frame once motion is unwelcome', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    await frames.draw(16);
    unwelcomeMotion();
    await frames.draw(16);
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('is there at once while the page is hidden', async () => {
    const counter = await shown();
    hidden = true;
    client.total = 6_136;
    await counter.reload();
    await until(() => totalRead(counter) === '6,136', 'the total is known');
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('is there as soon as the page is hidden', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    await frames.draw(16);
    hidden = true;
    comeBack();
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('leaves no frame behind when its element goes, and is the true one when it is back', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    expect(frames.asked).to.equal(1);
    const {parentElement} = counter;
    counter.remove();
    expect(frames.asked).to.equal(0);
    parentElement?.append(counter);
    await counter.updateComplete;
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('does not count up for what happened while its element was away', async () => {
    const counter = await shown();
    const {parentElement} = counter;
    const other = await counting(counterFor(client));
    counter.remove();
    counter.theme = 'dark';
    await counter.updateComplete;
    await push(other, 6_136);
    other.remove();
    parentElement?.append(counter);
    await counter.updateComplete;
    expect([totalSeen(counter), frames.asked]).to.deep.equal(['6,136', 0]);
  });

  it('leaves no frame behind when it is hidden below its minimum', async () => {
    const counter = await shown();
    await push(counter, 6_136);
    counter.minimum = 10_000;
    await counter.updateComplete;
    expect(frames.asked).to.equal(0);
  });

  it('shares its frames with all the others, and leaves with them', async () => {
    const container = await fixture(
      [1, 2, 3].map(() => counterFor(client)),
      {lang: 'en'},
    );
    const counters = [...container.querySelectorAll('petition-counter')];
    for (const counter of counters) await settled(counter);
    await lookedAt();
    client.push(6_136);
    for (const counter of counters) await counter.updateComplete;
    expect(frames.asked).to.equal(1);
    counters[0]?.remove();
    expect(frames.asked).to.equal(1);
    await framesOf(frames, () => 0);
    expect(counters.map(totalSeen)).to.deep.equal(['6,136', '6,136', '6,136']);
  });

  for (const lang of ['en', 'ar']) {
    describe(`beside other text, in ${lang}`, () => {
      async function inLine(total: number): Promise<{counter: PetitionCounter; edges: () => readonly number[]}> {
        client = startingAt(total);
        const container = await fixture(
          html`<p dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
            <b>A</b> <petition-counter petition=${petition} layout="inline" .client=${client}></petition-counter> <b>Z</b>
          </p>`,
          {lang, width: '600px'},
        );
        const counter = one(container, 'petition-counter', PetitionCounter);
        await settled(counter);
        await lookedAt();
        await until(() => /\p{L}{3}/u.test(partOf(counter, 'sentence')?.textContent ?? ''), 'the words are there');
        const boxes = (): DOMRect[] =>
          [...container.querySelectorAll('b'), one(shadowOf(counter), '[part=total]')].map((each) =>
            each.getBoundingClientRect(),
          );
        return {counter, edges: () => boxes().flatMap(({left, right, top}) => [left, right, top].map(Math.round))};
      }

      it('shifts nothing when it has as many digits as before', async () => {
        const {counter, edges} = await inLine(5_136);
        const before = edges();
        await push(counter, 6_999);
        expect(edges()).to.deep.equal(before);
        while (frames.asked > 0) {
          await frames.draw(40);
          expect(edges()).to.deep.equal(before);
        }
      });

      it('makes room once for more digits, before it counts', async () => {
        const {counter, edges} = await inLine(9_950);
        const before = edges();
        await push(counter, 10_050);
        const room = edges();
        expect(room).not.to.deep.equal(before);
        expect(totalSeen(counter)).to.match(/^(9,950|٩٬٩٥٠)$/);
        while (frames.asked > 0) {
          await frames.draw(40);
          expect(edges()).to.deep.equal(room);
        }
        expect(totalSeen(counter)).to.match(/^(10,050|١٠٬٠٥٠)$/);
      });

      it('has the units of what is seen over those of what comes', async () => {
        const {counter} = await inLine(9_950);
        await push(counter, 10_050);
        const moving = one(shadowOf(counter), '.moving').getBoundingClientRect();
        const whole = one(shadowOf(counter), '[part=total]').getBoundingClientRect();
        expect(moving.right).to.be.closeTo(whole.right, 1);
        expect(moving.top).to.be.closeTo(whole.top, 1);
        expect(moving.height).to.be.closeTo(whole.height, 1);
        expect(getComputedStyle(one(shadowOf(counter), '.true')).opacity).to.equal('0');
      });
    });
  }
});
