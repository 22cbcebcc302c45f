import {expect} from 'chai';
import {html} from 'lit';
import type {PetitionErrorEvent} from '../../src/elements/base/events.ts';
import {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {deep, has, petition, plain, settled, shows, textOf, warningsOf} from '../elements/support/page.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';

type Kind =
  | {readonly kind: 'text'}
  | {readonly kind: 'flag'}
  | {readonly kind: 'number'; readonly fallback: number | undefined}
  | {readonly kind: 'choice'; readonly values: readonly string[]; readonly fallback: string | undefined};

const text: Kind = {kind: 'text'};
const flag: Kind = {kind: 'flag'};
const number = (fallback?: number): Kind => ({kind: 'number', fallback});
const choice = (...values: [string, ...string[]]): Kind => ({kind: 'choice', values, fallback: values[0]});
const choiceOrNone = (...values: string[]): Kind => ({kind: 'choice', values, fallback: undefined});

/** What every element takes. */
const common = {backend: text, petition: text, lang: text, theme: choice('auto', 'light', 'dark')};

const formFlags = {prefill: flag, draft: flag, 'keep-offline': flag};

const elements: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  'petition-campaign': {
    ...common,
    layout: choice('full', 'compact', 'banner'),
    source: text,
    'no-text': flag,
    remember: choiceOrNone('url'),
    ...formFlags,
  },
  'petition-card': {
    ...common,
    layout: choice('vertical', 'horizontal', 'compact'),
    href: text,
    'no-image': flag,
    'no-languages': flag,
  },
  'petition-sign-form': {...common, source: text, ...formFlags},
  'petition-counter': {
    ...common,
    layout: choice('bar', 'number', 'ring', 'inline'),
    total: number(),
    goal: number(),
    offset: number(0),
    minimum: number(0),
    'no-goal': flag,
    'no-live': flag,
  },
  'petition-language-switcher': {
    ...common,
    layout: choice('menu', 'list', 'select'),
    languages: text,
    remember: choiceOrNone('url'),
  },
};

/** What is among the last that each shows. */
const english: Readonly<Record<string, string>> = {
  'petition-campaign': 'Nobody asked those whose blood was taken',
  'petition-card': 'people have signed',
  'petition-sign-form': 'How Torchlight Uyghur Group treats your data',
  'petition-counter': 'people have signed',
  'petition-language-switcher': 'Language English',
};

/** The same in French. */
const french: Readonly<Record<string, string>> = {
  'petition-campaign': 'Personne n’a demandé leur avis',
  'petition-card': 'personnes ont signé',
  'petition-sign-form': 'Comment Torchlight Uyghur Group traite vos données',
  'petition-counter': 'personnes ont signé',
  'petition-language-switcher': 'Langue Français',
};

const camelCase = (name: string): string => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function create(tag: string): PetitionElement {
  const element = document.createElement(tag);
  if (element instanceof PetitionElement) return element;
  throw new TypeError(`${tag} is no petition element`);
}

async function connected(element: PetitionElement): Promise<PetitionElement> {
  (await fixture(undefined, {lang: 'en'})).append(element);
  await settled(element);
  return element;
}

let nonsenses = 0;

/** Nonsense that nothing has been warned of yet. */
const nonsense = (): string => {
  nonsenses += 1;
  return `nonsense-${nonsenses}`;
};

// First in this page, and so the first to load the language's texts.
describe('an element whose texts are not there yet', () => {
  it('is loading', async () => {
    const container = await fixture(undefined, {lang: 'ug-Arab'});
    const element = create('petition-card');
    element.petition = petition;
    element.client = new FakeClient();
    container.append(element);
    const isShown = (): boolean => element.shadowRoot?.querySelector('[part=title]') !== null;
    const states: boolean[] = [];
    await element.updateComplete;
    while (!isShown()) {
      states.push(element.matches(':state(loading)'));
      await new Promise(requestAnimationFrame);
    }
    expect(states).to.include(true).and.not.to.include(false);
    expect(element.matches(':state(loading)')).to.equal(false);
  });
});

