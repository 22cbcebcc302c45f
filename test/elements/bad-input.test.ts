import {expect} from 'chai';
import {html} from 'lit';
import {HttpClient} from '../../src/backend/http-client.ts';
import {PetitionErrorEvent, PetitionLoadEvent, PetitionSignEvent} from '../../src/elements/base/events.ts';
import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {PetitionCard} from '../../src/elements/petition-card/petition-card.ts';
import ar from '../../src/i18n/catalogues/ar.json';
import en from '../../src/i18n/catalogues/en.json';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {alertOf, fill, formOf, statusOf, submit, submitButton, valuesOf, waits} from './support/form.ts';
import {eventsOf, has, petition, press, shows, textOf} from './support/page.ts';

type LoadText = Extract<keyof typeof en, `problem.${string}`>;
type SendText = Extract<keyof typeof en, `sendProblem.${string}`>;

/** How a backend misbehaves, and what an element makes of it. */
const reads = [
  ['unknown', 'not-found', false, 'problem.not-found'],
  ['unknown-page', 'not-found', false, 'problem.not-found'],
  ['down', 'unreachable', true, 'problem.unreachable'],
  ['broken', 'unreachable', true, 'problem.unreachable'],
  ['html', 'unreadable', true, 'problem.unreadable'],
  ['half', 'unreadable', true, 'problem.unreadable'],
  ['shape', 'unreadable', true, 'problem.unreadable'],
  ['null', 'unreadable', true, 'problem.unreadable'],
  ['empty', 'unreadable', true, 'problem.unreadable'],
  ['error', 'failed', true, 'problem.failed'],
  ['busy', 'unavailable', true, 'problem.unavailable'],
  ['limited', 'too-many-requests', true, 'problem.too-many-requests'],
  ['silence', 'timeout', true, 'problem.timeout'],
  ['stall', 'timeout', true, 'problem.timeout'],
] as const satisfies readonly (readonly [string, string, boolean, LoadText])[];

/** What may pass is tried again by the form itself. */
const passing = [
  ['down', 'unreachable', 'sendProblem.unreachable'],
  ['html', 'unreadable', 'sendProblem.unreadable'],
  ['half', 'unreadable', 'sendProblem.unreadable'],
  ['shape', 'unreadable', 'sendProblem.unreadable'],
  ['busy', 'unavailable', 'sendProblem.unavailable'],
  ['limited', 'too-many-requests', 'sendProblem.too-many-requests'],
  ['silence', 'timeout', 'sendProblem.timeout'],
] as const satisfies readonly (readonly [string, string, SendText])[];

const languages = [
  ['en', en],
  ['ar', ar],
] as const;

const named = (text: string): string => text.replace('{{petition}}', petition);

let names = 0;

/** A backend of one's own that misbehaves; the name says how. */
function backendThat(misbehaves: string): string {
  names += 1;
  return new URL(`/bad/${misbehaves}.${Date.now()}-${names}/`, location.href).href;
}

/** One that says nothing is not waited for as long as a reader would; what it does answer, it may take its time for. */
function clientOf(misbehaves: string): HttpClient {
  const backend = backendThat(misbehaves);
  const patient = new HttpClient(backend, {timeout: 5000});
  if (!/silence|stall/.test(misbehaves)) return patient;
  const client = new HttpClient(backend, {timeout: 300});
  if (misbehaves.startsWith('sign.')) client.petition = (...question) => patient.petition(...question);
  return client;
}

const mend = (backend: string): Promise<Response> => fetch(new URL('mend', backend));

const fallback = html`<a href="https://example.org/p">Sign over there</a>`;

async function cardOf(client: HttpClient, lang: string): Promise<PetitionCard> {
  const container = await fixture(
    html`<petition-card petition=${petition} .client=${client}>${fallback}</petition-card>`,
    {lang},
  );
  return one(container, 'petition-card', PetitionCard);
}

