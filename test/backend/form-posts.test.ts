import {randomUUID} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {signedOutcomes} from '../../demo/backend/signing/signed-outcomes.ts';
import {speechFor} from '../../demo/backend/spoken-languages.ts';
import {expectProblem, testBackend, type TestBackend} from './support/backend.ts';
import {petition, river} from './support/fixtures.ts';
import {askedLanguages, expectSpoken, titleFor} from './support/spoken.ts';

const filled = {
  givenName: 'Amina',
  familyName: 'Turdi',
  email: 'amina@water.example',
  country: 'DE',
  'consent.processing': 'on',
};

/** Posts like a form without JavaScript. */
function post(backend: TestBackend, fields: Record<string, string>, id = river.id): Promise<Response> {
  return fetch(`${backend.url}/v1/petitions/${id}/signatures`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
}

async function expectOutcome(answer: Response, outcome: string, lang = 'en'): Promise<string> {
  expect(answer.status).toBe(303);
  const location = answer.headers.get('Location') ?? '';
  const url = new URL(location);
  expect(Object.fromEntries(url.searchParams)).toEqual({outcome, lang});
  expect(location).not.toMatch(/amina|turdi/i);
  return location;
}

describe('a form without JavaScript', () => {
  it('signs, and leads to a page that says so', async () => {
    const backend = await testBackend();
    const answer = await post(backend, {...filled, 'consent.updates': 'on', comment: '', lang: 'fr'});
    const location = await expectOutcome(answer, 'counted', 'fr');
    expect(location).toBe(`${backend.url}/signed/${river.id}?outcome=counted&lang=fr`);
    expect((await backend.count()).total).toBe(101);
    const [row] = await backend.rows('SELECT consents, lang, listed FROM signature');
    expect(row).toEqual({
      consents: JSON.stringify([
        {name: 'processing', given: true, textId: 'processing-1'},
        {name: 'updates', given: true, textId: 'updates-1'},
      ]),
      lang: 'fr',
      listed: 'unlisted',
    });
    const page = await fetch(location);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Votre signature est comptée.');
  });

  it('counts once under a key, and once for an address', async () => {
    const backend = await testBackend();
    const key = randomUUID();
    await expectOutcome(await post(backend, {...filled, key}), 'counted');
    await expectOutcome(await post(backend, {...filled, key}), 'counted');
    await expectOutcome(await post(backend, filled), 'counted');
    expect((await backend.count()).total).toBe(101);
    await expectOutcome(await post(backend, {...filled, key, comment: 'More'}), 'idempotency-mismatch');
  });

  it.each<[string, Record<string, string>]>([
    ['a field is missing', {email: ''}],
    ['a consent is missing', {'consent.processing': ''}],
    ['there is an unknown field', {shoeSize: '42'}],
    ['the key is no UUID', {key: 'x'}],
    ['it is too large', {comment: 'x'.repeat(70_000)}],
  ])('says that something is wrong where %s', async (_, changed) => {
    const backend = await testBackend();
    const location = await expectOutcome(await post(backend, {...filled, ...changed}), 'invalid');
    expect(await (await fetch(location)).text()).toContain('Not signed yet');
    expect((await backend.count()).total).toBe(100);
  });

  it('says that a petition is closed, or not there', async () => {
    const backend = await testBackend({petitions: [petition('over', {status: 'closed'})]});
    const closed = await expectOutcome(await post(backend, filled, 'over'), 'closed');
    expect((await fetch(closed)).status).toBe(200);
    const missing = await expectOutcome(await post(backend, filled, 'none'), 'not-found');
    expect((await fetch(missing)).status).toBe(404);
  });
});

describe('the page after it', () => {
  it.each(askedLanguages)('speaks the language, whatever came of it: %s', async (asked, lang) => {
    const backend = await testBackend();
    const speech = speechFor(lang);
    const {texts} = speech;
    const petitionTitle = titleFor(river, lang);
    for (const outcome of signedOutcomes) {
      const page = await backend.get(`/signed/${river.id}?outcome=${outcome}&lang=${asked}`);
      const shown = await page.text();
      expect(page.headers.get('Content-Language')).toBe(lang);
      expectSpoken(shown, speech);
      expect(shown).toContain(`<title>${texts[`signed.${outcome}.title`]}</title>`);
      expect(shown).toContain(`<h1>${texts[`signed.${outcome}.title`]}</h1>`);
      expect(shown).toContain(`<p>${texts[`signed.${outcome}.text`]}</p>`);
      expect(shown).toContain(`<p lang="${petitionTitle.lang}" dir="auto"><strong>${petitionTitle.title}</strong>`);
      expect(shown).toContain(`>${texts['signed.back']}</a>`);
    }
  });

  it('holds nothing that its policy does not allow', async () => {
    const backend = await testBackend();
    const page = await backend.get(`/signed/${river.id}?outcome=counted`);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    const text = await page.text();
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(`style-src 'sha256-${Buffer.from(digest).toString('base64')}'`);
    expect(text).not.toMatch(/<script|style=|<img|<link/);
    expect(page.headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  it('shows what is text as text, and links to web addresses only', async () => {
    const texts = {en: {title: '<script>alert(1)</script>', summary: '', body: ''}};
    const backend = await testBackend({petitions: [petition('sly', {texts, url: 'data:text/html,sly'})]});
    const text = await (await backend.get('/signed/sly?outcome=counted')).text();
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('data:');
    expect(text).not.toContain('href');
  });

  it('knows no other outcome', async () => {
    const backend = await testBackend();
    await expectProblem(await backend.get(`/signed/${river.id}?outcome=constructor`), 404, 'not-found');
    await expectProblem(await backend.get(`/signed/${river.id}`), 404, 'not-found');
  });
});
