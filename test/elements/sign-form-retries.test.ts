import {expect} from 'chai';
import {html} from 'lit';
import {PetitionErrorEvent, PetitionSignEvent} from '../../src/elements/base/events.ts';
import {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {type Problem, problem, type ProblemSlug} from '../../src/model/outcome.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {fixture, nextEvent, one, shadowOf, until} from '../support/dom.ts';
import {asksBeforeLeaving} from './support/connection.ts';
import {
  alertOf,
  endsWithTest,
  enter,
  fill,
  focusedIn,
  formOf,
  statusOf,
  submit,
  submitButton,
  valuesOf,
  waitingOf,
  waits,
  wrongFields,
} from './support/form.ts';
import {eventsOf, has, petition, press, shows, textOf} from './support/page.ts';

const noConnection = 'Your signature could not be sent: there is no connection.';

const keysOf = ({attempts}: FakeClient): number => new Set(attempts.map(({key}) => key)).size;

/** A form that was sent to a backend that fails so. */
async function sentTo(client: FakeClient): Promise<PetitionSignForm> {
  const form = await formOf(client);
  await fill(form);
  submit(form);
  return form;
}

/** A failure after which nothing is tried by itself while a test lasts. */
const later = (slug: ProblemSlug): Problem => problem(slug, {retryAfter: 600});

async function isWaiting(form: PetitionSignForm): Promise<boolean> {
  await form.updateComplete;
  return has(form, '[part=waiting]') && submitButton(form).getAttribute('aria-disabled') === 'false';
}

/** Presses the button once that many attempts have failed. */
async function tryAgain(form: PetitionSignForm, client: FakeClient, attempts: number): Promise<void> {
  await until(async () => (await isWaiting(form)) && client.attempts.length === attempts, 'it waits');
  press(form, 'Try now').click();
}

describe('what may pass, when a sign form is sent,', () => {
  for (const [slug, text] of [
    ['unreachable', noConnection],
    ['timeout', 'The petition’s server did not answer. If it is sent again, it still counts once.'],
    ['unreadable', 'The petition’s server gave an answer that can’t be read.'],
    ['unavailable', 'The petition’s server can’t take signatures for a moment.'],
    ['too-many-requests', 'Too many signatures came from your network.'],
  ] as const) {
    it(`is told, and tried again by itself under the same key: ${slug}`, async () => {
      const client = new FakeClient({}, {signing: slug});
      const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
      const form = await sentTo(client);
      const values = valuesOf(form);
      await waits(form, text);
      expect(waitingOf(form)).to.match(/Next try in \d seconds? ?Try now ?Stop trying$/);
      expect(statusOf(form)).to.include(text);
      expect(alertOf(form)).to.equal('');
      expect(valuesOf(form)).to.deep.equal(values);
      expect(form.matches(':state(signed)')).to.equal(false);
      await until(() => client.attempts.length === 2, 'it is tried again');
      client.signing = 'well';
      await shows(form, 'Thank you, Ada');
      expect(client.attempts.length).to.be.at.most(4);
      expect(keysOf(client)).to.equal(1);
      for (const {signature} of client.attempts) expect(signature).to.deep.equal(client.attempts[0]?.signature);
      expect(client.signatures.size).to.equal(1);
      expect(events.map((event) => [event.problem, event.retryable])).to.deep.equal([[slug, true]]);
    });
  }

  it('is told to the page once for each kind', async () => {
    const client = new FakeClient();
    client.signingNext.push(...(['unreachable', 'unavailable', 'unreachable', 'timeout'] as const).map(later));
    const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
    const form = await sentTo(client);
    for (let attempts = 1; attempts <= 4; attempts += 1) await tryAgain(form, client, attempts);
    await shows(form, 'Thank you, Ada');
    expect(events.map((event) => event.problem)).to.deep.equal(['unreachable', 'unavailable', 'timeout']);
  });

  it('is read aloud once, not at each try', async () => {
    const client = new FakeClient({}, {signing: later('unreachable')});
    const form = await formOf(client);
    await fill(form);
    const told: string[] = [];
    const observer = new MutationObserver(() => told.push(statusOf(form)));
    observer.observe(one(shadowOf(form), '[role=status]'), {childList: true, characterData: true, subtree: true});
    submit(form);
    for (let attempts = 1; attempts <= 3; attempts += 1) await tryAgain(form, client, attempts);
    await until(async () => (await isWaiting(form)) && client.attempts.length === 4, 'it waits again');
    observer.disconnect();
    expect(told.filter((text) => text.startsWith(noConnection))).to.have.length(1);
  });

  it('is not tried sooner than the backend asks for, and the seconds are counted down', async () => {
    const client = new FakeClient();
    client.signingNext.push(problem('too-many-requests', {retryAfter: 2}));
    const form = await formOf(client);
    await fill(form);
    const shown: number[] = [];
    const observer = new MutationObserver(() => {
      const seconds = Number(/Next try in (\d+) second/.exec(waitingOf(form))?.[1]);
      if (seconds > 0 && seconds !== shown.at(-1)) shown.push(seconds);
    });
    observer.observe(shadowOf(form), {childList: true, characterData: true, subtree: true});
    submit(form);
    await waits(form);
    const since = performance.now();
    await until(() => shown.length >= 2, 'a second is counted down');
    expect(client.attempts).to.have.length(1);
    await shows(form, 'Thank you, Ada');
    observer.disconnect();
    // A timer may end a moment early by another clock.
    expect(performance.now() - since).to.be.above(1900);
    expect(client.attempts).to.have.length(2);
    // A busy page may skip one.
    expect(shown[0]).to.be.within(2, 3);
    expect(shown).to.deep.equal(shown.toSorted((before, after) => after - before));
  });

  it('has the time of day where it takes long', async () => {
    const client = new FakeClient({}, {signing: problem('too-many-requests', {retryAfter: 3600})});
    const form = await sentTo(client);
    await waits(form);
    await until(() => /Next try at \d{1,2}:\d{2}/.test(waitingOf(form)), 'the time is told');
    press(form, 'Stop trying').click();
    await until(() => !has(form, '[part=waiting]'), 'it no longer waits');
  });

  it('is tried at once if the person wishes', async () => {
    const client = new FakeClient();
    client.signingNext.push(later('unavailable'));
    const form = await sentTo(client);
    await waits(form);
    press(form, 'Try now').click();
    await shows(form, 'Thank you, Ada');
    expect(keysOf(client)).to.equal(1);
  });

  it('is tried at once by the form’s own button, too', async () => {
    const client = new FakeClient();
    client.signingNext.push(later('unavailable'));
    const form = await sentTo(client);
    await waits(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(2);
    expect(client.attempts[1]).to.deep.equal(client.attempts[0]);
  });

  it('leaves the focus in the form when it is tried at once', async () => {
    const client = new FakeClient();
    client.signingNext.push(later('unavailable'), 'silent');
    const form = await sentTo(client);
    await waits(form);
    const button = press(form, 'Try now');
    button.focus();
    button.click();
    await shows(form, 'Sending your signature…');
    expect(focusedIn(form)).not.to.equal(null);
    client.speak();
    await shows(form, 'Thank you, Ada');
  });

  it('leaves the focus in the form when it is given up', async () => {
    const form = await sentTo(new FakeClient({}, {signing: later('unavailable')}));
    await waits(form);
    const button = press(form, 'Stop trying');
    button.focus();
    button.click();
    await until(() => !has(form, '[part=waiting]'), 'it no longer waits');
    expect(focusedIn(form)).not.to.equal(null);
  });

  it('is no longer tried once it is given up, and is the same signature when sent after that', async () => {
    const client = new FakeClient({}, {signing: 'unreachable'});
    const form = await sentTo(client);
    await waits(form);
    press(form, 'Stop trying').click();
    await until(() => alertOf(form).startsWith(noConnection), 'it is told that it is not sent');
    expect(has(form, '[part=waiting]')).to.equal(false);
    expect(asksBeforeLeaving()).to.equal(false);
    const {length} = client.attempts;
    client.signing = 'well';
    // Longer than the pause would have been.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(client.attempts).to.have.length(length);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(length + 1);
    expect(client.attempts.at(-1)).to.deep.equal(client.attempts[0]);
  });

  it('is told once where it was stopped under way, sent again, and both succeed', async () => {
    const client = new FakeClient();
    client.signingNext.push(later('timeout'), 'silent', 'silent');
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await sentTo(client);
    await tryAgain(form, client, 1);
    await shows(form, 'Sending your signature…');
    press(form, 'Stop trying').click();
    await until(() => alertOf(form) !== '', 'it is told that it is not sent');
    submit(form);
    await until(() => client.open === 2, 'it is under way twice');
    client.speak();
    await shows(form, 'Thank you, Ada');
    await form.updateComplete;
    expect(keysOf(client)).to.equal(1);
    expect(client.signatures.size).to.equal(1);
    expect(events.map(({status}) => status)).to.deep.equal(['counted']);
  });

  it('is the very same signature in another language too', async () => {
    const client = new FakeClient({}, {signing: 'timeout'});
    const form = await sentTo(client);
    await waits(form);
    form.lang = 'fr';
    await shows(form, 'Prénom');
    await waits(form, 'n’a pas répondu');
    client.signing = 'well';
    submit(form);
    await shows(form, 'Merci, Ada');
    for (const attempt of client.attempts) expect(attempt).to.deep.equal(client.attempts[0]);
    expect(client.attempts.length).to.be.above(1);
  });

  it('is the same signature where a field is emptied and filled again', async () => {
    const client = new FakeClient({}, {signing: later('timeout')});
    const form = await sentTo(client);
    await waits(form);
    press(form, 'Stop trying').click();
    enter(form, 'givenName', '');
    enter(form, 'givenName', 'Ada');
    client.signing = 'well';
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(2);
    expect(keysOf(client)).to.equal(1);
  });

  it('needs a key of its own for what was changed meanwhile', async () => {
    const client = new FakeClient();
    client.signingNext.push(later('unavailable'));
    const form = await sentTo(client);
    await waits(form);
    enter(form, 'givenName', 'Augusta');
    submit(form);
    await shows(form, 'Thank you, Augusta');
    expect(client.attempts).to.have.length(2);
    expect(keysOf(client)).to.equal(2);
    expect(client.signatures.size).to.equal(1);
  });

  it('is no longer told once something else is wrong', async () => {
    const client = new FakeClient({}, {signing: later('unavailable')});
    const form = await sentTo(client);
    await waits(form);
    press(form, 'Stop trying').click();
    await until(() => alertOf(form) !== '', 'it is told that it is not sent');
    enter(form, 'email', '');
    enter(form, 'givenName', '');
    submit(form);
    await until(() => alertOf(form) === '2 answers need another look', 'the mistakes are told');
    expect(wrongFields(form)).to.deep.equal(['givenName', 'email']);
  });

  it('leaves no word once it is overcome', async () => {
    const client = new FakeClient();
    client.signingNext.push('unreachable');
    const form = await sentTo(client);
    await waits(form);
    await shows(form, 'Thank you, Ada');
    expect(textOf(form)).not.to.include('no connection');
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('counts nothing', async () => {
    const client = new FakeClient({}, {signing: 'unreachable'});
    const container = await fixture(
      html`
        <petition-counter petition=${petition} .client=${client}></petition-counter>
        <petition-sign-form petition=${petition} .client=${client}></petition-sign-form>
      `,
      {lang: 'en'},
    );
    const form = endsWithTest(one(container, 'petition-sign-form', PetitionSignForm));
    await shows(container, '5,136 people have signed');
    await fill(form);
    submit(form);
    await waits(form);
    expect(textOf(container)).to.include('5,136 people have signed');
  });

  it('goes on where the form is taken out of the page, without asking before that is left', async () => {
    const client = new FakeClient({}, {signing: 'unreachable'});
    const form = await sentTo(client);
    await waits(form);
    expect(asksBeforeLeaving()).to.equal(true);
    const signed = nextEvent(form, 'petition-sign', PetitionSignEvent);
    form.remove();
    expect(asksBeforeLeaving()).to.equal(false);
    client.signing = 'well';
    expect((await signed).status).to.equal('counted');
  });

  it('is told again where the form is put back meanwhile, which asks again', async () => {
    const client = new FakeClient({}, {signing: later('unavailable')});
    const form = await sentTo(client);
    await waits(form);
    const place = form.parentElement;
    form.remove();
    await form.updateComplete;
    place?.append(form);
    await waits(form);
    expect(asksBeforeLeaving()).to.equal(true);
    client.signing = 'well';
    press(form, 'Try now').click();
    await shows(form, 'Thank you, Ada');
    expect(asksBeforeLeaving()).to.equal(false);
  });
});

describe('what will not pass, when a sign form is sent,', () => {
  for (const [slug, text] of [
    ['failed', 'Your signature could not be taken.'],
    ['invalid', 'The petition’s server did not accept some of what you entered.'],
    ['idempotency-mismatch', 'Your signature could not be taken.'],
    ['too-large', 'Your signature could not be taken.'],
    ['not-found', 'Your signature could not be taken.'],
  ] satisfies (readonly [ProblemSlug, string])[]) {
    it(`is told aloud, and not tried again by itself: ${slug}`, async () => {
      const client = new FakeClient({}, {signing: slug});
      const failed = nextEvent(document, 'petition-error', PetitionErrorEvent);
      const form = await sentTo(client);
      const values = valuesOf(form);
      expect((await failed).problem).to.equal(slug);
      expect((await failed).retryable).to.equal(problem(slug).retryable);
      await until(() => alertOf(form).startsWith(text), text);
      expect(has(form, '[part=waiting]')).to.equal(false);
      expect(asksBeforeLeaving()).to.equal(false);
      expect(valuesOf(form)).to.deep.equal(values);
      expect(submitButton(form).getAttribute('aria-disabled')).to.equal('false');
      client.signing = 'well';
      submit(form);
      await shows(form, 'Thank you, Ada');
      expect(client.attempts).to.have.length(2);
      // What was refused may be sent anew; what failed may have been taken all the same.
      expect(keysOf(client)).to.equal(problem(slug).retryable ? 1 : 2);
    });
  }
});