for (const [tag, attributes] of Object.entries(elements)) {
  describe(`<${tag}>, its attributes and properties`, () => {
    function make(): PetitionElement {
      const element = create(tag);
      element.petition = petition;
      element.client = new FakeClient();
      return element;
    }

    it('has none of them that nobody set', async () => {
      const element = create(tag);
      element.client = new FakeClient();
      await connected(element);
      expect(element.getAttributeNames()).to.deep.equal([]);
    });

    for (const [attribute, kind] of Object.entries(attributes)) {
      const name = camelCase(attribute);
      const get = (element: PetitionElement): unknown => Reflect.get(element, name);

      switch (kind.kind) {
        case 'text':
          it(`mirrors ${attribute}`, async () => {
            const element = make();
            element.setAttribute(attribute, 'fr');
            expect(get(element)).to.equal('fr');
            await connected(element);
            element.setAttribute(attribute, 'ar');
            expect(get(element)).to.equal('ar');
            await element.updateComplete;
          });

          it(`takes to be rid of ${attribute}, and to be given none`, async () => {
            const element = await connected(make());
            await shows(element, english[tag] ?? '');
            const before = textOf(element);
            for (const none of [undefined, null]) {
              if (attribute === 'petition') break;
              Reflect.set(element, name, 'fr');
              await element.updateComplete;
              Reflect.set(element, name, none);
              await element.updateComplete;
              await until(() => textOf(element) === before, 'it is as before');
            }
            element.setAttribute(attribute, 'fr');
            await element.updateComplete;
            element.removeAttribute(attribute);
            await element.updateComplete;
            // What an element is in stands there where it is given nothing.
            await until(() => (get(element) ?? '') === (attribute === 'lang' ? 'en' : ''), 'it is given none');
          });
          break;
        case 'flag':
          it(`mirrors ${attribute}, which is off by default`, async () => {
            const element = make();
            expect(get(element)).to.equal(false);
            for (const value of ['', attribute, 'false']) {
              element.setAttribute(attribute, value);
              expect(get(element), value).to.equal(true);
            }
            await connected(element);
            element.removeAttribute(attribute);
            expect(get(element)).to.equal(false);
            await element.updateComplete;
          });

          it(`shows the same for ${name} as for ${attribute}`, async () => {
            const [byAttribute, byProperty] = [make(), make()];
            byAttribute.setAttribute(attribute, '');
            Reflect.set(byProperty, name, true);
            await connected(byAttribute);
            await connected(byProperty);
            await until(() => textOf(byAttribute) === textOf(byProperty), 'they show the same');
          });
          break;
        case 'number':
          it(`mirrors ${attribute} as a number`, async () => {
            const element = make();
            expect(get(element)).to.equal(kind.fallback);
            element.setAttribute(attribute, '12');
            expect(get(element)).to.equal(12);
            await connected(element);
            element.removeAttribute(attribute);
            expect(get(element)).to.equal(kind.fallback);
            Reflect.set(element, name, 0);
            expect(get(element)).to.equal(0);
            Reflect.set(element, name, '7');
            expect(get(element)).to.equal(7);
            for (const none of [undefined, null]) {
              Reflect.set(element, name, none);
              expect(get(element)).to.equal(kind.fallback);
            }
          });

          for (const wrong of [
            'many',
            '-1',
            '1.5',
            'NaN',
            'Infinity',
            ' ',
            '9007199254740993',
            '5,136',
            '0x10',
            '1e3',
          ]) {
            it(`takes no ${attribute}="${wrong}", and warns of it once`, async () => {
              const element = make();
              const warnings = await warningsOf(async () => {
                element.setAttribute(attribute, wrong);
                expect(get(element)).to.equal(kind.fallback);
                await connected(element);
                const another = make();
                another.setAttribute(attribute, wrong);
                await connected(another);
              });
              expect(warnings).to.have.length(1);
              expect(warnings[0]).to.include(`<${tag}>`).and.include(attribute).and.include(wrong);
            });
          }

          it(`takes no ${name} that is no whole number, and never throws`, async () => {
            const element = await connected(make());
            await warningsOf(async () => {
              for (const wrong of [Number.NaN, -1, 1.5, Infinity, true, {}, [], () => 1]) {
                Reflect.set(element, name, wrong);
                expect(get(element), typeof wrong).to.equal(kind.fallback);
                await element.updateComplete;
              }
            });
          });
          break;
        case 'choice':
          it(`mirrors ${attribute}, one of ${kind.values.join(', ')}`, async () => {
            const element = make();
            const {fallback} = kind;
            expect(get(element)).to.equal(fallback);
            for (const value of kind.values) {
              element.setAttribute(attribute, value);
              expect(get(element)).to.equal(value);
            }
            await connected(element);
            element.removeAttribute(attribute);
            expect(get(element)).to.equal(fallback);
            for (const value of [...kind.values, undefined, null, '']) {
              Reflect.set(element, name, value);
              expect(get(element)).to.equal(value || fallback);
              await element.updateComplete;
            }
          });

          it(`takes no other ${attribute}, and warns of it once`, async () => {
            const wrong = nonsense();
            const warnings = await warningsOf(async () => {
              for (const element of [make(), make()]) {
                element.setAttribute(attribute, wrong);
                expect(get(element)).to.equal(kind.fallback);
                await connected(element);
              }
            });
            expect(warnings).to.have.length(1);
            expect(warnings[0]).to.include(`<${tag}>`).and.include(attribute).and.include(wrong);
            for (const value of kind.values) expect(warnings[0]).to.include(value);
          });

          it(`takes no other ${name}, and never throws`, async () => {
            const element = await connected(make());
            await warningsOf(async () => {
              for (const wrong of [nonsense(), 5, true, {}, []]) {
                Reflect.set(element, name, wrong);
                expect(get(element)).to.equal(kind.fallback);
                await element.updateComplete;
              }
            });
          });
          break;
      }
    }

    it('hands on to its attributes what others inherit from it', async () => {
      const element = make();
      element.backend = 'https://petitions.example.org';
      element.lang = 'fr';
      await connected(element);
      expect(['petition', 'backend', 'lang'].map((name) => element.getAttribute(name))).to.deep.equal([
        petition,
        'https://petitions.example.org',
        'fr',
      ]);
    });

    it('shows the same, whatever is set first', async () => {
      const stage = await fixture(undefined, {lang: 'en'});
      const settings = [
        (element: PetitionElement) => element.setAttribute('petition', petition),
        (element: PetitionElement) => Reflect.set(element, 'client', new FakeClient()),
        (element: PetitionElement) => element.setAttribute('lang', 'fr'),
        (element: PetitionElement) => stage.append(element),
      ];
      const turned = settings.map((_, first) => settings.slice(first).concat(settings.slice(0, first)));
      let expected: string | undefined;
      for (const order of [...turned, ...turned.map((each) => each.toReversed())]) {
        const element = create(tag);
        for (const set of order) {
          set(element);
          await Promise.resolve();
        }
        await shows(element, french[tag] ?? '');
        expected ??= textOf(element);
        await until(() => textOf(element) === expected, 'it shows the same');
        element.remove();
      }
    });

    it('shows on itself which language it is in, wherever it has that from', async () => {
      const element = await connected(make());
      const isIn = (lang: string, dir: string): Promise<void> =>
        until(
          () =>
            element.lang === lang &&
            element.dir === dir &&
            shadowOf(element).querySelector(`[part=root][lang=${lang}]`),
          `it is in ${lang}, ${dir}`,
        );
      await isIn('en', 'ltr');
      for (const none of [undefined, null, '']) {
        element.lang = 'ar-EG';
        await isIn('ar', 'rtl');
        Reflect.set(element, 'lang', none);
        await isIn('en', 'ltr');
      }
      element.parentElement?.setAttribute('lang', 'fr');
      await isIn('fr', 'ltr');
    });

    for (const lang of ['tlh', 'tlh-Latn-KX', 'qaa']) {
      it(`speaks English where nobody knows lang="${lang}"`, async () => {
        const element = make();
        element.lang = lang;
        await connected(element);
        expect(one(shadowOf(element), '[part=root]').lang).to.equal('en');
      });
    }

    for (const lang of ['!!', 'lang nobody knows', 'en_GB', '-', '🙂']) {
      it(`speaks the language around it where lang="${lang}" is none, and warns of it`, async () => {
        const element = make();
        const none = `${lang}${nonsense()}`;
        element.lang = none;
        const warnings = await warningsOf(async () => {
          await fixture(element, {lang: 'fr'});
          await settled(element);
        });
        expect(one(shadowOf(element), '[part=root]').lang).to.equal('fr');
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.include(none);
      });
    }
  });
}

