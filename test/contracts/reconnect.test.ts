import {expect} from 'chai';
import {deleteDB} from 'idb';
import type {PetitionElement} from '../../src/elements/base/petition-element.ts';
import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {problem} from '../../src/model/outcome.ts';
import {
  askingAll,
  control,
  countriesThere,
  enter,
  fill,
  formOf,
  leave,
  submit,
  valuesOf,
  waits,
} from '../elements/support/form.ts';
import {nothing, type Watch, watchLeftovers} from '../elements/support/leftovers.ts';
import {
  comeBack,
  deep,
  deepAll,
  has,
  languageOption,
  petition,
  press,
  lookedAt,
  settled,
  shows,
  textOf,
} from '../elements/support/page.ts';
import {fixture, one, shadowOf, until} from '../support/dom.ts';

interface Subject {
  readonly tag: `petition-${'campaign' | 'card' | 'counter' | 'language-switcher' | 'sign-form'}`;
  readonly layout: string;
  /** What it shows, once it shows all, in English and in French. */
  readonly english: string;
  readonly french: string;
  readonly hasCount: boolean;
  readonly hasForm: boolean;
}

const subject = (
  tag: Subject['tag'],
  layout: string,
  [english, french]: readonly [string, string],
  what: {readonly hasCount?: boolean; readonly hasForm?: boolean},
): Subject => ({tag, layout, english, french, hasCount: false, hasForm: false, ...what});

const title = ['China: Stop Collecting DNA', 'Chine : cessez de collecter'] as const;
const signed = ['people have signed', 'personnes ont signé'] as const;

const subjects: readonly Subject[] = [
  subject('petition-campaign', 'full', title, {hasCount: true, hasForm: true}),
  subject('petition-campaign', 'compact', title, {hasCount: true, hasForm: true}),
  subject('petition-campaign', 'banner', title, {hasCount: true, hasForm: true}),
  subject('petition-card', 'vertical', title, {hasCount: true}),
  subject('petition-card', 'compact', title, {hasCount: true}),
  subject('petition-sign-form', '', ['First name', 'Prénom'], {hasForm: true}),
  subject('petition-counter', 'bar', signed, {hasCount: true}),
  subject('petition-counter', 'ring', signed, {hasCount: true}),
  subject('petition-language-switcher', 'menu', ['Language English', 'Langue Français'], {}),
  subject('petition-language-switcher', 'list', ['English', 'Français'], {}),
];

function create({tag, layout}: Subject, client: FakeClient): PetitionElement {
  const element = document.createElement(tag);
  element.setAttribute('layout', layout);
  element.petition = petition;
  element.client = client;
  return element;
}

const formIn = (element: PetitionElement): PetitionSignForm =>
  element instanceof PetitionSignForm ? element : deep(element, 'petition-sign-form', PetitionSignForm);

/** A dialog's content is read only while it is open. */
const open = (element: PetitionElement): unknown => element instanceof PetitionCampaign && element.open();

async function turn(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  await new Promise((resolve) => {
    port2.addEventListener('message', resolve, {once: true});
    port2.start();
    port1.postMessage('');
  });
  port1.close();
}

/** Two turns of the event loop, in which whatever ends late can end. */
async function rest(): Promise<void> {
  await turn();
  await turn();
}

