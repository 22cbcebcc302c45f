import type {Locator, Page} from 'playwright-core';
import type {Person} from './petitions.ts';

/** More times than there are places that a key may lead to on any page here. */
const most = 60;

const hasFocus = async (page: Page, target: Locator): Promise<boolean> =>
  (await target.and(page.locator(':focus')).count()) > 0;

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(page, target)) return;
  }
  throw new Error(`${most} times Tab does not lead to ${String(target)}`);
}

const field = (page: Page, name: string): Locator => page.locator(`petition-sign-form [name="${name}"]`);
const submit = (page: Page): Locator => page.locator('petition-sign-form [part="submit"]');

/** Fills the form in and hands it in as somebody does who has no mouse, and waits for the thanks. */
export async function signWithKeys(page: Page, {givenName, familyName, email}: Person): Promise<void> {
  await field(page, 'givenName').waitFor();
  await tabTo(page, field(page, 'givenName'));
  await page.keyboard.type(givenName);
  await tabTo(page, field(page, 'familyName'));
  await page.keyboard.type(familyName);
  await tabTo(page, field(page, 'email'));
  await page.keyboard.type(email);
  await tabTo(page, field(page, 'country'));
  await field(page, 'country').locator('[value="DE"]').waitFor({state: 'attached'});
  await page.keyboard.type('Germ');
  await tabTo(page, page.locator('petition-sign-form').getByRole('checkbox').first());
  await page.keyboard.press('Space');
  await tabTo(page, submit(page));
  await page.keyboard.press('Enter');
  await page.locator('petition-sign-form [part="thanks"]').waitFor();
}

/** The same with a mouse and, for what is typed, with keys: each place has to be where it is seen. */
export async function signWithMouse(page: Page, {givenName, familyName, email, country}: Person): Promise<void> {
  for (const [name, text] of Object.entries({givenName, familyName, email})) {
    await field(page, name).click();
    await page.keyboard.type(text);
  }
  await field(page, 'country').selectOption(country);
  await page.locator('petition-sign-form').getByRole('checkbox').first().click();
  await submit(page).click();
  await page.locator('petition-sign-form [part="thanks"]').waitFor();
}
