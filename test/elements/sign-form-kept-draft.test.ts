import {expect} from 'chai';
import {eraseFromDevice, keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import type {Signature} from '../../src/model/signature.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {until} from '../support/dom.ts';
import {goOffline, goOnline} from './support/connection.ts';
import {aKey, anotherKey, deviceHeld, eraseAll, isKept, scope} from './support/device.ts';
import {ada, control, endDeliveries, enter, fill, formOf, leave, newForm, submit, waits} from './support/form.ts';
import {press, shows, textOf} from './support/page.ts';

const onDevice = 'is sent as soon as there is a connection. You may close this page';
const both = {draft: true, keepOffline: true} as const;

const signatureOf = (givenName: string): Signature => ({
  fields: {...ada, givenName},
  consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
  listed: 'unlisted',
  lang: 'en',
});

/** Ends the page of a form, as a reload does. */
function unload(form: PetitionSignForm): void {
  dispatchEvent(new PageTransitionEvent('pagehide'));
  form.remove();
}

/**
 * Signs without a connection and ends the page, which leaves both the tab's draft and what is on the device.
 * @param change what the person does once the signature waits
 */
async function signAndUnload(change?: (form: PetitionSignForm) => void): Promise<{key: string; signature: Signature}> {
  goOffline();
  const form = await formOf(new FakeClient(), both);
  await fill(form);
  submit(form);
  await waits(form, onDevice);
  const key = (await keptOnDevice(scope))?.key ?? '';
  change?.(form);
  // The end of a page ends its delivery, and leaves what is on the device; in this page it would go on.
  press(form, 'Stop trying').click();
  await until(async () => !(await isKept()), 'the page delivers nothing any more');
  unload(form);
  const signature = signatureOf('Ada');
  await keepOnDevice(scope, key, signature);
  return {key, signature};
}

let releaseDevice = (): void => undefined;

async function holdDevice(): Promise<void> {
  releaseDevice = await deviceHeld();
}

describe('a sign form that keeps both a draft and what waits on the device', () => {
  afterEach(async () => {
    endDeliveries();
    sessionStorage.clear();
    releaseDevice();
    await eraseAll();
  });

  it('sends after a reload what waits, once, and erases it', async () => {
    const client = new FakeClient();
    const {key, signature} = await signAndUnload();
    goOnline();
    const form = await newForm(client, both);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts).to.deep.equal([{key, signature}]);
    await until(async () => !(await isKept()), 'it is erased');
    expect(sessionStorage).to.have.length(0);
  });

  it('says after a reload without a connection that it waits', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    const form = await formOf(client, both);
    await waits(form, onDevice);
    expect(control(form, 'givenName').value).to.equal('Ada');
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
  });

  it('sends what is corrected after a reload instead of what waits', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    const form = await formOf(client, both);
    await waits(form, onDevice);
    enter(form, 'givenName', 'Augusta');
    submit(form);
    await until(async () => {
      const kept = await keptOnDevice(scope);
      return kept !== undefined && kept.key !== key;
    }, 'the corrected one waits');
    goOnline();
    await shows(form, 'Thank you, Augusta');
    expect([...client.signatures.values()].map(({fields}) => fields['givenName'])).to.deep.equal(['Augusta']);
    await until(async () => !(await isKept()), 'neither is left');
  });

  it('brings back a correction that was not sent yet, beside what waits', async () => {
    await signAndUnload((form) => enter(form, 'givenName', 'Augusta'));
    const form = await formOf(new FakeClient(), both);
    await waits(form, onDevice);
    expect(control(form, 'givenName').value).to.equal('Augusta');
  });

  it('erases what waits if it is signed again before the device has answered', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    goOnline();
    await holdDevice();
    const form = await formOf(client, both);
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
    releaseDevice();
    await until(async () => !(await isKept()), 'it is erased');
    expect(client.attempts).to.have.length(1);
  });

  it('erases what waits if it is still being sent when the device answers', async () => {
    const client = new FakeClient({}, {signing: 'silent'});
    const {key} = await signAndUnload();
    goOnline();
    await holdDevice();
    const form = await formOf(client, both);
    submit(form);
    await until(() => client.open === 1, 'it is sent');
    releaseDevice();
    // Asked after the form, so answered after it.
    expect(await isKept()).to.equal(true);
    client.speak();
    await shows(form, 'Thank you, Ada');
    await until(async () => !(await isKept()), 'it is erased');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
  });

  it('erases what waits if it is corrected before the device has answered', async () => {
    const client = new FakeClient();
    await signAndUnload();
    goOnline();
    await holdDevice();
    const form = await formOf(client, both);
    enter(form, 'givenName', 'Augusta');
    submit(form);
    await shows(form, 'Thank you, Augusta');
    releaseDevice();
    await until(async () => !(await isKept()), 'it is erased');
    expect([...client.signatures.values()].map(({fields}) => fields['givenName'])).to.deep.equal(['Augusta']);
  });

  it('leaves what waits for a later visit if it is reset before the device has answered', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    goOnline();
    await holdDevice();
    const form = await formOf(client, both);
    form.reset();
    releaseDevice();
    await until(isKept, 'the device has answered');
    expect(textOf(form)).to.include('First name');
    expect(client.asked.sign).to.equal(0);
    const later = await newForm(client, both);
    await shows(later, 'Thank you, Ada');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
  });

  it('goes on with its own, whatever waits for longer', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    await keepOnDevice(scope, anotherKey, signatureOf('Grace'), () => Date.now() - 1000);
    goOnline();
    const form = await newForm(client, both);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
    await until(async () => (await keptOnDevice(scope))?.key === anotherKey, 'the other one waits on');
    const next = await newForm(client, both);
    await shows(next, 'Thank you, Grace');
  });

  it('leaves another’s alone while its own is to be sent again', async () => {
    const client = new FakeClient();
    const {key} = await signAndUnload();
    await eraseFromDevice(key);
    await keepOnDevice(scope, anotherKey, signatureOf('Grace'));
    goOnline();
    const form = await formOf(client, both);
    // Asked after the form, so answered after it; once more, as the form claims what it has found.
    expect([await isKept(), await isKept()]).to.deep.equal([true, true]);
    expect(client.asked.sign).to.equal(0);
    expect(control(form, 'givenName').value).to.equal('Ada');
    submit(form);
    await shows(form, 'Thank you, Ada');
    expect(client.attempts.map((attempt) => attempt.key)).to.deep.equal([key]);
    const kept = await keptOnDevice(scope);
    expect(kept?.key).to.equal(anotherKey);
    await eraseFromDevice(anotherKey);
  });

  for (const [what, save] of [
    ['typed', () => undefined],
    ['typed, and saved with the draft', (form: PetitionSignForm) => leave(form, 'givenName')],
  ] as const) {
    it(`keeps what is ${what} before the device has answered`, async () => {
      goOffline();
      await keepOnDevice(scope, aKey, signatureOf('Ada'));
      await holdDevice();
      const form = await formOf(new FakeClient(), both);
      enter(form, 'givenName', 'Grace');
      save(form);
      releaseDevice();
      // Asked after the form, so answered after it; once more, as the form claims what it has found.
      expect([await isKept(), await isKept()]).to.deep.equal([true, true]);
      expect(control(form, 'givenName').value).to.equal('Grace');
    });
  }
});