describe('a backend that misbehaves', () => {
  for (const [kind, slug, retryable, key] of reads) {
    for (const [lang, texts] of languages) {
      it(`when read, “${kind}”, is told in ${lang}`, async () => {
        const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
        const card = await cardOf(clientOf(`all.${kind}`), lang);
        const {problem, retryable: isRetryable, target} = await failed;
        expect([problem, isRetryable, target === card]).to.deep.equal([slug, retryable, true]);
        await shows(card, named(texts[key]));
        expect(textOf(card)).to.equal(`${named(texts[key])} ${texts.retry} Sign over there`);
        expect(card.matches(':state(error)')).to.equal(true);
        expect(card.matches(':state(loading)')).to.equal(false);
        expect(one(shadowOf(card), '[part=problem]').getAttribute('role')).to.equal('status');
      });
    }

    it(`when read, “${kind}”, may be tried again`, async () => {
      const client = clientOf(`all.${kind}`);
      const card = await cardOf(client, 'en');
      await shows(card, named(en[key]));
      await mend(client.base);
      const loaded = nextEvent(document, 'petition-load', PetitionLoadEvent);
      press(card, 'Try again').click();
      expect((await loaded).petition).to.equal(petition);
      await shows(card, 'China: Stop Collecting DNA from Entire Uyghur Population');
      expect(card.matches(':state(error)')).to.equal(false);
      expect(textOf(card)).not.to.include('Sign over there');
      expect(has(card, '[part=problem]')).to.equal(false);
    });
  }

  it('is told again when it goes on misbehaving', async () => {
    const card = await cardOf(clientOf('all.error'), 'en');
    await shows(card, en['problem.failed']);
    const events = eventsOf(card, 'petition-error', PetitionErrorEvent);
    press(card, 'Try again').click();
    await until(() => events.length === 1, 'the second failure is told');
    await shows(card, en['problem.failed']);
    press(card, 'Try again').click();
    await until(() => events.length === 2, 'the third failure is told');
  });

  it('is asked once, however often its button is pressed', async () => {
    const card = await cardOf(clientOf('all.silence'), 'en');
    await shows(card, en['problem.timeout']);
    const events = eventsOf(card, 'petition-error', PetitionErrorEvent);
    const button = press(card, 'Try again');
    button.click();
    button.click();
    await until(() => button.getAttribute('aria-disabled') === 'true', 'it says that it is busy');
    button.click();
    await until(() => events.length > 0, 'the failure is told');
    await until(() => button.getAttribute('aria-disabled') === 'false', 'it may be pressed again');
    expect(events).to.have.length(1);
  });

  it('leaves the other elements of the page as they are', async () => {
    const container = await fixture(
      html`
        <petition-card petition=${petition} .client=${clientOf('all.html')}></petition-card>
        <petition-card petition=${petition} .client=${clientOf('sign.none')}></petition-card>
        <petition-campaign petition=${petition} .client=${clientOf('sign.error')}></petition-campaign>
      `,
      {lang: 'en'},
    );
    await shows(container, en['problem.unreadable']);
    const campaign = one(container, 'petition-campaign', PetitionCampaign);
    await shows(campaign, '5,136 people have signed');
    await shows(campaign, 'First name');
  });

  it('is asked from what the page names, without a client of its own', async () => {
    const backend = backendThat('all.error');
    const container = await fixture(html`<petition-card petition=${petition} backend=${backend}></petition-card>`, {
      lang: 'en',
    });
    await shows(container, en['problem.failed']);
    await mend(backend);
    press(container, 'Try again').click();
    await shows(container, 'China: Stop Collecting DNA');
  });

  it('is asked in the campaign as a whole', async () => {
    const client = clientOf('all.half');
    const container = await fixture(
      html`<petition-campaign petition=${petition} .client=${client}>${fallback}</petition-campaign>`,
      {lang: 'en'},
    );
    const events = eventsOf(container, 'petition-load', PetitionLoadEvent);
    const campaign = one(container, 'petition-campaign', PetitionCampaign);
    await shows(campaign, en['problem.unreadable']);
    await shows(campaign, 'Sign over there');
    await mend(client.base);
    press(campaign, 'Try again').click();
    await shows(campaign, '5,136 people have signed');
    await shows(campaign, 'First name');
    expect(events).to.have.length(1);
  });
});

