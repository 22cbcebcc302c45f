import {expect} from 'chai';
import {html, render} from 'lit';
import {PetitionCountEvent} from '../../src/elements/base/events.ts';
import type {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {StreamingClient} from '../../stories/support/streaming-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {asOf, counting, counterOf, partOf} from './support/counter.ts';
import {eventsOf, has, petition, lookedAt, settled, shows, textOf} from './support/page.ts';

const counted = (total: number, goal?: number): StreamingClient => new StreamingClient({count: {total, goal, asOf}});

const counterFor = (client: FakeClient, layout = 'bar'): unknown =>
  html`<petition-counter petition=${petition} layout=${layout} .client=${client}></petition-counter>`;

const progressOf = (counter: PetitionCounter): number => one(shadowOf(counter), 'progress', HTMLProgressElement).value;

describe('a counter’s goal', () => {
  for (const [what, total, goal, next] of [
    ['what the backend says', 5_136, 6_000, '6,000'],
    ['the next round number where the backend says none', 5_136, undefined, '7,500'],
    ['the next round number once the backend’s is reached', 6_000, 6_000, '7,500'],
    ['the one after it, where that would be there at once', 7_125, 7_000, '10,000'],
    ['a small one for few', 0, undefined, '100'],
    ['a great one for many', 1_234_567, undefined, '1,500,000'],
  ] as const) {
    it(`is ${what}: ${next}`, async () => {
      const counter = await counting(counterFor(counted(total, goal)));
      await shows(counter, `Let’s get to ${next}`);
      expect(progressOf(counter)).to.be.closeTo(total / Number(next.replaceAll(',', '')), 1e-9);
    });
  }

  it('is the page’s rather than the backend’s, until it is reached', async () => {
    const client = counted(5_136, 7_500);
    const counter = await counting(
      html`<petition-counter petition=${petition} goal="6000" .client=${client}></petition-counter>`,
    );
    await shows(counter, 'Let’s get to 6,000');
    client.push(6_000);
    await shows(counter, 'Let’s get to 7,500');
    expect(progressOf(counter)).to.be.closeTo(0.8, 1e-9);
  });

  it('is followed by the next while people look on', async () => {
    const client = counted(7_499, 7_500);
    const counter = await counting(counterFor(client));
    await shows(counter, 'Let’s get to 7,500');
    client.push(7_500);
    await shows(counter, 'Let’s get to 10,000');
    expect(progressOf(counter)).to.equal(0.75);
  });

  it('goes by what is shown, with the offset', async () => {
    const counter = await counting(
      html`<petition-counter petition=${petition} offset="12000" .client=${counted(5_136, 7_500)}></petition-counter>`,
    );
    await shows(counter, 'Let’s get to 25,000');
    expect(progressOf(counter)).to.be.closeTo(17_136 / 25_000, 1e-9);
  });

  it('is there for a total that is only the page’s', async () => {
    const container = await fixture(
      html`<petition-counter
        petition=${petition}
        total="800"
        .client=${new FakeClient({}, {reading: 'silent'})}
      ></petition-counter>`,
      {lang: 'en'},
    );
    await shows(container, 'Let’s get to 1,000');
  });

  for (const [total, stated, goal] of [
    [5_136, 6_000, 6_000],
    [6_000, 6_000, 7_500],
    [5_136, undefined, 7_500],
  ] as const) {
    it(`is told with the backend’s total, and by it alone: ${goal} after ${total} of ${stated}`, async () => {
      const container = await fixture(undefined, {lang: 'en'});
      const events = eventsOf(container, 'petition-count', PetitionCountEvent);
      render(
        html`<petition-counter
          petition=${petition}
          offset="90000"
          goal="70"
          minimum="1000000"
          no-goal
          .client=${counted(total, stated)}
        ></petition-counter>`,
        container,
      );
      await until(() => events.length > 0, 'it is told');
      expect(events.map((event) => [event.total, event.goal])).to.deep.equal([[total, goal]]);
    });
  }

  for (const layout of ['bar', 'ring']) {
    describe(`near its end, as a ${layout}`, () => {
      /** What is drawn at the end of the way, and how wide. */
      const endOf = (counter: PetitionCounter): number => {
        const line = shadowOf(counter).querySelector('[part=progress] line');
        if (line) return Number.parseFloat(getComputedStyle(line).strokeWidth);
        const way = one(shadowOf(counter), '.way', Element);
        const {content, borderInlineEndWidth} = getComputedStyle(way, '::after');
        return content === 'none' ? 0 : Number.parseFloat(borderInlineEndWidth);
      };

      it('has it marked from nine in ten on', async () => {
        const client = counted(6_749, 7_500);
        const counter = await counting(counterFor(client, layout));
        await shows(counter, 'people have signed');
        expect(endOf(counter)).to.equal(0);
        client.push(6_750);
        await until(() => endOf(counter) >= 3, 'the end is marked');
        client.push(7_500);
        await until(() => endOf(counter) === 0, 'the end is far again');
      });
    });
  }

  it('is full only when it is reached', async () => {
    const counter = await counting(counterFor(counted(99_999, 100_000), 'ring'));
    await shows(counter, 'Let’s get to 100,000');
    expect(partOf(counter, 'progress')?.getAttribute('aria-valuenow')).to.equal('99');
  });

  for (const layout of ['bar', 'ring']) {
    it(`is left out with its way by no-goal, as a ${layout}`, async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} no-goal layout=${layout} .client=${counted(6_900, 7_500)}></petition-counter>`,
      );
      await shows(counter, '6,900 people have signed');
      expect(textOf(counter)).to.equal('6,900 people have signed');
      expect(has(counter, 'progress, [role=progressbar], svg, .way')).to.equal(false);
    });
  }
});

describe('a counter of a petition that is over', () => {
  const color = 'rgb(1, 2, 3)';

  async function over(status: 'closed' | 'victory', layout: string, lang = 'en'): Promise<PetitionCounter> {
    const container = await fixture(
      html`<petition-counter
        petition=${petition}
        layout=${layout}
        style="--petition-success: ${color}"
        .client=${new FakeClient({status})}
      ></petition-counter>`,
      {lang},
    );
    const counter = counterOf(container);
    await settled(counter);
    await lookedAt();
    return counter;
  }

  for (const layout of ['bar', 'number', 'ring', 'inline']) {
    for (const lang of ['en', 'ar']) {
      it(`celebrates a victory, as ${layout} in ${lang}`, async () => {
        const counter = await over('victory', layout, lang);
        expect(counter.matches(':state(victory)')).to.equal(true);
        const total = one(shadowOf(counter), '[part=total]');
        expect(getComputedStyle(total).color).to.equal(color);
        const check = one(total, 'svg', SVGElement);
        expect(check.getAttribute('aria-hidden')).to.equal('true');
        expect(check.getBoundingClientRect().width).to.be.above(10);
        expect(has(counter, 'progress, [role=progressbar]')).to.equal(false);
      });
    }

    it(`does not celebrate what has only closed, as ${layout}`, async () => {
      const counter = await over('closed', layout);
      expect(counter.matches(':state(victory)')).to.equal(false);
      const total = one(shadowOf(counter), '[part=total]');
      expect(getComputedStyle(total).color).not.to.equal(color);
      expect(total.querySelector('svg')).to.equal(null);
      await shows(counter, '5,136 people signed');
      expect(textOf(counter)).to.equal('5,136 people signed');
    });
  }

  it('has a whole bar for a victory, which is no progress any more', async () => {
    const counter = await over('victory', 'bar');
    expect(getComputedStyle(one(shadowOf(counter), '.way')).backgroundColor).to.equal(color);
  });

  it('has a ring with whole percents, rounded down and never by a fraction', async () => {
    const client = counted(0, 10_000);
    const counter = await counting(counterFor(client, 'ring'));
    for (const [total, percent] of [
      [2_900, '29'],
      [5_700, '57'],
      [5_899, '58'],
      [9_999, '99'],
    ] as const) {
      client.push(total);
      await until(
        () => shadowOf(counter).querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') === percent,
        `${total} of 10,000 are ${percent} percent`,
      );
    }
  });
});
