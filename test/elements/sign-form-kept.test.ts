import {expect} from 'chai';
import {keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import {PetitionSignEvent} from '../../src/elements/base/events.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {nextEvent, until} from '../support/dom.ts';
import {asksBeforeLeaving, goOffline, goOnline} from './support/connection.ts';
import {aKey, expectGivenUp, isKept, scope} from './support/device.ts';
import {ada, endDeliveries, fill, formOf, newForm, statusOf, submit, waits} from './support/form.ts';
import {eventsOf, has, shows, textOf, warningsOf} from './support/page.ts';

const database = 'petition-widgets-outbox';
const onDevice =
  'Your signature waits on this device and is sent as soon as there is a connection. You may close this page and come back to it.';
const explained =
  'Without a connection, what you filled in waits on this device, encrypted, for at most 7 days. If others use this device, stay until it is sent.';

const databases = async (): Promise<(string | undefined)[]> => (await indexedDB.databases()).map(({name}) => name);

const kept = {
  fields: ada,
  consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
  listed: 'unlisted',
  lang: 'en',
} as const;

/** A form that was sent without a connection and is on the device. */
async function keptForm(client: FakeClient): Promise<PetitionSignForm> {
  goOffline();
  const form = await formOf(client, {keepOffline: true});
  await fill(form);
  submit(form);
  await waits(form, onDevice);
  return form;
}

describe('a sign form that keeps what waits on the device', () => {
  afterEach(async () => {
    endDeliveries();
    await until(async () => !(await databases()).includes(database), 'nothing is left on the device');
  });

  it('says so next to its button, and only if the page asks for it', async () => {
    const form = await formOf(new FakeClient(), {keepOffline: true});
    expect(textOf(form)).to.include(`Sign this petition ${explained} Your email address is never shown.`);
    form.keepOffline = false;
    await until(() => !textOf(form).includes(explained), 'it is no longer explained');
  });

  it('keeps it, encrypted, under the key that it is sent with', async () => {
    const client = new FakeClient();
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await keptForm(client);
    expect(statusOf(form)).to.equal(onDevice);
    expect(events.map(({status}) => status)).to.deep.equal(['waiting']);
    expect(asksBeforeLeaving(), 'the page may be left').to.equal(false);
    const waiting = await keptOnDevice(scope);
    expect(waiting?.signature).to.deep.include({fields: ada, lang: 'en'});
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map(({key}) => key)).to.deep.equal([waiting?.key]);
    expect(events.map(({status}) => status)).to.deep.equal(['waiting', 'counted']);
    await until(async () => !(await isKept()), 'it is erased');
    await until(async () => !(await databases()).includes(database), 'nothing is left on the device');
  });

  it('keeps what a backend can’t take for now, too', async () => {
    const client = new FakeClient({}, {signing: 'unavailable'});
    const signs = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await formOf(client, {keepOffline: true});
    await fill(form);
    submit(form);
    await waits(form, onDevice);
    expect(asksBeforeLeaving()).to.equal(false);
    client.signing = 'well';
    await shows(form, 'Thank you, Ada');
    expect(signs.map(({status}) => status)).to.deep.equal(['waiting', 'counted']);
  });

  it('keeps nothing if it is taken at once', async () => {
    const form = await formOf(new FakeClient(), {keepOffline: true});
    await fill(form);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(await isKept()).to.equal(false);
  });

  it('keeps nothing if nobody asks for it', async () => {
    goOffline();
    const form = await formOf(new FakeClient());
    await fill(form);
    submit(form);
    await waits(form, 'Keep this page open');
    expect(await databases()).not.to.include(database);
  });

  it('is delivered by the next form that comes into a page, which thanks by name', async () => {
    const client = new FakeClient();
    await keepOnDevice(scope, aKey, kept);
    const signed = nextEvent(document, 'petition-sign', PetitionSignEvent);
    const form = await newForm(client, {keepOffline: true});
    await shows(form, 'Thank you, Ada');
    expect((await signed).status).to.equal('counted');
    expect(client.attempts).to.deep.equal([{key: aKey, signature: kept}]);
    await until(async () => !(await isKept()), 'it is erased');
  });

  it('is delivered by a form that was out of the page when it could have looked for it', async () => {
    const client = new FakeClient();
    await keepOnDevice(scope, aKey, kept);
    const form = await formOf(client);
    const {parentElement: container} = form;
    form.keepOffline = true;
    form.remove();
    await form.updateComplete;
    expect(client.asked.sign).to.equal(0);
    container?.append(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map(({key}) => key)).to.deep.equal([aKey]);
    await until(async () => !(await isKept()), 'it is erased');
  });

  it('waits on in the next form as long as there is no connection', async () => {
    const client = new FakeClient();
    await keepOnDevice(scope, aKey, kept);
    goOffline();
    const form = await newForm(client, {keepOffline: true});
    await waits(form, onDevice);
    expect(await isKept()).to.equal(true);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map(({key}) => key)).to.deep.equal([aKey]);
  });

  it('is given up, and erased, if the person stops it', async () => {
    const client = new FakeClient();
    const form = await keptForm(client);
    await expectGivenUp(form, client);
  });

  it('is signed once where its button is pressed just as it is delivered', async () => {
    const client = new FakeClient();
    const form = await keptForm(client);
    submit(form);
    goOnline();
    await shows(form, 'Thank you, Ada');
    await until(async () => !(await isKept()), 'it is erased');
    expect(client.signatures.size).to.equal(1);
  });

  it('is delivered all the same where the form is reset for another person', async () => {
    const client = new FakeClient();
    const form = await keptForm(client);
    form.reset();
    await until(() => !has(form, '[part=waiting]'), 'the form is another person’s');
    expect(await isKept()).to.equal(true);
    goOnline();
    await until(async () => !(await isKept()), 'it is erased');
    expect(client.signatures.size).to.equal(1);
    expect(textOf(form)).to.include('First name').and.not.to.include('Thank you');
  });

  it('is erased if the backend refuses it', async () => {
    const client = new FakeClient({}, {signing: 'invalid'});
    const form = await keptForm(client);
    goOnline();
    await shows(form, 'did not accept some of what you entered');
    await until(async () => !(await isKept()), 'it is erased');
  });

  it('is not taken up by a form for another petition, nor without being asked to', async () => {
    await keepOnDevice(scope, aKey, kept);
    const client = new FakeClient();
    const other = await formOf(client, {keepOffline: true, petition: 'another'});
    const plain = await formOf(client);
    // One that takes it up, after those two.
    const form = await newForm(client, {keepOffline: true});
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.have.length(1);
    for (const each of [other, plain]) expect(textOf(each)).to.include('First name');
  });

  it('is signed once where several forms of a page could take it up', async () => {
    const client = new FakeClient();
    await keepOnDevice(scope, aKey, kept);
    const signs = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const forms = await Promise.all([1, 2, 3].map(() => newForm(client, {keepOffline: true})));
    await until(() => forms.some((form) => textOf(form).includes('Thank you, Ada')), 'it is delivered');
    await until(async () => !(await isKept()), 'it is erased');
    expect([...client.signatures.keys()]).to.deep.equal([aKey]);
    expect(signs.map(({status}) => status)).to.include('counted');
  });

  it('is still there after a page that was left while it was sent', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const form = await keptForm(client);
    goOnline();
    await until(() => client.open === 1, 'it is sent');
    expect(await isKept(), 'it may not arrive').to.equal(true);
    client.speak();
    await shows(form, 'Thank you, Ada');
    await until(async () => !(await isKept()), 'it is erased');
  });

  it('says that the page has to stay open where the device can keep nothing', async () => {
    const {open} = indexedDB;
    Object.defineProperty(indexedDB, 'open', {
      configurable: true,
      value: () => {
        throw new DOMException('Not here', 'SecurityError');
      },
    });
    try {
      await warningsOf(async (warnings) => {
        goOffline();
        const form = await formOf(new FakeClient(), {keepOffline: true});
        await fill(form);
        submit(form);
        await waits(form, 'Keep this page open.');
        expect(asksBeforeLeaving()).to.equal(true);
        goOnline();
        await shows(form, 'Thank you, Ada');
        await until(() => warnings.join().includes("can't be kept"), 'the page’s author is told');
      });
    } finally {
      Reflect.deleteProperty(indexedDB, 'open');
      expect(indexedDB.open).to.equal(open);
    }
  });
});
