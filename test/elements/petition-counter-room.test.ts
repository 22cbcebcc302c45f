import {expect} from 'chai';
import {html} from 'lit';
import type {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {counting, counterOf, partOf} from './support/counter.ts';
import {has, petition, settled, shows} from './support/page.ts';

const layouts = ['bar', 'number', 'ring', 'inline'] as const;

const wordsThere = (counter: PetitionCounter): boolean =>
  /\p{L}{2}/u.test(partOf(counter, 'sentence')?.textContent ?? '');

describe('a counter whose words come in later', () => {
  it('is as high before they are there', async () => {
    const container = await fixture(
      layouts.map(
        (layout) =>
          html`<petition-counter petition=${petition} layout=${layout} .client=${new FakeClient()}></petition-counter>`,
      ),
      {lang: 'en', width: '600px'},
    );
    const counters = [...container.querySelectorAll('petition-counter')];
    const heights = counters.map(() => new Set<number>());
    await until(() => {
      for (const [index, counter] of counters.entries()) heights[index]?.add(counter.getBoundingClientRect().height);
      return counters.every(wordsThere);
    }, 'the words are there');
    expect(heights.map(({size}) => size)).to.deep.equal([1, 1, 1, 1]);
  });

  it('has its words in other languages, too', async () => {
    for (const lang of ['ar', 'fr', 'ug-Arab']) {
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${new FakeClient()}></petition-counter>`,
        {lang},
      );
      await until(() => wordsThere(counter), 'the words are there');
    }
  });
});

interface Place {
  readonly counter: PetitionCounter;
  readonly client: FakeClient;
  readonly line: HTMLElement;
  readonly after: HTMLElement;
}

/** A counter between two words and above a line, while nothing is known. */
async function awaiting(layout: string, lang: string, width: string, client = new FakeClient()): Promise<Place> {
  client.reading = 'silent';
  const container = await fixture(
    html`<div class="line">
        <span>A</span>
        <petition-counter petition=${petition} layout=${layout} .client=${client}></petition-counter>
        <span class="after">Z</span>
      </div>
      <p>Below</p>`,
    {lang, width},
  );
  const [line, after] = [one(container, '.line'), one(container, '.after')];
  return {counter: counterOf(container), client, line, after};
}

async function known({counter, client}: Place): Promise<void> {
  client.speak();
  await settled(counter);
  await until(() => wordsThere(counter), 'the words are there');
}

const textIn = (counter: PetitionCounter): string =>
  [...shadowOf(counter).querySelectorAll('.root')].map(({textContent}) => textContent).join('');

for (const layout of layouts) {
  describe(`the room of a counter as ${layout}`, () => {
    it('is held before the number is known, and has no number in it', async () => {
      const {counter} = await awaiting(layout, 'en', '600px');
      await counter.updateComplete;
      expect(counter.matches(':state(loading)')).to.equal(true);
      expect(textIn(counter)).not.to.match(/\d/);
      const block = one(shadowOf(counter), '.placeholder').getBoundingClientRect();
      expect(block.width).to.be.above(100);
      expect(block.height).to.be.above(10);
      expect(has(counter, '[part=total], progress, [role=progressbar]')).to.equal(false);
    });

    for (const lang of ['en', 'fr', 'ar', 'ug-Arab']) {
      for (const width of ['280px', '320px', '1280px']) {
        it(`is as high as what comes: ${lang}, ${width}`, async () => {
          const place = await awaiting(layout, lang, width);
          const before = place.line.getBoundingClientRect().height;
          await known(place);
          expect(place.line.getBoundingClientRect().height).to.equal(before);
        });
      }
    }

    for (const status of ['closed', 'victory'] as const) {
      it(`is as high as what comes: ${status}`, async () => {
        const place = await awaiting(layout, 'en', '600px', new FakeClient({status}));
        const before = place.line.getBoundingClientRect().height;
        await known(place);
        expect(place.line.getBoundingClientRect().height).to.equal(before);
      });
    }

    it('is the same with a first total of the page, and without its words', async () => {
      const {line, client, counter} = await awaiting(layout, 'en', '600px');
      const before = line.getBoundingClientRect().height;
      counter.total = 5_000;
      await shows(counter, '5,000');
      expect(line.getBoundingClientRect().height).to.equal(before);
      client.speak();
      await shows(counter, '5,136 people');
      expect(line.getBoundingClientRect().height).to.equal(before);
    });

    it('stays when the petition closes', async () => {
      const client = new FakeClient();
      const place = await awaiting(layout, 'en', '600px', client);
      await known(place);
      const before = place.line.getBoundingClientRect().height;
      client.changes = {status: 'closed'};
      await place.counter.reload();
      await shows(place.counter, 'people signed');
      expect(place.line.getBoundingClientRect().height).to.equal(before);
    });

    it('has what is above and below it from the beginning', async () => {
      const container = await fixture(
        html`<petition-counter
          petition=${petition}
          layout=${layout}
          .client=${new FakeClient({}, {reading: 'silent'})}
        ><b slot="header">Above</b><b slot="footer">Below</b></petition-counter>`,
        {lang: 'en'},
      );
      await shows(container, 'Above');
      await shows(container, 'Below');
    });
  });
}

describe('the room of a counter in a line of text', () => {
  for (const lang of ['en', 'fr', 'ar', 'ug-Arab']) {
    it(`is about as wide as what comes: ${lang}`, async () => {
      const place = await awaiting('inline', lang, '1280px');
      const before = place.counter.getBoundingClientRect().width;
      await known(place);
      const {width} = place.counter.getBoundingClientRect();
      expect(before / width).to.be.within(0.85, 1.15);
    });
  }

  it('leaves the line as high as it is without it', async () => {
    const place = await awaiting('inline', 'en', '1280px');
    const {height} = place.line.getBoundingClientRect();
    await known(place);
    expect(place.line.getBoundingClientRect().height).to.equal(height);
    place.counter.remove();
    expect(place.line.getBoundingClientRect().height).to.equal(height);
  });
});
