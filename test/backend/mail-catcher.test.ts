import {createTransport} from 'nodemailer';
import {describe, expect, it, onTestFinished} from 'vitest';
import {startMailCatcher, type MailCatcher} from '../../demo/backend/mail-catcher/mail-catcher.ts';
import {testBackend} from './support/backend.ts';
import {confirmedRiver, signature} from './support/fixtures.ts';

async function catcher(): Promise<MailCatcher> {
  const running = await startMailCatcher({port: 0});
  onTestFinished(() => running.close());
  return running;
}

interface Letter {
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
}

/** One after the other, over one connection. */
async function send({smtpUrl}: MailCatcher, ...letters: readonly Letter[]): Promise<void> {
  const transport = createTransport({url: smtpUrl, pool: true, maxConnections: 1, maxMessages: Infinity});
  for (const letter of letters) {
    await transport.sendMail({from: 'a@water.example', to: 'amina@water.example', ...letter});
  }
  transport.close();
}

const pageOf = async ({url}: MailCatcher): Promise<string> => (await fetch(url)).text();

const framesIn = (page: string): string[] =>
  [...page.matchAll(/<iframe[^>]* src="([^"]+)"/g)].map(([, src = '']) => src);

describe('the mail catcher', () => {
  it('shows what the backend sends', async () => {
    const mails = await catcher();
    expect(await pageOf(mails)).toContain('There is none yet.');
    const backend = await testBackend({petitions: [confirmedRiver], smtpUrl: mails.smtpUrl});
    await backend.sign(signature('amina@water.example', {lang: 'ug'}));
    await expect.poll(() => pageOf(mails)).toContain('amina@water.example');
    const page = await pageOf(mails);
    expect(page).toContain('lang="ug-Arab"');
    expect(page).toContain('دەريانى قۇتقۇزۇڭ');
    expect(page).toContain(`${backend.url}/confirm?token=`);

    const [frame = ''] = framesIn(page);
    const mail = await (await fetch(mails.url + frame)).text();
    expect(mail).toContain('<html lang="ug-Arab" dir="rtl">');
    expect(mail).toContain('<base target="_blank">');
  });

  it('has the newest first, and the latest hundred', async () => {
    const mails = await catcher();
    const letters = Array.from({length: 101}, (_, index) => ({subject: `Number ${index + 1}.`, text: 'Text'}));
    await send(mails, ...letters);
    const page = await pageOf(mails);
    const numbers = [...page.matchAll(/Number (\d+)\./g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({length: 100}, (_, index) => 101 - index));
  });

  it('runs and loads nothing of a mail', async () => {
    const mails = await catcher();
    const html = '<p>Look: <img src="https://tracker.example/"><script>alert(1)</script></p>';
    await send(mails, {subject: '<script>alert(1)</script>', text: '<b>bold</b>', html});
    const answer = await fetch(mails.url);
    const page = await answer.text();
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<b>|<img/);
    expect(page).toMatch(/<iframe[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    const [frame = ''] = framesIn(page);
    const mail = await fetch(mails.url + frame);
    expect(mail.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox allow-popups /);
    expect(await mail.text()).toMatch(/^<base target="_blank">/);
    expect((await fetch(`${mails.url}/mails/other`)).status).toBe(404);
  });

  it('is on this machine only', async () => {
    const mails = await catcher();
    expect(new URL(mails.url).hostname).toBe('localhost');
    expect(new URL(mails.smtpUrl).hostname).toBe('127.0.0.1');
  });
});