const counterIn = (root: ParentNode, selector = 'petition-counter'): PetitionElement =>
  one(root, selector, PetitionElement);

describe('what an element inherits', () => {
  it('is petition, client and language of the enclosing petition element', async () => {
    const client = new FakeClient();
    const container = await fixture(html`
      <petition-campaign petition=${petition} lang="fr" .client=${client}>
        <div slot="header"><petition-counter></petition-counter></div>
      </petition-campaign>
    `);
    await shows(counterIn(container), 'personnes ont signé');
    expect(client.asked.petition).to.equal(1);
  });

  it('is the backend of the enclosing petition element', async () => {
    const backend = new URL(`/bad/sign.none.inherit-${Date.now()}/`, location.href).href;
    const container = await fixture(
      html`
        <petition-campaign petition=${petition} backend=${backend}>
          <petition-counter slot="header"></petition-counter>
        </petition-campaign>
      `,
      {lang: 'en'},
    );
    await shows(counterIn(container), '5,136 people have signed');
  });

  it('is nothing that it says of itself', async () => {
    const [outer, inner] = [new FakeClient(), new FakeClient({count: {total: 12, asOf: '2026-11-22T00:00:00Z'}})];
    const container = await fixture(html`
      <petition-campaign petition=${petition} lang="fr" .client=${outer}>
        <petition-counter slot="header" petition="another" lang="en" .client=${inner}></petition-counter>
      </petition-campaign>
    `);
    await shows(counterIn(container), '12 people have signed');
    expect(inner.asked.petition).to.equal(1);
  });

  it('is no client where it names a backend of its own', async () => {
    const backend = new URL(`/bad/all.error.own-${Date.now()}/`, location.href).href;
    const container = await fixture(
      html`
        <petition-campaign petition=${petition} .client=${new FakeClient()}>
          <petition-counter slot="header" backend=${backend}></petition-counter>
        </petition-campaign>
      `,
      {lang: 'en'},
    );
    await shows(counterIn(container), 'its server reports an error');
  });

  it('is of the nearest one', async () => {
    const inner = new FakeClient({title: 'Inner', count: {total: 12, asOf: '2026-11-22T00:00:00Z'}});
    const container = await fixture(html`
      <petition-campaign petition="outer" lang="fr" .client=${new FakeClient({title: 'Outer'})}>
        <petition-card slot="header" petition="inner" lang="en" .client=${inner}>
          <petition-counter slot="footer"></petition-counter>
        </petition-card>
      </petition-campaign>
    `);
    await shows(counterIn(container, 'petition-card petition-counter'), '12 people have signed');
  });

  it('changes with what encloses it', async () => {
    const container = await fixture(html`
      <petition-campaign petition=${petition} lang="en" .client=${new FakeClient()}>
        <petition-counter slot="header"></petition-counter>
      </petition-campaign>
    `);
    const campaign = one(container, 'petition-campaign', PetitionElement);
    const counter = counterIn(container);
    await shows(counter, 'people have signed');
    campaign.lang = 'fr';
    await shows(counter, 'personnes ont signé');
    campaign.client = new FakeClient({count: {total: 12, asOf: '2026-11-22T00:00:00Z'}});
    await shows(counter, '12 personnes');
    const client = new FakeClient({count: {total: 13, asOf: '2026-11-22T00:00:00Z'}});
    campaign.client = client;
    campaign.petition = 'another';
    await shows(counter, '13 personnes');
  });

  it('is the client that comes later', async () => {
    const container = await fixture(
      html`
        <petition-campaign petition=${petition}>
          <petition-counter slot="header"></petition-counter>
        </petition-campaign>
      `,
      {lang: 'en'},
    );
    const campaign = one(container, 'petition-campaign', PetitionElement);
    await shows(campaign, 'This petition can’t be shown');
    campaign.client = new FakeClient();
    await shows(campaign, 'First name');
    await shows(counterIn(container), 'people have signed');
  });
});

