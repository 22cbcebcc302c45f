import {PetitionCampaign} from '../../src/elements/petition-campaign/petition-campaign.ts';
import {deep, has, there, until} from './dom.ts';
import {fill, formIn, submit} from './filling.ts';

/** Opens the form of a campaign that keeps it in a dialog. */
export async function openDialog(container: Element): Promise<void> {
  (await there(container, '[part=open]')).click();
  await until(() => has(container, 'dialog:modal'), 'the dialog is open');
  await formIn(deep(container, 'petition-campaign', PetitionCampaign));
}

/** Hands the form in as it is. */
export async function submitIn(container: Element): Promise<void> {
  await there(container, 'petition-sign-form');
  const form = await formIn(container);
  submit(form);
  await until(() => has(form, '[part=failure]'), 'the mistakes are told');
}

/** Fills the form in and hands it in. */
export async function signIn(container: Element): Promise<void> {
  await there(container, 'petition-sign-form');
  const form = await formIn(container);
  await fill(form);
  submit(form);
  await until(() => has(form, '[part=thanks]'), 'the thanks are shown');
}
