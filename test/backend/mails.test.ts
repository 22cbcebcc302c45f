import {describe, expect, it} from 'vitest';
import type {PetitionDefinition} from '../../demo/backend/petitions/petition-definition.ts';
import {speechFor, spokenLanguages} from '../../demo/backend/spoken-languages.ts';
import {testBackend} from './support/backend.ts';
import {confirmedRiver, organization, signature} from './support/fixtures.ts';
import {headerOf, linksIn, mailServer, tokenIn, type Received} from './support/mail-server.ts';
import {askedLanguages, expectSpoken, expectWords, titleFor} from './support/spoken.ts';

const amina = 'amina@water.example';
const {fields} = signature(amina);

interface Sending {
  readonly lang?: string;
  readonly givenName?: string;
  readonly petition?: PetitionDefinition;
  readonly publicUrl?: string;
  readonly mailFrom?: string;
}

/** The mail that a signature leads to. */
async function sent({lang = 'en', givenName = 'Amina', petition = confirmedRiver, ...options}: Sending = {}) {
  const mails = await mailServer();
  const backend = await testBackend({petitions: [petition], smtpUrl: mails.url, ...options});
  const answer = await backend.sign(signature(amina, {lang, fields: {...fields, givenName}}), {petition: petition.id});
  expect(answer.status).toBe(202);
  return {backend, received: await mails.mailTo(amina)};
}

const titled = (title: string): PetitionDefinition => ({
  ...confirmedRiver,
  texts: {en: {title, summary: '', body: ''}},
});

/** What a person reads, without the marks that keep directions apart. */
const plain = (text: string | undefined): string => (text ?? '').replaceAll(/[\u2068\u2069]/g, '');
const withoutIsolates = (html: string): string => html.replaceAll(/<\/?bdi\b[^>]*>/g, '');
const htmlOf = ({mail}: Received): string => mail.html ?? '';