describe('the language of an element', () => {
  const counter = (client = new FakeClient()): unknown =>
    html`<petition-counter petition=${petition} .client=${client}></petition-counter>`;

  it('is that of the nearest ancestor with one', async () => {
    const container = await fixture(html`<div lang="ar"><p lang="fr"></p><div>${counter()}</div></div>`, {lang: 'en'});
    await shows(container, 'شخصًا حتى الآن');
    expect(one(shadowOf(counterIn(container)), '[part=root]').dir).to.equal('rtl');
  });

  it('may be one of two on a page at once', async () => {
    const client = new FakeClient();
    const container = await fixture(html`
      <div lang="en">${counter(client)}</div>
      <div lang="ar">${counter(client)}</div>
    `);
    await shows(one(container, '[lang=en]'), 'people have signed');
    await shows(one(container, '[lang=ar]'), 'شخصًا حتى الآن');
    expect(client.asked.petition).to.equal(2);
  });

  it('follows the ancestor', async () => {
    const container = await fixture(html`<div>${counter()}</div>`, {lang: 'en'});
    const inner = one(container, 'div');
    await shows(container, 'people have signed');
    container.lang = 'fr';
    await shows(container, 'personnes ont signé');
    inner.lang = 'ar';
    await shows(container, 'شخصًا حتى الآن');
    inner.removeAttribute('lang');
    await shows(container, 'personnes ont signé');
    const element = counterIn(container);
    element.lang = 'en';
    await shows(container, 'people have signed');
    element.removeAttribute('lang');
    await shows(container, 'personnes ont signé');
  });

  it('is looked for beyond shadow roots', async () => {
    const outer = await fixture(undefined, {lang: 'fr'});
    const host = document.createElement('div');
    outer.append(host);
    const inside = document.createElement('section');
    host.attachShadow({mode: 'open'}).append(inside);
    const element = create('petition-counter');
    element.petition = petition;
    element.client = new FakeClient();
    inside.append(element);
    await shows(element, 'personnes ont signé');
    inside.lang = 'en';
    await shows(element, 'people have signed');
    inside.lang = '';
    outer.lang = 'ar';
    await shows(element, 'شخصًا حتى الآن');
  });

  it('is looked for in closed shadow roots too', async () => {
    const outer = await fixture(undefined, {lang: 'en'});
    const host = document.createElement('div');
    outer.append(host);
    const root = host.attachShadow({mode: 'closed'});
    const element = create('petition-counter');
    element.petition = petition;
    element.client = new FakeClient();
    root.append(element);
    await shows(element, 'people have signed');
    host.lang = 'fr';
    await shows(element, 'personnes ont signé');
  });

  it('is looked for where its slot is', async () => {
    const container = await fixture(html`<div id="host">${counter()}</div>`, {lang: 'en'});
    const host = one(container, '#host');
    const around = document.createElement('section');
    around.lang = 'fr';
    around.append(document.createElement('slot'));
    host.attachShadow({mode: 'open'}).append(around);
    const element = counterIn(container);
    host.append(element);
    await shows(element, 'personnes ont signé');
    around.lang = 'ar';
    await shows(element, 'شخصًا حتى الآن');
  });

  it('is the browser’s where no ancestor has one', async () => {
    const {lang} = document.documentElement;
    Object.defineProperty(navigator, 'languages', {configurable: true, value: ['tlh', 'fr-CH', 'en']});
    document.documentElement.removeAttribute('lang');
    try {
      await shows(await fixture(counter()), 'personnes ont signé');
    } finally {
      document.documentElement.lang = lang;
      Reflect.deleteProperty(navigator, 'languages');
    }
  });
});

