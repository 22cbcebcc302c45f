import {describe, expect, it} from 'vitest';
import * as v from 'valibot';
import {speechFor, spokenLanguages} from '../../demo/backend/spoken-languages.ts';
import {confirmationAnswerSchema, withdrawalAnswerSchema} from '../../src/backend/wire-confirmation.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {confirmedRiver, river, signature} from './support/fixtures.ts';
import {linksIn, mailServer, tokenIn, type MailLinks, type MailServer} from './support/mail-server.ts';
import {askedLanguages, expectSpoken, titleFor} from './support/spoken.ts';

const amina = 'amina@water.example';
const start = new Date('2026-11-01T12:00:00Z').getTime();
const days = (number: number): number => number * 24 * 60 * 60 * 1000;

interface Setup {
  readonly backend: TestBackend;
  readonly mails: MailServer;
  readonly links: MailLinks;
  /** Lets time pass. */
  readonly later: (milliseconds: number) => void;
}

/** A backend that has had one signature, and has sent its mail. */
async function signed({lang = 'fr', allowedOrigins}: {lang?: string; allowedOrigins?: string[]} = {}): Promise<Setup> {
  const mails = await mailServer();
  let time = start;
  const petition = {...confirmedRiver, ...(allowedOrigins && {allowedOrigins})};
  const backend = await testBackend({petitions: [petition], smtpUrl: mails.url, now: () => new Date(time)});
  const answer = await backend.sign(signature(amina, {lang}));
  expect(answer.status).toBe(202);
  const links = linksIn(await mails.mailTo(amina));
  return {backend, mails, links, later: (milliseconds) => void (time += milliseconds)};
}

function post(backend: TestBackend, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(backend.url + path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...headers},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const confirm = ({backend, links}: Setup) => post(backend, '/v1/confirmations', {token: tokenIn(links.confirm)});
const withdraw = ({backend, links}: Setup) => post(backend, '/v1/withdrawals', {token: tokenIn(links.withdraw)});

/** Presses the one button of a page, as a browser without JavaScript does. */
async function press(link: string | undefined): Promise<Response> {
  const page = await (await fetch(link ?? '')).text();
  expect(page.match(/<button/g)).toHaveLength(1);
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1];
  const inputs = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  return fetch(new URL(action ?? '', link), {
    method: 'POST',
    headers: {Origin: 'null'},
    body: new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, value])),
  });
}

const nothingPersonal = async ({backend}: Setup): Promise<void> => {
  expect(await backend.rows('SELECT * FROM signature')).toEqual([]);
  expect(await backend.rows('SELECT * FROM mail')).toEqual([]);
  expect(await backend.rows('SELECT * FROM token WHERE signature_id IS NOT NULL')).toEqual([]);
};

describe('a signature that is to be confirmed', () => {
  it('is answered with what comes next, and does not count', async () => {
    const mails = await mailServer();
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.url});
    const answer = await backend.sign(signature(amina));
    expect(answer.status).toBe(202);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({status: 'confirmation-sent'});
    await mails.until(1);
    expect((await backend.count()).total).toBe(100);
    expect(await (await backend.get(`/v1/petitions/${river.id}`)).json()).toMatchObject({
      count: {total: 100},
      form: {confirmation: 'email'},
    });
  });

  it('leads a form without JavaScript to a page that says so', async () => {
    const mails = await mailServer();
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.url});
    const body = {...signature(amina).fields, 'consent.processing': 'on', lang: 'ar'};
    const page = await fetch(`${backend.url}/v1/petitions/${river.id}/signatures`, {
      method: 'POST',
      body: new URLSearchParams(body),
    });
    expect(page.url).toBe(`${backend.url}/signed/${river.id}?outcome=confirmation-sent&lang=ar`);
    expect(await page.text()).toContain('رسالة في طريقها إليك');
    await mails.until(1);
  });

  it('is told to nobody whose petition counts at once', async () => {
    const mails = await mailServer();
    const backend = await testBackend({smtpUrl: mails.url});
    expect((await backend.sign(signature(amina))).status).toBe(201);
    await backend.close();
    expect(mails.received).toEqual([]);
    expect(await backend.rows('SELECT * FROM mail')).toEqual([]);
  });
});

