import {createHash} from 'node:crypto';
import {chromium} from 'playwright-core';

const [page = '', backend = ''] = process.argv.slice(2);
const answers = {givenName: 'Zylphora', familyName: 'Quenbyshire', email: 'zylphora@quenbyshire.example'};
const hashes = ['sha256', 'sha1', 'md5'].map((kind) => createHash(kind).update(answers.email).digest('hex'));
const marks = [...Object.values(answers), ...hashes].map((mark) => mark.toLowerCase());
const found: string[] = [];

const browser = await chromium.launch({executablePath: process.env['CHROMIUM']});
const tab = await browser.newPage();
tab.on('request', (request) => {
  const sent = `${request.url()}\n${JSON.stringify(request.headers())}\n${request.postData() ?? ''}`;
  const words = [sent, decodeURIComponent(sent.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))].join('\n').toLowerCase();
  if (!request.url().startsWith(backend) && marks.some((mark) => words.includes(mark))) found.push(request.url());
});
await tab.route(`${backend}/v1/petitions/*/signatures`, (route) =>
  route.fulfill({
    status: 202,
    headers: {'Access-Control-Allow-Origin': '*'},
    json: {status: 'confirmation-sent'},
  }),
);

await tab.goto(page);
const form = tab.locator('petition-sign-form');
for (const [name, value] of Object.entries(answers)) await form.locator(`[name="${name}"]`).fill(value);
for (const box of await form.locator('[type="checkbox"][aria-required="true"]').all()) await box.check();
for (const list of await form.locator('select[aria-required="true"]').all()) await list.selectOption({index: 1});
await form.locator('[part~="submit"]').click();
await form.locator('[part~="thanks"]').waitFor();
await tab.waitForTimeout(10_000);
await browser.close();

console.log(found.length === 0 ? 'Nothing personal left the page.' : `Told somebody: ${found.join('\n')}`);
process.exitCode = found.length === 0 ? 0 : 1;