describe('an element that was in the page before its code', () => {
  /** A page of its own, in which nothing is defined yet. */
  async function pageWith(markup: string): Promise<Document> {
    const container = await fixture(html`<iframe></iframe>`);
    const frame = one(container, 'iframe', HTMLIFrameElement);
    frame.srcdoc = `<!doctype html><html lang="en"><body>${markup}</body></html>`;
    await nextEvent(frame, 'load');
    if (!frame.contentDocument) throw new Error('There is no page in the frame');
    return frame.contentDocument;
  }

  function define(page: Document): void {
    const script = page.createElement('script');
    script.type = 'module';
    script.src = new URL('../../src/define/index.ts', import.meta.url).href;
    page.body.append(script);
  }

  function elementIn(page: Document, tag: string): Element {
    const element = page.querySelector(tag);
    if (!element) throw new Error(`There is no ${tag}`);
    return element;
  }

  const contentOf = (element: Element): string => plain(element.shadowRoot?.textContent ?? '');

  it('takes on the attributes and properties that it had', async () => {
    const page = await pageWith(`<petition-counter petition="${petition}" no-goal></petition-counter>`);
    const counter = elementIn(page, 'petition-counter');
    Object.assign(counter, {client: new FakeClient(), offset: 1000, lang: 'fr', layout: 'ring'});
    define(page);
    await until(() => /^6.136 personnes ont signé$/.test(contentOf(counter)), 'the total is shown in French');
    expect(Reflect.get(counter, 'layout')).to.equal('ring');
    expect(Reflect.get(counter, 'noGoal')).to.equal(true);
  });

  it('falls back from nonsense that it had', async () => {
    const page = await pageWith(
      `<petition-counter petition="${petition}" layout="hexagon" total="many"></petition-counter>`,
    );
    const counter = elementIn(page, 'petition-counter');
    Object.assign(counter, {client: new FakeClient(), theme: 'pink'});
    const view = page.defaultView;
    const warnings: unknown[] = [];
    if (view) Object.assign(Reflect.get(view, 'console') as object, {warn: (words: unknown) => warnings.push(words)});
    define(page);
    await until(() => contentOf(counter).startsWith('5,136 people have signed'), 'the total is shown');
    expect(['layout', 'theme', 'total'].map((name) => Reflect.get(counter, name) as unknown)).to.deep.equal([
      'bar',
      'auto',
      undefined,
    ]);
    expect(warnings).to.have.length(3);
  });

  it('inherits from one that is upgraded after it', async () => {
    const page = await pageWith(`
      <petition-campaign petition="${petition}" lang="fr">
        <petition-counter slot="header"></petition-counter>
        <petition-card slot="footer"></petition-card>
      </petition-campaign>
    `);
    const client = new FakeClient();
    const errors: unknown[] = [];
    page.addEventListener('petition-error', (event) => errors.push(event));
    Object.assign(elementIn(page, 'petition-campaign'), {client});
    define(page);
    for (const tag of ['petition-counter', 'petition-card']) {
      await until(
        () => /personnes ont signé|Chine : cessez/.test(contentOf(elementIn(page, tag))),
        `the ${tag} shows the petition`,
      );
    }
    expect(errors).to.deep.equal([]);
    expect(client.asked.petition).to.equal(1);
  });

  it('shows its own content meanwhile', async () => {
    const page = await pageWith(
      `<petition-campaign petition="${petition}"><a href="https://example.org">Sign over there</a></petition-campaign>`,
    );
    const campaign = elementIn(page, 'petition-campaign');
    expect(page.body.innerText.trim()).to.equal('Sign over there');
    const client = new FakeClient({}, {reading: 'silent'});
    Object.assign(campaign, {client});
    define(page);
    await until(() => client.open === 1, 'the petition is read');
    expect(page.body.innerText.trim()).to.equal('Sign over there');
    client.speak();
    await until(() => campaign.shadowRoot?.querySelector('petition-sign-form'), 'the form is there');
  });
});

describe('an element of another document', () => {
  it('is upgraded when it comes into the page', async () => {
    const container = await fixture(undefined, {lang: 'en'});
    const template = document.createElement('template');
    template.innerHTML = `<petition-card petition="${petition}" layout="compact"></petition-card>`;
    const card = template.content.firstElementChild;
    if (!card) throw new Error('There is no card');
    Object.assign(card, {client: new FakeClient(), href: ''});
    container.append(template.content);
    const upgraded = one(container, 'petition-card', PetitionElement);
    await shows(upgraded, 'people have signed');
    expect(has(deep(upgraded, '[part=title]'), 'a')).to.equal(false);
    expect(Reflect.get(upgraded, 'layout')).to.equal('compact');
  });
});

describe('an element that is told nothing', () => {
  it('says so once, not for each of its parts', async () => {
    const container = await fixture(undefined, {lang: 'en'});
    const errors: PetitionErrorEvent[] = [];
    container.addEventListener('petition-error', (event) => errors.push(event));
    container.append(create('petition-campaign'));
    await shows(container, 'the page does not say which petition it is');
    expect(errors.map(({problem}) => problem)).to.deep.equal(['not-configured']);
  });
});