for (const which of subjects) {
  describe(`<${which.tag}> ${which.layout}, connected again and again`, () => {
    let watch: Watch;
    let here: HTMLElement;
    let there: HTMLElement;
    let client: FakeClient;
    let element: PetitionElement;

    beforeEach(async () => {
      here = await fixture(undefined, {lang: 'en'});
      there = await fixture(undefined, {lang: 'en'});
      client = new FakeClient();
      watch = watchLeftovers();
      element = create(which, client);
    });

    afterEach(() => {
      element.remove();
      watch.end();
    });

    async function shown(): Promise<void> {
      await shows(element, which.english);
      await settled(element);
      if (which.hasForm) await countriesThere(formIn(element));
      if (which.hasCount) await shows(element, 'people have signed');
      await lookedAt();
    }

    /** It still does what it is there for. */
    async function works(): Promise<void> {
      const {lang} = here;
      if (which.hasCount) {
        client.total += 7;
        comeBack();
        await shows(element, `${client.total.toLocaleString('en')} people have signed`);
      }
      element.parentElement?.setAttribute('lang', 'fr');
      await shows(element, which.french);
      element.parentElement?.setAttribute('lang', lang);
      await shows(element, which.english);
      if (which.hasForm) {
        open(element);
        await fill(formIn(element));
        const before = client.asked.sign;
        submit(formIn(element));
        await shows(formIn(element), 'Thank you, Ada');
        expect(client.asked.sign).to.equal(before + 1);
      }
    }

    async function leavesNothing(): Promise<void> {
      element.remove();
      await rest();
      expect(watch.now()).to.deep.equal(nothing);
      expect(client.open, 'requests under way').to.equal(0);
      const asked = {...client.asked};
      client.total += 1;
      comeBack();
      await rest();
      expect(client.asked).to.deep.equal(asked);
    }

    it('leaves nothing behind once it is gone', async () => {
      here.append(element);
      await shown();
      const {timers, listeners, observers} = watch.now();
      // So that it is sure that what is left behind would be seen.
      expect(observers).to.include('MutationObserver');
      expect({timers, listeners: listeners.toSorted()}).to.deep.equal({
        // The next look at the count, and what is about to be said of it.
        timers: which.hasCount ? 2 : 0,
        // What follows the count, and what says it.
        listeners: which.hasCount ? ['visibilitychange', 'visibilitychange'] : [],
      });
      await leavesNothing();
    });

    it('leaves nothing behind if it goes at once', async () => {
      here.append(element);
      await leavesNothing();
    });

    it('leaves nothing behind if it goes while it reads', async () => {
      client.reading = 'silent';
      here.append(element);
      await until(() => client.open === 1, 'the petition is read');
      await leavesNothing();
      client.reading = 'well';
      here.append(element);
      await shown();
    });

    it('leaves nothing behind if it goes while it reads the count', async () => {
      here.append(element);
      await shown();
      client.reading = 'silent';
      comeBack();
      await rest();
      expect(client.open).to.equal(which.hasCount ? 1 : 0);
      await leavesNothing();
    });

    it('reads nothing again when it is moved, and works', async () => {
      here.append(element);
      await shown();
      const kept = shadowOf(element).firstElementChild;
      there.append(element);
      await rest();
      await shown();
      expect(client.asked).to.deep.equal({petition: 1, count: 0, sign: 0, challenge: 0});
      expect(kept?.isConnected, 'what was rendered is kept').to.equal(true);
      await works();
      await leavesNothing();
    });

    it('goes on reading while it is moved', async () => {
      client.reading = 'silent';
      here.append(element);
      await until(() => client.open === 1, 'the petition is read');
      there.append(element);
      await rest();
      expect(client.open).to.equal(1);
      client.speak();
      await shown();
      expect(client.asked.petition).to.equal(1);
    });

    it('lacks nothing when it is put back, and works', async () => {
      here.append(element);
      await shown();
      await leavesNothing();
      there.append(element);
      await shown();
      await works();
      await leavesNothing();
    });

    it('takes on the language of where it is moved to', async () => {
      here.append(element);
      await shown();
      there.lang = 'fr';
      there.append(element);
      await shows(element, which.french);
      here.append(element);
      await shows(element, which.english);
      expect(client.asked.petition).to.equal(2);
    });

    it('shows what was changed while it was away', async () => {
      here.append(element);
      await shown();
      element.remove();
      await rest();
      element.lang = 'fr';
      await element.updateComplete;
      here.append(element);
      await shows(element, which.french);
    });

    it('can be moved many times at once', async () => {
      here.append(element);
      await shown();
      for (const place of [there, here, there, here, there, here]) place.append(element);
      await rest();
      await works();
      await leavesNothing();
    });

    if (which.hasForm) {
      it('keeps what was typed when it is moved, and when it is put back', async () => {
        here.append(element);
        await shown();
        open(element);
        await fill(formIn(element), {comment: 'Because'});
        const values = valuesOf(formIn(element));
        there.append(element);
        await rest();
        await element.updateComplete;
        expect(valuesOf(formIn(element)), 'moved').to.deep.equal(values);
        element.remove();
        await rest();
        here.append(element);
        await rest();
        await element.updateComplete;
        expect(valuesOf(formIn(element)), 'put back').to.deep.equal(values);
      });

      it('keeps what was typed when it is changed while it is away', async () => {
        here.append(element);
        await shown();
        await fill(formIn(element));
        const values = valuesOf(formIn(element));
        element.theme = 'dark';
        element.remove();
        await element.updateComplete;
        element.theme = 'light';
        await element.updateComplete;
        here.append(element);
        await element.updateComplete;
        await settled(element);
        expect(valuesOf(formIn(element))).to.deep.equal(values);
      });

      it('thanks for a signature that was under way when it was moved', async () => {
        client.signing = 'silent';
        here.append(element);
        await shown();
        open(element);
        await fill(formIn(element));
        submit(formIn(element));
        await until(() => client.open === 1, 'the signature is sent');
        there.append(element);
        open(element);
        client.speak();
        await until(() => textOf(shadowOf(formIn(element))).includes('Thank you, Ada'), 'the thanks are shown');
        expect(client.asked.sign).to.equal(1);
      });

      it('keeps its mistakes when it is moved', async () => {
        here.append(element);
        await shown();
        enter(formIn(element), 'email', 'ada');
        submit(formIn(element));
        await until(() => control(formIn(element), 'email').matches('[aria-invalid=true]'), 'the mistake is marked');
        there.append(element);
        await rest();
        await element.updateComplete;
        expect(control(formIn(element), 'email').matches('[aria-invalid=true]')).to.equal(true);
      });
    }

    if (which.layout === 'menu') {
      it('leaves nothing behind of an open menu', async () => {
        here.append(element);
        await shown();
        one(shadowOf(element), '[part=button]').click();
        await until(() => has(element, '[part=menu]:popover-open'), 'the menu is open');
        await until(() => watch.now().frames > 0, 'the menu is placed');
        await leavesNothing();
        there.append(element);
        await shown();
        expect(has(element, '[part=menu]:popover-open')).to.equal(false);
        one(shadowOf(element), '[part=button]').click();
        await until(
          () => deepAll(element, '[part=option]').some((option) => option.matches(':focus')),
          'it opens again',
        );
        languageOption(element, 'fr').click();
        await shows(element, which.french);
        await leavesNothing();
      });
    }

    it('leaves no trace with many of them', async () => {
      const others = [1, 2, 3].map(() => create(which, client));
      here.append(element, ...others);
      await shown();
      others.forEach((other) => other.remove());
      await works();
      expect(client.asked.petition).to.be.at.most(2);
      await leavesNothing();
    });
  });
}

