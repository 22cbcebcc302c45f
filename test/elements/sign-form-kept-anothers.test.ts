import {expect} from 'chai';
import {readAs} from '../../src/backend/wire.ts';
import {signatureSchema} from '../../src/backend/wire-signing.ts';
import {eraseFromDevice, keepOnDevice, keptOnDevice} from '../../src/controllers/device-outbox.ts';
import type {PetitionSignForm} from '../../src/elements/petition-sign-form/petition-sign-form.ts';
import {FakeClient} from '../../stories/support/fake-client.ts';
import {until} from '../support/dom.ts';
import {goOffline, goOnline} from './support/connection.ts';
import {deviceHeld} from './support/device.ts';
import {ada, control, endDeliveries, enter, fill, formOf, submit} from './support/form.ts';
import {petition, shows, textOf} from './support/page.ts';

const scope = ` ${petition}`;

const kept = {
  fields: ada,
  consents: [{name: 'updates', textId: 'updates-2026-11', given: false}],
  listed: 'unlisted',
  lang: 'en',
} as const;

const isKept = async (): Promise<boolean> => (await keptOnDevice(scope)) !== undefined;

const isOf = (name: string) => (signature: unknown) => readAs(signatureSchema, signature)?.fields['givenName'] === name;

const keepsBoth = async (): Promise<boolean> =>
  (await Promise.all(['Ada', 'Grace'].map((name) => keptOnDevice(scope, Date.now, isOf(name))))).every(Boolean);

/** A form without a connection that is filled in before what waits on the device since an earlier visit is found. */
async function filledForm(client: FakeClient, change: (form: PetitionSignForm) => void): Promise<PetitionSignForm> {
  goOffline();
  await keepOnDevice(scope, 'a-key', kept);
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
    for (let left = await keptOnDevice(scope); left; left = await keptOnDevice(scope)) await eraseFromDevice(left.key);
  });

  it('sends both, as they may be two persons’', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, (filled) => {
      enter(filled, 'givenName', 'Grace');
      enter(filled, 'email', 'grace@example.org');
    });
    submit(form);
    await until(() => keepsBoth(), 'both wait');
    goOnline();
    await shows(form, 'Thank you, Grace');
    await until(() => client.signatures.size === 2, 'both are signed');
    await until(async () => !(await isKept()), 'nothing waits any more');
  });

  it('stays the form that it was while that is delivered', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, (filled) => enter(filled, 'givenName', 'Grace'));
    goOnline();
    await until(async () => !(await isKept()), 'it is erased');
    expect(client.attempts.map(({key}) => key)).to.deep.equal(['a-key']);
    expect(control(form, 'givenName').value).to.equal('Grace');
    expect(textOf(form)).to.include('First name').and.not.to.include('Thank you');
  });

  it('sends it once where it says the same', async () => {
    const client = new FakeClient();
    const form = await filledForm(client, () => undefined);
    submit(form);
    goOnline();
    await shows(form, 'Thank you, Ada');
    expect(new Set(client.attempts.map(({key}) => key))).to.deep.equal(new Set(['a-key']));
    await until(async () => !(await isKept()), 'nothing waits any more');
  });
});
