import {expect} from 'chai';
import {html} from 'lit';
import {PetitionCountEvent} from '../../src/elements/base/events.ts';
import {PetitionCounter} from '../../src/elements/petition-counter/petition-counter.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {asOf, counterOf, counting, partOf} from './support/counter.ts';
import {comeBack, eventsOf, has, petition, lookedAt, settled, shows, textOf} from './support/page.ts';

describe('petition-counter', () => {
  it('says how many have signed and what the goal is', async () => {
    const counter = await counting(
      html`<petition-counter petition=${petition} .client=${new FakeClient()}></petition-counter>`,
    );
    await shows(counter, '5,136 people have signed');
    await shows(counter, 'Let’s get to 7,500');
    expect(partOf(counter, 'total')?.textContent).to.equal('5,136');
  });

  for (const [total, sentence] of [
    [1, '1 person has signed'],
    [3_713, '3,713 people have signed'],
    [1_234_567, '1,234,567 people have signed'],
  ] as const) {
    it(`has the right sentence for ${total}`, async () => {
      const client = new FakeClient({count: {total, goal: 2_000_000, asOf}});
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
      );
      await shows(counter, sentence);
    });
  }

  it('has the right plural form in Arabic', async () => {
    const client = new FakeClient({count: {total: 3, asOf}});
    const counter = await counting(
      html`<petition-counter petition=${petition} lang="ar" no-goal .client=${client}></petition-counter>`,
    );
    await until(() => textOf(counter).endsWith('أشخاص حتى الآن'), 'the form for few is shown');
    client.total = 11;
    comeBack();
    await until(() => textOf(counter).endsWith('شخصًا حتى الآن'), 'the form for many is shown');
  });

  it('shows a true zero', async () => {
    const client = new FakeClient({count: {total: 0, asOf}});
    const counter = await counting(html`<petition-counter petition=${petition} .client=${client}></petition-counter>`);
    await shows(counter, '0 people have signed');
  });

  describe('before the answer', () => {
    for (const layout of ['bar', 'number', 'ring', 'inline']) {
      it(`shows no number as a ${layout}`, async () => {
        const client = new FakeClient({}, {reading: 'silent'});
        const container = await fixture(
          html`<petition-counter petition=${petition} lang="en" layout=${layout} .client=${client}></petition-counter>`,
        );
        const counter = counterOf(container);
        expect(textOf(counter)).to.equal('Loading the petition…');
        expect(counter.matches(':state(loading)')).to.equal(true);
        expect(has(counter, 'progress, [role=progressbar]')).to.equal(false);
      });
    }

    it('shows the total that the page gives, then the true one', async () => {
      const client = new FakeClient({}, {reading: 'silent'});
      const container = await fixture(
        html`<petition-counter petition=${petition} lang="en" total="5000" goal="6000" .client=${client}></petition-counter>`,
      );
      const counter = counterOf(container);
      await shows(counter, '5,000 people have signed');
      client.speak();
      await shows(counter, '5,136 people have signed');
    });

    it('keeps the total that the page gives if there is no answer', async () => {
      const client = new FakeClient({}, {reading: 'unreachable'});
      const counter = await counting(
        html`<petition-counter petition=${petition} lang="en" total="5000" .client=${client}></petition-counter>`,
      );
      await shows(counter, '5,000 people have signed');
      expect(counter.matches(':state(error)')).to.equal(true);
    });

    it('tells nobody of a total that is only the page’s', async () => {
      const client = new FakeClient({}, {reading: 'silent'});
      const container = await fixture(html`<div></div>`);
      const events = eventsOf(container, 'petition-count', PetitionCountEvent);
      const counter = new PetitionCounter();
      counter.petition = petition;
      counter.client = client;
      counter.total = 5000;
      container.append(counter);
      await shows(counter, '5,000');
      expect(events).to.have.length(0);
    });
  });

  describe('its attributes', () => {
    it('goal stands in for the backend’s', async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} goal="10000" .client=${new FakeClient()}></petition-counter>`,
      );
      await shows(counter, 'Let’s get to 10,000');
      expect(one(shadowOf(counter), 'progress', HTMLProgressElement).value).to.be.closeTo(0.5136, 1e-9);
    });

    it('no-goal leaves the goal and the way there out', async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} no-goal .client=${new FakeClient()}></petition-counter>`,
      );
      await shows(counter, '5,136 people have signed');
      expect(textOf(counter)).to.equal('5,136 people have signed');
      expect(has(counter, 'progress')).to.equal(false);
      counter.noGoal = false;
      await shows(counter, 'Let’s get to 7,500');
    });

    it('offset is added to what is shown, and to nothing else', async () => {
      const container = await fixture(html`<div></div>`, {lang: 'en'});
      const events = eventsOf(container, 'petition-count', PetitionCountEvent);
      const counter = new PetitionCounter();
      counter.petition = petition;
      counter.client = new FakeClient();
      counter.offset = 1000;
      container.append(counter);
      await shows(counter, '6,136 people have signed');
      expect(events.map(({total}) => total)).to.deep.equal([5136]);
    });

    it('minimum keeps it hidden below', async () => {
      const client = new FakeClient({count: {total: 99, goal: 200, asOf}});
      const counter = await counting(
        html`<petition-counter petition=${petition} minimum="100" .client=${client}></petition-counter>`,
      );
      expect(textOf(counter)).to.equal('');
      client.total = 100;
      comeBack();
      await shows(counter, '100 people have signed');
    });

    it('minimum counts what is shown, with the offset', async () => {
      const client = new FakeClient({count: {total: 99, asOf}});
      const counter = await counting(
        html`<petition-counter petition=${petition} minimum="100" offset="1" .client=${client}></petition-counter>`,
      );
      await shows(counter, '100 people have signed');
    });

    it('no-live reads the count once and leaves it at that', async () => {
      const client = new FakeClient();
      const counter = await counting(
        html`<petition-counter petition=${petition} no-live .client=${client}></petition-counter>`,
      );
      await shows(counter, '5,136 people');
      await until(() => client.asked.count === 1, 'the count is read');
      client.total = 6000;
      comeBack();
      await counter.updateComplete;
      expect(client.asked.count).to.equal(1);
      expect(textOf(counter)).to.include('5,136 people');
      counter.noLive = false;
      await counter.updateComplete;
      comeBack();
      await shows(counter, '6,000 people');
    });
  });

  it('leaves no read behind that no-live began', async () => {
    const client = new FakeClient();
    const container = await fixture(
      html`<petition-counter petition=${petition} no-live .client=${client}></petition-counter>`,
    );
    client.reading = 'silent';
    await until(() => client.asked.count === 1, 'the count is read');
    counterOf(container).remove();
    await until(() => client.open === 0, 'nothing is read any more');
  });

  it('is read once for all counters with no-live, also when they are moved', async () => {
    const client = new FakeClient();
    const container = await counting(
      html`${[1, 2, 3].map(
        () => html`<petition-counter petition=${petition} no-live .client=${client}></petition-counter>`,
      )}`,
    );
    await until(() => client.asked.count === 1, 'the count is read');
    container.parentElement?.append(container);
    await lookedAt();
    expect(client.asked.count).to.equal(1);
  });

  it('with no-live, asks for no count of a petition that is closed', async () => {
    const client = new FakeClient({status: 'closed'});
    const counter = await counting(
      html`<petition-counter petition=${petition} no-live .client=${client}></petition-counter>`,
    );
    await shows(counter, '5,136 people signed');
    expect(client.asked.count).to.equal(0);
  });

  for (const layout of ['bar', 'number', 'ring', 'inline']) {
    it(`can be hidden as ${layout}`, async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} layout=${layout} .client=${new FakeClient()}></petition-counter>`,
      );
      counter.hidden = true;
      expect(getComputedStyle(counter).display).to.equal('none');
    });
  }

  it('shows no older number when it is given another client', async () => {
    const client = new FakeClient();
    const counter = await counting(html`<petition-counter petition=${petition} .client=${client}></petition-counter>`);
    client.total = 6000;
    comeBack();
    await shows(counter, '6,000 people');
    counter.client = new FakeClient({}, {reading: 'silent'});
    await counter.updateComplete;
    await shows(counter, '6,000 people');
  });

  it('takes back what the page has said, where the backend knows better', async () => {
    const counter = await counting(
      html`<petition-counter petition=${petition} total="9000" .client=${new FakeClient()}></petition-counter>`,
    );
    await shows(counter, '5,136 people');
  });

  describe('the total', () => {
    it('follows the backend', async () => {
      const client = new FakeClient();
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
      );
      await shows(counter, '5,136 people');
      client.total = 5137;
      comeBack();
      await shows(counter, '5,137 people');
    });

    it('never goes backwards', async () => {
      const client = new FakeClient();
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
      );
      const events = eventsOf(counter, 'petition-count', PetitionCountEvent);
      await shows(counter, '5,136 people');
      client.total = 5000;
      comeBack();
      await until(() => client.asked.count === 1, 'the count is read');
      await counter.reload();
      await counter.updateComplete;
      await shows(counter, '5,136 people have signed');
      client.total = 5137;
      comeBack();
      await shows(counter, '5,137 people');
      expect(events.map(({total}) => total)).to.deep.equal([5137]);
    });

    it('stays when the backend can no longer be reached', async () => {
      const client = new FakeClient();
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
      );
      await shows(counter, '5,136 people');
      client.reading = 'unreachable';
      comeBack();
      await until(() => client.asked.count === 1, 'the count is read');
      await counter.updateComplete;
      await shows(counter, '5,136 people');
      expect(counter.matches(':state(error)')).to.equal(false);
    });

    it('is told once for each change, by its event', async () => {
      const client = new FakeClient();
      const container = await fixture(html`<div></div>`, {lang: 'en'});
      const events = eventsOf(document, 'petition-count', PetitionCountEvent);
      const counter = new PetitionCounter();
      counter.petition = petition;
      counter.client = client;
      container.append(counter);
      await shows(counter, '5,136 people');
      counter.layout = 'ring';
      counter.lang = 'fr';
      await shows(counter, 'personnes ont signé');
      client.total = 5137;
      comeBack();
      await until(() => events.length > 1, 'the second total is told');
      expect(events.map((event) => [event.petition, event.total, event.goal])).to.deep.equal([
        [petition, 5136, 7500],
        [petition, 5137, 7500],
      ]);
      expect(events.every((event) => event.bubbles && event.composed)).to.equal(true);
    });

    it('is read once, however many counters show it', async () => {
      const client = new FakeClient();
      const container = await fixture(
        html`${[1, 2, 3, 4, 5].map(
          () => html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
        )}`,
        {lang: 'en'},
      );
      const counters = [...container.querySelectorAll('petition-counter')];
      for (const counter of counters) await settled(counter);
      await lookedAt();
      expect(client.asked.petition).to.equal(1);
      client.total = 5140;
      comeBack();
      for (const counter of counters) await shows(counter, '5,140 people');
      expect(client.asked).to.deep.equal({petition: 1, count: 1, sign: 0, challenge: 0});
    });
  });

  describe('the way to the goal', () => {
    it('is a progress bar with a name and its value in words', async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${new FakeClient()}></petition-counter>`,
      );
      const progress = one(shadowOf(counter), '[part=progress]', HTMLProgressElement);
      expect(progress.max).to.equal(1);
      expect(progress.value).to.be.closeTo(5136 / 7500, 1e-9);
      expect(progress.getAttribute('aria-label')).to.equal('Signatures');
      await until(
        () => progress.getAttribute('aria-valuetext') === '5,136 of 7,500 signatures',
        'the value is said in words',
      );
    });

    it('is a ring with the same', async () => {
      const counter = await counting(
        html`<petition-counter petition=${petition} layout="ring" .client=${new FakeClient()}></petition-counter>`,
      );
      const ring = one(shadowOf(counter), '[role=progressbar]', SVGElement);
      expect(['now', 'min', 'max'].map((name) => ring.getAttribute(`aria-value${name}`))).to.deep.equal([
        '68',
        '0',
        '100',
      ]);
      expect(ring.getAttribute('aria-label')).to.equal('Signatures');
      await until(
        () => ring.getAttribute('aria-valuetext') === '5,136 of 7,500 signatures',
        'the value is said in words',
      );
      await shows(counter, '5,136 people have signed');
      await shows(counter, 'Let’s get to 7,500');
    });

    for (const layout of ['number', 'inline']) {
      it(`is left out as ${layout}`, async () => {
        const counter = await counting(
          html`<petition-counter petition=${petition} layout=${layout} .client=${new FakeClient()}></petition-counter>`,
        );
        await shows(counter, '5,136 people have signed');
        expect(textOf(counter)).to.equal('5,136 people have signed');
        expect(has(counter, 'progress, [role=progressbar]')).to.equal(false);
      });
    }
  });

  for (const status of ['closed', 'victory'] as const) {
    it(`says how many signed, without a goal, once it is over: ${status}`, async () => {
      const client = new FakeClient({status, count: {total: 3713, goal: 5000, asOf}});
      const counter = await counting(
        html`<petition-counter petition=${petition} .client=${client}></petition-counter>`,
      );
      await shows(counter, '3,713 people signed');
      expect(textOf(counter)).to.equal('3,713 people signed');
      expect(has(counter, 'progress')).to.equal(false);
      expect(counter.matches(':state(closed)')).to.equal(true);
      comeBack();
      expect(client.asked.count).to.equal(0);
    });
  }

  it('stands in a line of text as inline, however it was told', async () => {
    const counter = await counting(
      html`<petition-counter petition=${petition} .client=${new FakeClient()}></petition-counter>`,
    );
    expect(counter.matches(':state(inline)')).to.equal(false);
    counter.layout = 'inline';
    await counter.updateComplete;
    expect(counter.matches(':state(inline)')).to.equal(true);
    expect(getComputedStyle(counter).display).to.match(/^inline/);
  });

  it('says what is wrong and tries again', async () => {
    const client = new FakeClient({}, {reading: 'unavailable'});
    const counter = await counting(html`<petition-counter petition=${petition} .client=${client}></petition-counter>`);
    await shows(counter, 'The petition is not available for a moment. Try again soon.');
    client.speak();
    one(shadowOf(counter), '[part=retry]').click();
    await shows(counter, '5,136 people have signed');
    expect(counter.matches(':state(error)')).to.equal(false);
  });
});
