import {expect} from 'chai';
import {eraseFromDevice, keptOnDevice} from '../../../src/controllers/device-outbox.ts';
import type {PetitionSignForm} from '../../../src/elements/petition-sign-form/petition-sign-form.ts';
import type {FakeClient} from '../../../stories/support/fake-client.ts';
import {until} from '../../support/dom.ts';
import {goOnline} from './connection.ts';
import {petition, press} from './page.ts';

/** What the forms of these tests keep under. */
export const scope = ` ${petition}`;

/** What a signature is kept and sent under. */
export const aKey = 'b1e3d9a0-5d1c-4a3e-9d53-0e1f2a3b4c5d';
export const anotherKey = '0196c1f0-0000-4000-8000-000000000000';

export const isKept = async (): Promise<boolean> => (await keptOnDevice(scope)) !== undefined;

export async function eraseAll(): Promise<void> {
  for (let kept = await keptOnDevice(scope); kept; kept = await keptOnDevice(scope)) await eraseFromDevice(kept.key);
}

/** Has the person stop what waits, and sees to it that nothing of it is kept or sent. */
export async function expectGivenUp(form: PetitionSignForm, client: FakeClient): Promise<void> {
  press(form, 'Stop trying').click();
  await until(async () => !(await isKept()), 'it is erased');
  goOnline();
  await form.updateComplete;
  expect(client.asked.sign).to.equal(0);
}

/** Has the device answer nothing from now on, until what this gives is called. */
export async function deviceHeld(): Promise<() => void> {
  const {promise, resolve} = Promise.withResolvers<void>();
  await new Promise<void>((held) => {
    void navigator.locks.request('petition-widgets-outbox', () => {
      held();
      return promise;
    });
  });
  return resolve;
}
