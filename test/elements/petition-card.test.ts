import {expect} from 'chai';
import {html} from 'lit';
import type {Petition} from '../../src/backend/wire.ts';
import {PetitionErrorEvent, PetitionLoadEvent} from '../../src/elements/base/events.ts';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {elevenTargets, longTitle} from '../../stories/support/petitions.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';
import {deep, deepAll, eventsOf, has, languageOption, petition, press, settled, shows, textOf} from './support/page.ts';

const imageUrl = new URL('support/image.svg', import.meta.url).href;
const image: Petition['image'] = {src: imageUrl, alt: 'A march with blue flags', width: 120, height: 63};

async function showing(template: unknown, lang = 'en'): Promise<PetitionCard> {
  const card = one(await fixture(template, {lang}), 'petition-card', PetitionCard);
  await settled(card);
  return card;
}

const cardOf = (changes: Partial<Petition> = {}, lang = 'en'): Promise<PetitionCard> =>
  showing(html`<petition-card petition=${petition} .client=${new FakeClient(changes)}></petition-card>`, lang);

const part = (card: PetitionCard, name: string): HTMLElement => one(shadowOf(card), `[part=${name}]`);

/** Where the card's own links lead. */
const linksOf = (card: PetitionCard): (string | null)[] =>
  [...shadowOf(card).querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('petition-card', () => {
  it('says who asks what of whom, since when, and how many stand behind it', async () => {
    const card = await cardOf();
    await shows(card, 'To United Nations, European Commission, Donald Trump and 2 more');
    await shows(card, '5,136 people have signed');
    expect(textOf(part(card, 'title'))).to.equal('China: Stop Collecting DNA from Entire Uyghur Population');
    expect(textOf(part(card, 'byline'))).to.match(/^Torchlight Uyghur Group (10 March 2018|March 10, 2018)$/);
    expect(one(part(card, 'byline'), 'time', HTMLTimeElement).dateTime).to.equal('2018-03-10T00:00:00Z');
    expect(textOf(part(card, 'summary'))).to.match(/^Blood, fingerprints and scans are taken/);
  });

  it('is an article that bears the title, which is a heading', async () => {
    const card = await cardOf();
    const article = part(card, 'card');
    const title = part(card, 'title');
    expect([article.localName, title.localName]).to.deep.equal(['article', 'h2']);
    expect(article.getAttribute('aria-labelledby')).to.equal(title.id);
  });

  it('has its date in the reader’s language', async () => {
    const card = await cardOf({}, 'fr');
    expect(textOf(part(card, 'byline'))).to.include('10 mars 2018');
    card.lang = 'ar-EG';
    await until(() => textOf(part(card, 'byline')).includes('١٠ مارس ٢٠١٨'), 'the date is in Arabic');
  });

  it('has the petition’s texts in the petition’s language, where that is another than the reader’s', async () => {
    const card = await cardOf({lang: 'ar', title: 'عنوان', summary: 'ملخّص'});
    for (const name of ['title', 'summary']) {
      expect([part(card, name).lang, part(card, name).dir]).to.deep.equal(['ar', 'rtl']);
    }
    expect(one(shadowOf(card), '[part=root]').dir).to.equal('ltr');
    expect(textOf(part(card, 'action'))).to.equal('Read and sign');
  });

  describe('the targets', () => {
    const named = (...names: string[]): Petition['targets'] => names.map((name) => ({name}));

    for (const [targets, text] of [
      [named('the Senate'), 'To the Senate'],
      [named('a', 'b', 'c', 'd'), /^To a, b, c,? and d$/],
      [named('a', 'b', 'c', 'd', 'e'), 'To a, b, c and 2 more'],
      [elevenTargets, 'To Donald J. Trump, Justin Trudeau, United Nations and 8 more'],
    ] as const) {
      it(`are “${text}”`, async () => {
        const card = await cardOf({targets});
        const told = (): string => textOf(part(card, 'targets'));
        await until(() => (text instanceof RegExp ? text.test(told()) : told() === text), `${text}`);
      });
    }

    it('are left out where there are none', async () => {
      expect(has(await cardOf({targets: []}), '[part=targets]')).to.equal(false);
    });
  });

  describe('the image', () => {
    it('is shown with its description and its measure', async () => {
      const img = one(shadowOf(await cardOf({image})), '[part=image]', HTMLImageElement);
      expect(img.src).to.equal(imageUrl);
      expect(img.alt).to.equal('A march with blue flags');
      expect([img.getAttribute('width'), img.getAttribute('height')]).to.deep.equal(['120', '63']);
    });

    it('has the organization’s initial in its place where there is none', async () => {
      const initial = part(await cardOf(), 'image');
      expect(initial.textContent).to.equal('T');
      expect(initial.getAttribute('aria-hidden')).to.equal('true');
    });

    it('has an initial of a whole letter, with its marks', async () => {
      for (const [name, letter] of [
        ['E\u0301galité', 'E\u0301'],
        ['👩🏽‍🚀 Space', '👩🏽‍🚀'],
        ['منظمة', 'م'],
      ] as const) {
        const card = await cardOf({organization: {id: 'x', name}});
        expect(part(card, 'image').textContent).to.equal(letter);
      }
    });

    for (const src of ['javascript:alert(1)', 'data:image/svg+xml,<svg/>', 'http://[', 'blob:https://x/1']) {
      it(`is never ${src}`, async () => {
        const card = await cardOf({image: {src, alt: 'x', width: 1, height: 1}});
        expect(has(card, 'img')).to.equal(false);
        expect(part(card, 'image').textContent).to.equal('T');
      });
    }

    it('is offered in several widths, as far as their addresses are safe', async () => {
      const srcset = [
        {src: '/a,b.png', width: 640},
        {src: 'javascript:alert(1)', width: 800},
        {src: imageUrl, width: 1200},
      ];
      const client = Object.assign(new FakeClient({image: {...image, srcset}}), {base: 'https://example.org/'});
      const card = await showing(html`<petition-card petition=${petition} .client=${client}></petition-card>`);
      const img = one(shadowOf(card), 'img', HTMLImageElement);
      expect(img.srcset).to.equal(`https://example.org/a%2Cb.png 640w, ${imageUrl} 1200w`);
      expect(img.sizes).to.match(/^auto/);
    });

    it('has no widths to choose from where there is one alone', async () => {
      const img = one(shadowOf(await cardOf({image})), 'img', HTMLImageElement);
      expect(img.hasAttribute('srcset') || img.hasAttribute('sizes')).to.equal(false);
    });

    it('waits until it is come to, unless it is the page’s first', async () => {
      await cardOf({image});
      const later = await cardOf({image});
      expect(one(shadowOf(later), 'img', HTMLImageElement).loading).to.equal('lazy');
    });

    it('has the organization’s logo in its place where there is one', async () => {
      const organization = {id: 'x', name: 'Torchlight', logo: {src: imageUrl, width: 120, height: 63}};
      const place = part(await cardOf({organization}), 'image');
      const logo = one(place, 'img', HTMLImageElement);
      expect([logo.src, logo.alt, logo.getAttribute('width')]).to.deep.equal([imageUrl, '', '120']);
      expect(textOf(place)).to.equal('');
    });

    it('is relative to the backend', async () => {
      const client = Object.assign(new FakeClient({image: {src: 'image.svg', alt: '', width: 1, height: 1}}), {
        base: new URL('support/', import.meta.url).href,
      });
      const card = await showing(html`<petition-card petition=${petition} .client=${client}></petition-card>`);
      expect(one(shadowOf(card), 'img', HTMLImageElement).src).to.equal(imageUrl);
    });

    it('is left out by no-image', async () => {
      const card = await showing(
        html`<petition-card petition=${petition} no-image .client=${new FakeClient({image})}></petition-card>`,
      );
      expect(has(card, '[part=image]')).to.equal(false);
    });
  });

  describe('where it leads', () => {
    const page = 'https://example.org/p/stop-dna-collection';

    it('is the petition’s page, and the organization’s', async () => {
      const card = await cardOf();
      expect(linksOf(card)).to.deep.equal(['https://example.org/', page, page]);
      expect(press(card, 'Read and sign').getAttribute('aria-describedby')).to.equal(part(card, 'title').id);
    });

    it('is what href says, relative to the page', async () => {
      const card = await showing(
        html`<petition-card petition=${petition} href="sign?x=1" .client=${new FakeClient()}></petition-card>`,
      );
      const there = new URL('sign?x=1', document.baseURI).href;
      expect(linksOf(card).slice(1)).to.deep.equal([there, there]);
    });

    it('is nowhere if href is empty', async () => {
      const card = await showing(
        html`<petition-card petition=${petition} href="" .client=${new FakeClient()}></petition-card>`,
      );
      expect(linksOf(card)).to.deep.equal(['https://example.org/']);
      expect(has(card, '[part=action]')).to.equal(false);
      expect(textOf(part(card, 'title'))).to.match(/^China: Stop/);
    });

    it('is the petition’s page again once href is taken away', async () => {
      const card = await showing(
        html`<petition-card petition=${petition} href="" .client=${new FakeClient()}></petition-card>`,
      );
      card.removeAttribute('href');
      await card.updateComplete;
      expect(linksOf(card).slice(1)).to.deep.equal([page, page]);
    });

    for (const bad of ['javascript:alert(1)', ' JAVASCRIPT:alert(1)', 'data:text/html,x', 'java\nscript:alert(1)']) {
      it(`is never ${JSON.stringify(bad)}`, async () => {
        const organization = {id: 'x', name: 'Group', url: bad};
        const card = await cardOf({url: bad, organization});
        expect(linksOf(card)).to.deep.equal([]);
        expect(textOf(part(card, 'byline'))).to.include('Group');
        card.href = bad;
        await card.updateComplete;
        expect(linksOf(card)).to.deep.equal([]);
      });
    }
  });

  describe('its languages', () => {
    it('are listed under their own names', async () => {
      const card = await cardOf();
      const options = deepAll(card, '[part=option]').filter((option) => option.checkVisibility());
      expect(options.map(textOf)).to.deep.equal(['Deutsch', 'English', 'Français', 'Türkçe', 'Uyghurche']);
      await shows(card, 'and 7 more');
      languageOption(card, 'fr').click();
      await shows(card, 'Chine : cessez de collecter');
    });

    it('are left out where there is only one', async () => {
      expect(has(await cardOf({languages: ['en']}), 'petition-language-switcher')).to.equal(false);
    });

    it('are left out by no-languages', async () => {
      const card = await showing(
        html`<petition-card petition=${petition} no-languages .client=${new FakeClient()}></petition-card>`,
      );
      expect(has(card, 'petition-language-switcher')).to.equal(false);
    });
  });

  describe('once it is over', () => {
    it('says when it closed and what came of it', async () => {
      const card = await cardOf({status: 'closed', closesAt: '2019-02-24T00:00:00Z', outcome: 'It was handed over.'});
      await until(
        () => /^This petition closed on (24 February|February 24,) 2019 It was/.test(textOf(part(card, 'status'))),
        'the day is told',
      );
      expect(textOf(part(card, 'status'))).to.match(/It was handed over\.$/);
      expect(textOf(part(card, 'action'))).to.equal('Read the petition');
      expect(card.matches(':state(closed)')).to.equal(true);
    });

    it('says that it closed where the day is not known', async () => {
      expect(textOf(part(await cardOf({status: 'closed'}), 'status'))).to.equal('This petition is closed');
    });

    it('says that it was won', async () => {
      const card = await cardOf({status: 'victory', outcome: 'The collection has ended.'});
      expect(textOf(part(card, 'status'))).to.equal(
        'Victory The collection has ended. Thank you to everyone who signed.',
      );
      expect(card.matches(':state(closed)')).to.equal(true);
    });

    it('says when it was won', async () => {
      const card = await cardOf({status: 'victory', closesAt: '2019-02-24T00:00:00Z'});
      await until(() => /(24 February|February 24,) 2019/.test(textOf(part(card, 'status'))), 'the day is told');
    });

    it('leads on to what has been written of it', async () => {
      const links: Petition['links'] = [
        {title: 'The answer of the Commission', url: 'https://example.org/answer', kind: 'document'},
        {title: 'Not safe', url: 'javascript:alert(1)', kind: 'news'},
      ];
      const card = await cardOf({status: 'closed', links});
      const shown = [...part(card, 'status').querySelectorAll('a')].map((link) => [link.href, link.textContent]);
      expect(shown).to.deep.equal([['https://example.org/answer', 'The answer of the Commission']]);
    });

    it('has no band before', async () => {
      const card = await cardOf();
      expect(has(card, '[part=status]')).to.equal(false);
      expect(card.matches(':state(closed)')).to.equal(false);
    });
  });

  it('is short as compact: title, count and action', async () => {
    const card = await showing(
      html`<petition-card petition=${petition} layout="compact" .client=${new FakeClient({image})}></petition-card>`,
    );
    await shows(card, '5,136 people have signed');
    expect(textOf(card)).to.equal(
      'China: Stop Collecting DNA from Entire Uyghur Population 5,136 people have signed Read and sign',
    );
    expect(has(card, 'img')).to.equal(false);
  });

  for (const [layout, width] of [
    ['vertical', '320px'],
    ['horizontal', '320px'],
    ['compact', '320px'],
    ['horizontal', '960px'],
  ] as const) {
    it(`holds a long title and eleven targets at ${width} as ${layout}`, async () => {
      const client = new FakeClient({title: longTitle, targets: elevenTargets, image});
      const container = await fixture(
        html`<petition-card petition=${petition} layout=${layout} .client=${client}></petition-card>`,
        {lang: 'en', width},
      );
      const card = one(container, 'petition-card', PetitionCard);
      await settled(card);
      expect(textOf(part(card, 'title'))).to.equal(longTitle);
      expect(container.scrollWidth).to.be.at.most(container.clientWidth);
    });
  }

  it('has room above and below its content', async () => {
    const card = await showing(html`
      <petition-card petition=${petition} .client=${new FakeClient()}>
        <p slot="header">First of all</p>
        <p slot="footer">Last of all</p>
      </petition-card>
    `);
    await until(() => textOf(card).includes('Torchlight'), 'the petition is shown');
    expect(textOf(part(card, 'card'))).to.match(/First of all Torchlight.*Last of all$/);
  });

  it('shows markup in any text as it was written', async () => {
    const markup = '<img src=x onerror="window.wasRun = true"><b>bold</b> &amp;';
    const card = await cardOf({
      title: markup,
      summary: markup,
      outcome: markup,
      status: 'closed',
      organization: {id: 'x', name: markup},
      targets: [{name: markup}],
    });
    await until(() => textOf(part(card, 'targets')).startsWith('To '), 'the targets are told');
    for (const name of ['title', 'summary', 'targets', 'status', 'byline']) {
      expect(textOf(part(card, name)), name).to.include(markup);
    }
    expect(has(card, 'img, b')).to.equal(false);
    expect('wasRun' in window).to.equal(false);
  });

  it('tells of its petition once, though its parts show it too', async () => {
    const container = await fixture(html`<div></div>`, {lang: 'en'});
    const events = eventsOf(container, 'petition-load', PetitionLoadEvent);
    const client = new FakeClient();
    const card = new PetitionCard();
    card.petition = petition;
    card.client = client;
    container.append(card);
    await settled(card);
    await shows(card, '5,136 people have signed');
    expect(events.map((event) => [event.petition, event.lang])).to.deep.equal([[petition, 'en']]);
    expect(client.asked.petition).to.equal(1);
    expect(deep(card, '[part=title]').textContent).to.include('China');
  });

  it('gives a client that is changed to its parts', async () => {
    const card = await cardOf();
    await shows(card, '5,136 people have signed');
    card.client = new FakeClient({title: 'Another', count: {total: 12, asOf: '2026-11-22T00:00:00Z'}});
    await shows(card, 'Another');
    await shows(card, '12 people have signed');
  });

  it('keeps what it shows when a reload fails, and says that it failed', async () => {
    const client = new FakeClient();
    const card = await showing(html`<petition-card petition=${petition} .client=${client}></petition-card>`);
    const failures = eventsOf(card, 'petition-error', PetitionErrorEvent);
    client.reading = 'unavailable';
    await card.reload();
    expect(failures.map(({problem}) => problem)).to.deep.equal(['unavailable']);
    await card.updateComplete;
    expect(textOf(part(card, 'title'))).to.match(/^China/);
    expect(card.matches(':state(error)')).to.equal(false);
  });

  describe('tried again', () => {
    async function failed(): Promise<{card: PetitionCard; client: FakeClient; other: HTMLElement}> {
      const client = new FakeClient({}, {reading: 'unreachable'});
      const container = await fixture(
        html`<petition-card petition=${petition} .client=${client}></petition-card><button>Other</button>`,
        {lang: 'en'},
      );
      const card = one(container, 'petition-card', PetitionCard);
      await settled(card);
      return {card, client, other: one(container, 'button')};
    }

    it('keeps the focus, though the button that had it is gone', async () => {
      const {card, client} = await failed();
      client.speak();
      const retry = press(card, 'Try again');
      retry.focus();
      retry.click();
      await shows(card, 'China: Stop');
      await until(() => document.activeElement === card, 'the focus is in the card');
    });

    it('leaves the focus where the reader has gone meanwhile', async () => {
      const {card, client, other} = await failed();
      client.reading = 'silent';
      const retry = press(card, 'Try again');
      retry.focus();
      retry.click();
      await until(() => client.open === 1, 'the petition is read');
      other.focus();
      client.speak();
      await shows(card, '5,136 people have signed');
      expect(other.matches(':focus')).to.equal(true);
    });
  });

  it('shows another petition once it is told to', async () => {
    const client = new FakeClient();
    const card = await showing(html`<petition-card petition=${petition} .client=${client}></petition-card>`);
    client.changes = {title: 'Another'};
    card.petition = 'another';
    await shows(card, 'Another');
    expect(client.asked.petition).to.equal(2);
  });
});
