import {expect} from 'chai';
import {readAs} from '../../src/backend/wire.ts';
import {signatureSchema} from '../../src/backend/wire-signing.ts';
import {keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import {PetitionSignEvent} from '../../src/elements/base/events.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {until} from '../support/dom.ts';
import {goOffline, goOnline} from './support/connection.ts';
import {aKey, deviceHeld, eraseAll, expectGivenUp, isKept, scope} from './support/device.ts';
import {ada, control, endDeliveries, enter, fill, formOf, newForm, submit, waits} from './support/form.ts';
import {eventsOf, shows} from './support/page.ts';

const onDevice = 'is sent as soon as there is a connection. You may close this page';

const kept = {
  fields: ada,
  consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
  listed: 'unlisted',
  lang: 'en',
} as const;

const isOf = (name: string) => (signature: unknown) => readAs(signatureSchema, signature)?.fields['givenName'] === name;

const keepsBoth = async (): Promise<boolean> =>
  (await Promise.all(['Ada', 'Grace'].map((name) => keptOnDevice(scope, Date.now, isOf(name))))).every(Boolean);

/** A form without a connection that is filled in before what waits on the device since an earlier visit is found. */
async function filledForm(client: FakeClient, change: (form: PetitionSignForm) => void): Promise<PetitionSignForm> {
  goOffline();
  await keepOnDevice(scope, aKey, kept);
  const release = await deviceHeld();
  try {
    const form = await formOf(client, {keepOffline: true});
    await fill(form);
    change(form);
    release();
    // Asked after the form, so answered after it; once more, as the form claims what it has found.
    expect([await isKept(), await isKept()]).to.deep.equal([true, true]);
    return form;
  } finally {
    release();
  }
}

describe('a sign form that is filled in before it finds what waits on the device', () => {
  afterEach(async () => {
    goOnline();
    endDeliveries();
    await eraseAll();
  });

  it('leaves it for a later visit where another person signs', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, (filled) => {
      enter(filled, 'givenName', 'Grace');
      enter(filled, 'email', 'grace@example.org');
    });
    submit(form);
    await until(keepsBoth, 'both wait');
    goOnline();
    await shows(form, 'Thank you, Grace');
    expect(client.attempts.map(({key}) => key))
      .to.have.length(1)
      .and.not.to.include(aKey);
    const next = await newForm(client, {keepOffline: true});
    await shows(next, 'Thank you, Ada');
    expect(client.signatures.size).to.equal(2);
    await until(async () => !(await isKept()), 'nothing waits any more');
  });

  for (const [how, leave] of [
    ['left', (form: PetitionSignForm) => form.remove()],
    ['emptied', (form: PetitionSignForm) => form.reset()],
  ] as const) {
    it(`stays as it is filled in, and leaves what waits for when it is ${how}`, async () => {
      const client = new FakeClient();
      const form = await filledForm(client, (filled) => enter(filled, 'givenName', 'Grace'));
      goOnline();
      expect(await isKept()).to.equal(true);
      expect(client.asked.sign).to.equal(0);
      expect(control(form, 'givenName').value).to.equal('Grace');
      leave(form);
      const next = await newForm(client, {keepOffline: true});
      await shows(next, 'Thank you, Ada');
      expect(client.attempts.map(({key}) => key)).to.deep.equal([aKey]);
    });
  }

  it('sends it, once, where it says the same, and thanks', async () => {
    const client = new FakeClient();
    const events = eventsOf(document, 'petition-sign', PetitionSignEvent);
    const form = await filledForm(client, () => undefined);
    submit(form);
    await waits(form, onDevice);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.deep.equal([{key: aKey, signature: kept}]);
    expect(events.map(({status}) => status)).to.deep.equal(['waiting', 'counted']);
    await until(() => form.shadowRoot?.activeElement?.localName === 'h2', 'the thanks have the focus');
    await until(async () => !(await isKept()), 'nothing waits any more');
  });

  it('gives it up, where it says the same, if the person stops it', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, () => undefined);
    submit(form);
    await waits(form, onDevice);
    await expectGivenUp(form, client);
  });

  it('sends what is corrected instead of it, where it is the same person’s by the address', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, (filled) => {
      enter(filled, 'givenName', 'Augusta');
      enter(filled, 'email', 'ADA@example.org');
    });
    submit(form);
    await waits(form, onDevice);
    await until(async () => (await keptOnDevice(scope))?.key !== aKey, 'the corrected one waits');
    goOnline();
    await shows(form, 'Thank you, Augusta');
    expect(client.attempts.map(({key}) => key))
      .to.have.length(1)
      .and.not.to.include(aKey);
    await until(async () => !(await isKept()), 'nothing waits any more');
  });
});
