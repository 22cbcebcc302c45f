import 'petition-widgets/define/petition-sign-form';
import {FakeClient} from './fake-client.ts';

const form = document.createElement('petition-sign-form');
const client = new FakeClient();
form.petition = 'street-trees';
form.client = client;

const loaded = new Promise((resolve) => {
  form.addEventListener('petition-load', resolve, {once: true});
});
const signed = new Promise<string>((resolve) => {
  form.addEventListener('petition-sign', ({status}) => resolve(status), {once: true});
});

document.body.append(form);
await loaded;
const email = form.shadowRoot?.querySelector<HTMLInputElement>('[name="email"]');
if (email) email.value = 'somebody@example.org';
form.shadowRoot?.querySelector<HTMLButtonElement>('[part~="submit"]')?.click();

console.assert((await signed) === 'counted', 'it is signed');
console.assert([...client.taken.values()][0]?.fields['email'] === 'somebody@example.org', 'with what was typed');
