import type {Locator, Page} from 'playwright-core';
import {describe, expect} from 'vitest';
import {it} from './support.ts';
import {countAt, fillIn, signIn, somebody} from './support/petitions.ts';

const byMail = 'stop-organ-harvesting';
const byWork = 'account-for-disappearance';

const formOf = (backend: string, petition: string, lang: string): {body: string} => ({
  body: `<script src="${backend}/embed.js" data-backend="${backend}" data-widget="sign-form"
    data-petition="${petition}" data-lang="${lang}"></script>`,
});

/** The mail to an address, once it is caught. */
async function caughtMail(page: Page, mails: string, address: string): Promise<Locator> {
  const mail = page.getByRole('article').filter({hasText: address});
  const isThere = async (): Promise<number> => {
    await page.goto(mails);
    return mail.count();
  };
  await expect.poll(isThere, {timeout: 30_000}).toBe(1);
  await mail.scrollIntoViewIfNeeded();
  return mail;
}

describe('a petition that confirms by mail', () => {
  it('counts once the mail’s button is pressed, and no more once it is withdrawn', async ({demo, site, open}) => {
    const person = somebody();
    const before = (await countAt(demo.backend, byMail)).total;
    const {page, errors} = await open(site.serve(formOf(demo.backend, byMail, 'en')));
    await signIn(page, person);
    await page.getByText('a message is on its way to a…@water.example').waitFor();
    expect((await countAt(demo.backend, byMail)).total).toBe(before);

    const mail = (await caughtMail(page, demo.mails, person.email)).frameLocator('iframe');
    const withdraw = await mail.getByRole('link', {name: 'Withdraw the signature'}).getAttribute('href');
    await page.goto((await mail.getByRole('link', {name: 'Confirm your signature'}).getAttribute('href')) ?? '');
    expect((await countAt(demo.backend, byMail)).total).toBe(before);
    await page.getByRole('button').click();
    await page.getByText('Your signature counts').waitFor();
    expect((await countAt(demo.backend, byMail)).total).toBe(before + 1);

    await page.goto(withdraw ?? '');
    await page.getByRole('button').click();
    await page.waitForURL(/outcome=withdrawn/);
    expect((await countAt(demo.backend, byMail)).total).toBe(before);
    expect(errors).toEqual([]);
  });

  it('lets a person correct the address', async ({demo, site, open}) => {
    const [wrong, right] = [somebody(), somebody()];
    const {page} = await open(site.serve(formOf(demo.backend, byMail, 'en')));
    await signIn(page, wrong);
    await page.getByRole('button', {name: 'Correct the address'}).click();
    const email = page.getByLabel('Email address');
    expect(await email.inputValue()).toBe(wrong.email);
    await email.fill(right.email);
    await page.getByRole('button', {name: 'Sign this petition'}).click();
    await page.locator('petition-sign-form [part="thanks"]').waitFor();
    await caughtMail(page, demo.mails, right.email);
  });
});

describe('a petition that asks for a proof of work', () => {
  it('is signed by one that is begun with the first letter', async ({demo, site, open}) => {
    const before = (await countAt(demo.backend, byWork)).total;
    const {page, requests, errors} = await open(site.serve(formOf(demo.backend, byWork, 'en')));
    await page.locator('petition-sign-form form').waitFor();
    const isAsked = (): boolean => requests.some((request) => request.endsWith('/v1/challenges'));
    expect(isAsked()).toBe(false);
    await fillIn(page, somebody());
    expect(isAsked()).toBe(true);
    await page.locator('petition-sign-form [part="submit"]').click();
    await page.locator('petition-sign-form [part="thanks"]').waitFor();
    expect((await countAt(demo.backend, byWork)).total).toBe(before + 1);
    expect(errors).toEqual([]);
  });
});