describe('confirming', () => {
  it('counts, once, and gives the same answer again', async () => {
    const setup = await signed();
    const first = await confirm(setup);
    expect(first.status).toBe(200);
    expect(first.headers.get('Cache-Control')).toBe('no-store');
    const answer = v.parse(confirmationAnswerSchema, await first.json());
    expect(answer).toMatchObject({status: 'counted', petition: river.id, count: {total: 101, goal: 500}});
    setup.later(days(1));
    expect(await (await confirm(setup)).json()).toEqual(answer);
    expect(await setup.backend.count()).toEqual(answer.count);
    expect((await setup.backend.count()).asOf).toBe('2026-11-01T12:00:00.000Z');
  });

  it('gives the count as it is now', async () => {
    const setup = await signed();
    await confirm(setup);
    await setup.backend.sign(signature('other@water.example'));
    const other = linksIn(await setup.mails.mailTo('other@water.example'));
    await confirm({...setup, links: other});
    expect(await (await confirm(setup)).json()).toMatchObject({count: {total: 102}});
  });

  it('counts once of 20 that come at once', async () => {
    const setup = await signed();
    const answers = await Promise.all(Array.from({length: 20}, () => confirm(setup)));
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([200]));
    expect((await setup.backend.count()).total).toBe(101);
  });

  it('works after the petition was closed: they signed in time', async () => {
    const mails = await mailServer();
    let now = new Date(start);
    const closesAt = new Date(start + days(1)).toISOString();
    const petitions = [{...confirmedRiver, closesAt}];
    const backend = await testBackend({petitions, smtpUrl: mails.url, now: () => now});
    await backend.sign(signature(amina));
    const links = linksIn(await mails.mailTo(amina));
    now = new Date(start + days(2));
    await expectProblem(await backend.sign(signature('late@water.example')), 409, 'closed');
    const answer = await post(backend, '/v1/confirmations', {token: tokenIn(links.confirm)});
    expect(await answer.json()).toMatchObject({count: {total: 101}});
  });

  it('works for 30 days', async () => {
    const setup = await signed();
    setup.later(days(30) - 1);
    expect((await confirm(setup)).status).toBe(200);
    setup.later(1);
    await expectProblem(await confirm(setup), 410, 'token-expired');
    expect((await setup.backend.count()).total).toBe(101);
  });

  it.each(['x', 'A'.repeat(43)])('refuses a token that never was: %s', async (token) => {
    const {backend} = await signed();
    await expectProblem(await post(backend, '/v1/confirmations', {token}), 410, 'token-expired');
    await expectProblem(await post(backend, '/v1/withdrawals', {token}), 410, 'token-expired');
    expect((await backend.count()).total).toBe(100);
  });

  it('refuses a token of the other kind', async () => {
    const {backend, links} = await signed();
    const [confirming, withdrawing] = [tokenIn(links.confirm), tokenIn(links.withdraw)];
    await expectProblem(await post(backend, '/v1/confirmations', {token: withdrawing}), 410, 'token-expired');
    await expectProblem(await post(backend, '/v1/withdrawals', {token: confirming}), 410, 'token-expired');
    expect(await backend.rows('SELECT id FROM signature')).toHaveLength(1);
  });

  it.each(['/v1/confirmations', '/v1/withdrawals'])('refuses what is malformed: %s', async (path) => {
    const {backend} = await signed();
    for (const body of ['', 'token', '[]', {}, {token: 7}, {token: ''}]) {
      await expectProblem(await post(backend, path, body), 400, 'malformed');
    }
    const form = await fetch(backend.url + path, {method: 'POST', body: new URLSearchParams({token: 'x'})});
    await expectProblem(form, 415, 'unsupported-media-type');
    const large = await post(backend, path, {token: 'x'.repeat(70_000)});
    await expectProblem(large, 413, 'too-large');
  });

  it('keeps of a token nothing but its hash', async () => {
    const {backend, links} = await signed();
    const stored = JSON.stringify(await backend.rows('SELECT * FROM token'));
    for (const token of [tokenIn(links.confirm), tokenIn(links.withdraw)]) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(stored).not.toContain(token);
    }
    expect(await backend.rows('SELECT hash FROM token')).toHaveLength(2);
  });

  it('is open to every origin, or to those that the petition allows', async () => {
    const open = await signed();
    const token = tokenIn(open.links.confirm);
    const preflight = await fetch(`${open.backend.url}/v1/confirmations`, {method: 'OPTIONS'});
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('POST');
    const anywhere = await post(open.backend, '/v1/confirmations', {token}, {Origin: 'https://a.example'});
    expect(anywhere.headers.get('Access-Control-Allow-Origin')).toBe('*');

    const closed = await signed({allowedOrigins: ['https://partner.example']});
    const body = {token: tokenIn(closed.links.confirm)};
    const other = await post(closed.backend, '/v1/confirmations', body, {Origin: 'https://a.example'});
    expect(other.status).toBe(403);
    expect((await closed.backend.count()).total).toBe(100);
    const partner = await post(closed.backend, '/v1/confirmations', body, {Origin: 'https://partner.example'});
    expect(partner.status).toBe(200);
    expect(partner.headers.get('Access-Control-Allow-Origin')).toBe('https://partner.example');
  });
});

