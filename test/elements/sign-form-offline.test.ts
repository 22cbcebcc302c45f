import {expect} from 'chai';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';
import {PetitionErrorEvent, PetitionSignEvent} from '../../src/elements/base/events.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {nextEvent, until} from '../support/dom.ts';
import {asksBeforeLeaving, goOffline, goOnline} from './support/connection.ts';
import {
  alertOf,
  asking,
  enter,
  fill,
  formOf,
  statusOf,
  submit,
  submitButton,
  usual,
  valuesOf,
  waitingOf,
  waits,
} from './support/form.ts';
import {eventsOf, has, petition, press, shows, textOf} from './support/page.ts';

const waitsHere =
  'You are offline. Your signature waits here and is sent as soon as you are back online. Keep this page open.';

const statuses = (events: readonly PetitionSignEvent[]): string[] => events.map(({status}) => status);

async function sentOffline(client: FakeClient): Promise<PetitionSignForm> {
  goOffline();
  const form = await formOf(client);
  await fill(form);
  submit(form);
  await waits(form, waitsHere);
  return form;
}

describe('a sign form without a connection', () => {
  it('says that the signature waits, and sends it by itself once it is back', async () => {
    const client = new FakeClient();
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await sentOffline(client);
    expect(waitingOf(form)).to.equal(`${waitsHere} Try now Stop trying`);
    expect(statusOf(form)).to.equal(waitsHere);
    expect(form.matches(':state(waiting)')).to.equal(true);
    expect(client.asked.sign).to.equal(0);
    expect(statuses(events)).to.deep.equal(['waiting']);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(form.matches(':state(waiting)')).to.equal(false);
    expect(statuses(events)).to.deep.equal(['waiting', 'counted']);
    expect(events.map((event) => event.petition)).to.deep.equal([petition, petition]);
    expect(client.asked.sign).to.equal(1);
  });

  it('says waiting once, however often the connection comes and goes, then the true status', async () => {
    const client = asking({confirmation: 'email'}, {signing: 'unreachable'});
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await sentOffline(client);
    for (let times = 1; times <= 3; times += 1) {
      goOnline();
      await until(() => client.attempts.length === times, 'it is tried');
      await until(() => has(form, '[part=waiting]'), 'it waits on');
      goOffline();
      await waits(form, waitsHere);
    }
    client.signing = 'well';
    goOnline();
    await shows(form, 'One step is left');
    expect(statuses(events)).to.deep.equal(['waiting', 'confirmation-sent']);
    expect(new Set(client.attempts.map(({key}) => key)).size).to.equal(1);
  });

  it('tells the page of no error while it is only offline', async () => {
    const events = eventsOf(document, 'petition-error', PetitionErrorEvent);
    const form = await sentOffline(new FakeClient());
    expect(events).to.deep.equal([]);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(events).to.deep.equal([]);
  });

  it('says so also where the connection is lost while it waits', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await formOf(client);
    await fill(form);
    submit(form);
    await waits(form, 'for a moment');
    expect(events).to.deep.equal([]);
    goOffline();
    await waits(form, waitsHere);
    expect(statuses(events)).to.deep.equal(['waiting']);
    client.signing = 'well';
    goOnline();
    await shows(form, 'Thank you, Ada');
  });

  it('asks before the page is left, and only while it waits', async () => {
    const client = new FakeClient();
    expect(asksBeforeLeaving(), 'before').to.equal(false);
    const form = await formOf(client);
    await fill(form);
    expect(asksBeforeLeaving(), 'filled in').to.equal(false);
    goOffline();
    submit(form);
    await waits(form, waitsHere);
    expect(asksBeforeLeaving(), 'while it waits').to.equal(true);
    const place = form.parentElement;
    form.remove();
    expect(asksBeforeLeaving(), 'taken out').to.equal(false);
    place?.append(form);
    expect(asksBeforeLeaving(), 'put back').to.equal(true);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(asksBeforeLeaving(), 'once signed').to.equal(false);
  });

  it('may be told to stop, and asks no more', async () => {
    const client = new FakeClient();
    const form = await sentOffline(client);
    const values = valuesOf(form);
    press(form, 'Stop trying').click();
    await until(() => alertOf(form) !== '', 'it is told that it is not sent');
    expect(asksBeforeLeaving()).to.equal(false);
    expect(form.matches(':state(waiting)')).to.equal(false);
    goOnline();
    await form.updateComplete;
    expect(client.asked.sign).to.equal(0);
    expect(valuesOf(form)).to.deep.equal(values);
    submit(form);
    await shows(form, 'Thank you, Ada');
  });

  it('may be told to try all the same, as a device may be mistaken', async () => {
    const client = new FakeClient();
    const form = await sentOffline(client);
    press(form, 'Try now').click();
    await shows(form, 'Thank you, Ada');
    expect(client.asked.sign).to.equal(1);
  });

  it('sends what was changed meanwhile, and not what was before', async () => {
    const client = new FakeClient();
    const form = await sentOffline(client);
    enter(form, 'givenName', 'Augusta');
    const handedIn = nextEvent(form, 'petition-submit');
    submit(form);
    await handedIn;
    await waits(form, waitsHere);
    goOnline();
    await shows(form, 'Thank you, Augusta');
    expect(client.attempts.map(({signature}) => signature.fields['givenName'])).to.deep.equal(['Augusta']);
  });

  it('sends it once if the connection comes back as the button is pressed', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await sentOffline(client);
    submit(form);
    goOnline();
    await until(() => client.asked.sign > 0, 'it is sent');
    // Whatever that press leads to has come about.
    await until(() => submitButton(form).getAttribute('aria-disabled') === 'true', 'it is under way');
    await loadFormatTables(usual.fields);
    client.speak();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(1);
    expect(statuses(events)).to.deep.equal(['waiting', 'counted']);
  });

  it('delivers what was given where the form is reset for another person, and asks no more', async () => {
    const client = new FakeClient();
    const form = await sentOffline(client);
    const signed = nextEvent(document, 'petition-sign', PetitionSignEvent);
    form.reset();
    await until(() => !has(form, '[part=waiting]'), 'the form is another person’s');
    expect(asksBeforeLeaving()).to.equal(false);
    goOnline();
    expect((await signed).status).to.equal('counted');
    await form.updateComplete;
    expect(textOf(form)).to.include('First name').and.not.to.include('Thank you');
    await fill(form, {givenName: 'Grace'});
    submit(form);
    await shows(form, 'Thank you, Grace');
    expect(client.signatures.size).to.equal(2);
  });

  it('says it in another language too', async () => {
    const form = await sentOffline(new FakeClient());
    form.lang = 'fr';
    await waits(form, 'Vous êtes hors ligne');
    expect(statusOf(form)).to.include('Vous êtes hors ligne');
  });
});