describe('a backend that misbehaves when it is handed a signature', () => {
  for (const [lang, texts] of languages) {
    for (const [kind, slug, key] of passing) {
      it(`“${kind}”, is told in ${lang}; what was typed stays, and is sent once it is mended`, async () => {
        const client = clientOf(`sign.${kind}`);
        const form = await formOf(client, {lang});
        await fill(form, {comment: 'Because'});
        const values = valuesOf(form);
        const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
        submit(form);
        const {problem, retryable} = await failed;
        expect([problem, retryable]).to.deep.equal([slug, true]);
        await waits(form, texts[key]);
        expect(statusOf(form)).to.equal(texts[key]);
        expect(valuesOf(form)).to.deep.equal(values);
        expect(form.matches(':state(error)')).to.equal(false);
        const signed = nextEvent(document, 'petition-sign', PetitionSignEvent);
        await mend(client.base);
        expect((await signed).status).to.equal('counted');
        await shows(form, texts.counted);
        expect(form.matches(':state(signed)')).to.equal(true);
      });
    }

    it(`“error”, is told in ${lang}; what was typed stays, and can be sent again`, async () => {
      const client = clientOf('sign.error');
      const form = await formOf(client, {lang});
      await fill(form, {comment: 'Because'});
      const values = valuesOf(form);
      const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
      submit(form);
      const {problem, retryable} = await failed;
      expect([problem, retryable]).to.deep.equal(['failed', true]);
      await until(() => alertOf(form) === texts['sendProblem.failed'], texts['sendProblem.failed']);
      expect(valuesOf(form)).to.deep.equal(values);
      expect(form.matches(':state(error)')).to.equal(false);
      expect(textOf(submitButton(form))).to.equal(texts.submit);
      await mend(client.base);
      submit(form);
      await shows(form, texts.counted);
    });

    it(`“closed”, is told in ${lang}; what was typed stays`, async () => {
      const form = await formOf(clientOf('sign.closed'), {lang});
      await fill(form, {comment: 'Because'});
      const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
      submit(form);
      const {problem, retryable} = await failed;
      expect([problem, retryable]).to.deep.equal(['closed', false]);
      await shows(form, texts.closed);
      await shows(form, texts['sendProblem.closed']);
      expect(textOf(form)).to.include('Because');
      expect(has(form, 'form')).to.equal(false);
    });
  }
});

describe('a page that misconfigures', () => {
  for (const [what, template] of [
    ['names no petition', html`<petition-card .client=${clientOf('sign.none')}>${fallback}</petition-card>`],
    ['names no backend', html`<petition-card petition=${petition}>${fallback}</petition-card>`],
    [
      'names a backend that is none',
      html`<petition-card petition=${petition} backend="javascript:alert(1)">${fallback}</petition-card>`,
    ],
    [
      'names a broken backend',
      html`<petition-card petition=${petition} backend="http://[">${fallback}</petition-card>`,
    ],
    ['has an empty backend', html`<petition-card petition=${petition} backend="">${fallback}</petition-card>`],
  ] as const) {
    it(`is told so if it ${what}`, async () => {
      const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
      const card = one(await fixture(template, {lang: 'en'}), 'petition-card', PetitionCard);
      await shows(card, en['problem.not-configured']);
      await shows(card, 'Sign over there');
      expect(events.map(({problem, retryable}) => [problem, retryable])).to.deep.equal([['not-configured', false]]);
      expect(has(card, '[part=retry]'), 'there is nothing to try again').to.equal(false);
      expect(card.matches(':state(error)')).to.equal(true);
    });
  }

  it('may mend it', async () => {
    const container = await fixture(html`<petition-card petition=${petition}></petition-card>`, {lang: 'en'});
    const card = one(container, 'petition-card', PetitionCard);
    await shows(card, en['problem.not-configured']);
    card.setAttribute('backend', backendThat('sign.none'));
    await shows(card, 'China: Stop Collecting DNA');
    expect(card.matches(':state(error)')).to.equal(false);
  });
});