describe('<petition-sign-form> that goes with something under way', () => {
  let watch: Watch;

  beforeEach(async () => {
    // A form of another file that was being sent when that ended still waits there.
    await deleteDB('petition-widgets-outbox');
    watch = watchLeftovers();
  });

  afterEach(() => watch.end());

  const gone = async (form: PetitionSignForm): Promise<void> => {
    form.remove();
    await rest();
  };

  it('leaves nothing behind of a draft, nor of a look for what is kept', async () => {
    const form = await formOf(new FakeClient(), {draft: true, keepOffline: true});
    await fill(form);
    await gone(form);
    await until(async () => (await indexedDB.databases()).length === 0, 'the device was looked through');
    await until(() => watch.now().timers === 0, 'nothing runs');
    expect(watch.now()).to.deep.equal(nothing);
    sessionStorage.clear();
  });

  it('leaves no proof of work behind that it has begun', async () => {
    const client = askingAll();
    client.challenging = 'silent';
    const form = await formOf(client);
    await countriesThere(form);
    enter(form, 'givenName', 'Ada');
    await until(() => client.open === 1, 'the challenge is asked for');
    await gone(form);
    await until(() => client.open === 0, 'nothing is asked any more');
    await until(() => watch.now().timers === 0, 'nothing runs');
    expect(watch.now()).to.deep.equal(nothing);
  });

  it('leaves nothing behind of a hint that it looks for', async () => {
    const form = await formOf(new FakeClient());
    await fill(form, {email: 'ada@gmial.com'});
    leave(form, 'email');
    await gone(form);
    await until(() => watch.now().timers === 0, 'nothing runs');
    expect(watch.now()).to.deep.equal(nothing);
  });

  it('goes on delivering what was signed, and leaves nothing behind once it has', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    expect(watch.now().listeners).to.include('beforeunload');
    await gone(form);
    await until(() => client.attempts.length === 2, 'it is tried again');
    const {listeners, observers} = watch.now();
    expect([listeners.toSorted(), observers]).to.deep.equal([['offline', 'online'], []]);
    client.signing = 'well';
    await until(() => client.signatures.size === 1, 'it is delivered');
    await rest();
    expect(watch.now()).to.deep.equal(nothing);
  });

  it('leaves nothing behind once what waits is given up', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    press(form, 'Stop trying').click();
    await gone(form);
    await until(() => watch.now().timers === 0, 'nothing runs');
    expect(watch.now()).to.deep.equal(nothing);
    expect(client.open).to.equal(0);
  });

  it('counts no seconds down where nobody sees them', async () => {
    const client = new FakeClient({}, {signing: problem('unavailable', {retryAfter: 600})});
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form);
    const {timers} = watch.now();
    await gone(form);
    expect(watch.now().timers).to.equal(timers - 1);
  });
});