describe('withdrawing', () => {
  it('erases a signature that was not confirmed', async () => {
    const setup = await signed();
    const answer = await withdraw(setup);
    expect(answer.status).toBe(200);
    expect(v.parse(withdrawalAnswerSchema, await answer.json())).toEqual({status: 'withdrawn'});
    await nothingPersonal(setup);
    expect((await setup.backend.count()).total).toBe(100);
    await expectProblem(await confirm(setup), 410, 'token-expired');
  });

  it('takes one that counts off the count', async () => {
    const setup = await signed();
    await confirm(setup);
    setup.later(days(2));
    expect((await withdraw(setup)).status).toBe(200);
    expect(await setup.backend.count()).toEqual({total: 100, goal: 500, asOf: '2026-11-03T12:00:00.000Z'});
    await nothingPersonal(setup);
  });

  it('is harmless a second time, also after the same person signed again', async () => {
    const setup = await signed();
    await confirm(setup);
    await withdraw(setup);
    expect(await (await withdraw(setup)).json()).toEqual({status: 'withdrawn'});
    expect((await setup.backend.count()).total).toBe(100);

    expect((await setup.backend.sign(signature(amina))).status).toBe(202);
    const [, second] = await setup.mails.until(2);
    if (!second) throw new Error('There is no second mail');
    expect((await confirm({...setup, links: linksIn(second)})).status).toBe(200);
    expect(await (await withdraw(setup)).json()).toEqual({status: 'withdrawn'});
    expect((await setup.backend.count()).total).toBe(101);
  });

  it('works for 30 days', async () => {
    const setup = await signed();
    await confirm(setup);
    setup.later(days(30));
    await expectProblem(await withdraw(setup), 410, 'token-expired');
    expect((await setup.backend.count()).total).toBe(101);
  });
});