describe('the mail to confirm by', () => {
  it('comes from the one who sends it, to the signer, by no hand', async () => {
    const {received} = await sent({mailFrom: 'Clean Water <hello@water.example>'});
    const {mail, to} = received;
    expect(to).toEqual([amina]);
    expect(mail.to).toEqual([{name: '', address: amina}]);
    expect(mail.from).toEqual({name: 'Clean Water', address: 'hello@water.example'});
    expect(mail.subject).toBe('Please confirm your signature: Save the river');
    expect(headerOf(received, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(received, 'content-language')).toBe('en');
    expect(mail.attachments).toEqual([]);
  });

  it('says the same as text and as HTML', async () => {
    const {backend, received} = await sent();
    const {confirm, withdraw} = linksIn(received);
    expect(confirm).toMatch(new RegExp(`^${backend.url}/confirm\\?token=[\\w-]{43}&lang=en$`));
    expect(withdraw).toMatch(new RegExp(`^${backend.url}/withdraw\\?token=[\\w-]{43}&lang=en$`));
    const text = plain(received.mail.text);
    expect(text).toContain('Hello Amina,\n\nYou have signed the petition “Save the river”.');
    expect(text).toContain(organization.name);

    const html = htmlOf(received);
    for (const said of ['Save the river', 'Amina', 'Confirm your signature', organization.name]) {
      expect(html).toContain(said);
    }
    const escaped = [confirm, withdraw].map((link) => link?.replace('&', '&amp;') ?? 'none');
    for (const link of escaped) expect(html).toContain(`href="${link}"`);
    expect(html).toContain(`>${escaped[0]}</bdi>`);
    expect(html).not.toMatch(/<script|<img|<style|<link|@import|url\(/);
  });

  it.each(askedLanguages)('speaks the signer’s language: %s', async (asked, lang) => {
    const {received} = await sent({lang: asked});
    const speech = speechFor(lang);
    const {texts, sentences} = speech;
    expect(headerOf(received, 'content-language')).toBe(lang);
    const {title, lang: titleLang} = titleFor(confirmedRiver, lang);
    expect(plain(received.mail.subject)).toBe(sentences['mail.confirmation.subject'].replace('{{title}}', title));
    const html = htmlOf(received);
    expectSpoken(html, speech);
    const text = plain(received.mail.text);
    expectWords(text);
    expect(received.mail.text).toContain(`\u2068${title}\u2069`);
    expect(html).toContain(`<bdi lang="${titleLang}">${title}</bdi>`);
    for (const said of [
      texts['mail.confirm'],
      texts['mail.mayWithdraw'],
      texts['mail.withdraw'],
      texts['mail.validity'],
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(html).toContain(texts['mail.confirmByAddress']);
    const greeting = sentences['mail.greetingByName'].replace('{{name}}', 'Amina');
    const opening = sentences['mail.confirmation.opening'].replace('{{title}}', title);
    expect(text).toContain(`${greeting}\n\n${opening}\n`);
    expect(withoutIsolates(html)).toContain(`<p>${greeting}</p>\n<p>${opening}</p>`);
  });

  it('keeps a title or a name from turning the sentence around', async () => {
    const {received} = await sent({lang: 'ar', givenName: 'Amina'});
    expect(received.mail.text).toContain('\u2068Save the river\u2069');
    expect(received.mail.text).toContain('\u2068Amina\u2069');
    expect(received.mail.subject).toContain('\u2068Save the river\u2069');
    expect(htmlOf(received)).toContain('<bdi lang="en">Save the river</bdi>');
    expect(htmlOf(received)).toContain('<bdi>Amina</bdi>');
  });

  it.each(['http://evil.example', 'win.example', 'You won 100 euros', 'a'.repeat(41), '<b>Amina</b>', '🎁'])(
    'greets nobody by what is no name: %s',
    async (givenName) => {
      const {received} = await sent({givenName});
      expect(received.mail.text).toMatch(/^Hello,\n/);
      expect(received.mail.text).not.toContain(givenName);
    },
  );

  it('greets where no given name is asked for', async () => {
    const form = {...confirmedRiver.form, fields: [{name: 'email', required: true}], consents: []};
    const mails = await mailServer();
    const backend = await testBackend({petitions: [{...confirmedRiver, form}], smtpUrl: mails.url});
    await backend.sign({fields: {email: amina}, consents: [], lang: 'en'});
    expect((await mails.mailTo(amina)).mail.text).toMatch(/^Hello,\n/);
  });

  it('has no header but its own, whatever a title holds', async () => {
    const {received} = await sent({petition: titled('Save\r\nBcc: eve@evil.example\r\n\r\nthe river')});
    expect(received.to).toEqual([amina]);
    expect(headerOf(received, 'bcc')).toBe(undefined);
    expect(received.mail.bcc ?? []).toEqual([]);
    expect(received.mail.subject).toMatch(/^Please confirm your signature: Save\s+Bcc: eve/);
    expect(received.mail.text).toMatch(/^Hello/);
  });

  it.each(['Amina\r\nBcc: eve@evil.example', 'Amina\nX: y'])('has no name that would be a header: %j', async (name) => {
    const mails = await mailServer();
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.url});
    const answer = await backend.sign(signature(amina, {fields: {...fields, givenName: name}}));
    // Refused, or taken as one line: in either case no header of a mail.
    if (answer.status === 202) expect(headerOf(await mails.mailTo(amina), 'bcc')).toBe(undefined);
    await backend.close();
    expect(mails.received.flatMap(({to}) => to).filter((to) => to !== amina)).toEqual([]);
  });

  it('shows what is text as text', async () => {
    const {received} = await sent({petition: titled('<img src=x onerror=alert(1)> & "more"')});
    expect(htmlOf(received)).not.toContain('<img');
    expect(htmlOf(received)).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;more&quot;');
  });

  it('leads to where the world finds the backend, not to where a request says', async () => {
    const {received} = await sent({publicUrl: 'https://sign.example/petitions/'});
    expect(linksIn(received).confirm).toMatch(/^https:\/\/sign\.example\/petitions\/confirm\?token=/);
    expect(linksIn(received).withdraw).toMatch(/^https:\/\/sign\.example\/petitions\/withdraw\?token=/);
  });
});

describe('the mail to one who has signed already', () => {
  it.each(spokenLanguages)('speaks their language: %s', async (lang) => {
    const mails = await mailServer();
    let time = Date.parse('2026-11-01T12:00:00Z');
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.url, now: () => new Date(time)});
    await backend.sign(signature(amina, {lang}));
    await fetch(`${backend.url}/v1/confirmations`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({token: tokenIn(linksIn(await mails.mailTo(amina)).confirm)}),
    });
    time += 60 * 60 * 1000;
    await backend.sign(signature(amina, {lang}));
    const [, received] = await mails.until(2);
    if (!received) throw new Error('There is no second mail');

    const speech = speechFor(lang);
    const {texts, sentences} = speech;
    const {title, lang: titleLang} = titleFor(confirmedRiver, lang);
    const [text = '', html] = [received.mail.text, htmlOf(received)];
    expect(headerOf(received, 'content-language')).toBe(lang);
    expect(plain(received.mail.subject)).toBe(sentences['mail.already-signed.subject'].replace('{{title}}', title));
    const opening = sentences['mail.already-signed.opening'].replace('{{title}}', title);
    expect(plain(text)).toContain(`\n${opening}\n`);
    expect(withoutIsolates(html)).toContain(`<p>${opening}</p>`);
    expect(text).toContain(`\u2068${title}\u2069`);
    expect(html).toContain(`<bdi lang="${titleLang}">${title}</bdi>`);
    for (const said of [texts['mail.mayWithdraw'], texts['mail.withdraw']]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    expect(text).not.toContain(texts['mail.validity']);
    expectWords(text);
    expectSpoken(html, speech);
  });
});