describe('the page behind the link', () => {
  it('confirms by its button, not by being opened', async () => {
    const {backend, links} = await signed();
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await fetch(links.confirm ?? '', {method})).status).toBe(200);
    }
    expect((await backend.count()).total).toBe(100);

    const page = await press(links.confirm);
    expect(page.url).toBe(`${backend.url}/signed/${river.id}?outcome=counted&lang=fr`);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain('Votre signature est comptée.');
    expect(text).toContain(`href="${river.url}"`);
    expect((await backend.count()).total).toBe(101);
  });

  it('says that it is done where it is', async () => {
    const {backend, links} = await signed();
    await press(links.confirm);
    expect((await fetch(links.confirm ?? '')).url).toContain('outcome=counted');
    await press(links.withdraw);
    expect((await fetch(links.withdraw ?? '')).url).toContain('outcome=withdrawn');
    expect((await backend.count()).total).toBe(100);
  });

  it('withdraws by its button, not by being opened', async () => {
    const setup = await signed();
    await fetch(setup.links.withdraw ?? '');
    expect(await setup.backend.rows('SELECT id FROM signature')).toHaveLength(1);
    const page = await press(setup.links.withdraw);
    expect(page.url).toBe(`${setup.backend.url}/signed/${river.id}?outcome=withdrawn&lang=fr`);
    expect(await page.text()).toContain('Signature retirée');
    await nothingPersonal(setup);
  });

  it('is for one person alone, and not to be laid over', async () => {
    const {links} = await signed();
    for (const link of [links.confirm, links.withdraw]) {
      const page = await fetch(link ?? '');
      const text = await page.text();
      expect(text).toMatch(/<html lang="fr" dir="ltr">[^]*<h1>[^]*<button>/);
      expect(text).toContain('Sauvez la rivière');
      expect(text).not.toMatch(/<script|style=|<img|<link/);
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
      expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(page.headers.get('Cache-Control')).toBe('no-store');
      expect(page.headers.get('X-Robots-Tag')).toBe('noindex');
      expect(page.headers.get('Content-Language')).toBe('fr');
    }
  });

  it.each(askedLanguages)('speaks the language of the mail: %s', async (asked, lang) => {
    const {links, later} = await signed({lang: asked});
    const speech = speechFor(lang);
    const {texts} = speech;
    const petitionTitle = titleFor(confirmedRiver, lang);
    const pageOf = async (link: string | undefined): Promise<string> => {
      const page = await fetch(link ?? '');
      expect(page.headers.get('Content-Language')).toBe(lang);
      const shown = await page.text();
      expectSpoken(shown, speech);
      return shown;
    };
    for (const purpose of ['confirm', 'withdraw'] as const) {
      const shown = await pageOf(links[purpose]);
      expect(shown).toContain(`<h1>${texts[`page.${purpose}.title`]}</h1>`);
      expect(shown).toContain(`<p>${texts[`page.${purpose}.text`]}</p>`);
      expect(shown).toContain(`<button>${texts[`page.${purpose}.button`]}</button>`);
      expect(shown).toContain(`<p lang="${petitionTitle.lang}" dir="auto"><strong>${petitionTitle.title}</strong>`);
    }
    later(days(31));
    const shown = await pageOf(links.confirm);
    expect(shown).toContain(`<h1>${texts['page.expired.title']}</h1>\n<p>${texts['page.expired.text']}</p>`);
  });

  it('says in the language of the mail that nothing has changed, while nothing can be stored', async () => {
    const {backend, links} = await signed();
    const release = await backend.hold();
    const pressed = spokenLanguages.map(async (lang) => {
      const body = new URLSearchParams({token: tokenIn(links.confirm), lang});
      return {lang, page: await fetch(`${backend.url}/confirm`, {method: 'POST', body})};
    });
    for (const {lang, page} of await Promise.all(pressed)) {
      const speech = speechFor(lang);
      const shown = await page.text();
      expect(page.status).toBe(503);
      expect(page.headers.get('Content-Language')).toBe(lang);
      expectSpoken(shown, speech);
      expect(shown).toContain(`<h1>${speech.texts['page.unavailable.title']}</h1>`);
      expect(shown).toContain(`<p>${speech.texts['page.unavailable.text']}</p>`);
    }
    await release();
    expect((await backend.count()).total).toBe(100);
  });

  it('is kind about a link that is too old, in the language of the mail', async () => {
    const {backend, links, later} = await signed();
    later(days(31));
    for (const link of [links.confirm, links.withdraw]) {
      const page = await fetch(link ?? '');
      expect(page.status).toBe(410);
      const text = await page.text();
      expect(text).toContain('<h1>Ce lien n’est plus valable</h1>');
      expect(text).not.toContain('<button');
    }
    const posted = await fetch(`${backend.url}/confirm`, {
      method: 'POST',
      body: new URLSearchParams({token: 'unknown', lang: 'ug'}),
    });
    expect(posted.status).toBe(410);
    expect(await posted.text()).toContain('<html lang="ug-Arab" dir="rtl">');
    expect((await backend.get('/confirm')).status).toBe(410);
    expect((await backend.count()).total).toBe(100);
  });

  it('shows what is in its address as text', async () => {
    const {backend} = await signed();
    const page = await backend.get(
      `/confirm?token=${encodeURIComponent('"><script>')}&lang=${encodeURIComponent('"><b>')}`,
    );
    expect(await page.text()).not.toMatch(/"><script>|"><b>/);
  });
});
