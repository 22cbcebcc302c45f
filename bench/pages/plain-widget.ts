import {countries} from '../../src/model/countries.ts';
import {consent} from './consent.ts';

/*
 * The floor that the tag is measured against: what somebody would write by hand for one petition on one page,
 * without a library. It knows the form by heart, and so shows it at once, and the petition's texts once they have
 * come. It really signs; but it has one language and one form, and of any failure it says the same.
 */

interface Counted {
  readonly count: {readonly total: number; readonly goal: number};
}

interface Petition extends Counted {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

const isCounted = (json: unknown): json is Counted => typeof json === 'object' && json !== null && 'count' in json;
const isPetition = (json: unknown): json is Petition => isCounted(json) && 'title' in json;

const styles = `
.plain { box-sizing: border-box; max-width: 640px; font: 16px/1.5 system-ui, sans-serif; }
.plain *, .plain ::before { box-sizing: border-box; }
.plain h2 { margin: 0 0 8px; font-size: 26px; line-height: 1.15; min-height: 60px; }
.plain h3 { margin: 0 0 12px; font-size: 20px; }
.plain p { margin: 0 0 12px; }
.plain-count { min-height: 44px; }
.plain-bar { height: 8px; border-radius: 4px; background: #d7e4e8; }
.plain-bar i { display: block; height: 100%; border-radius: 4px; background: #0b5d78; }
.plain-field { display: block; margin: 0 0 12px; font-size: 14px; font-weight: 600; }
.plain-field input, .plain-field select, .plain-field textarea {
  display: block; width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid #76858c;
  border-radius: 8px; font: 16px/1.5 system-ui, sans-serif; color: inherit; background: #fff;
}
.plain-consent { display: flex; gap: 8px; margin: 0 0 12px; }
.plain-consent input { flex: none; width: 20px; height: 20px; margin: 2px 0; }
.plain-submit {
  width: 100%; min-height: 48px; border: 0; border-radius: 8px; font: 700 16px/1.5 system-ui, sans-serif;
  color: #fff; background: #0b5d78; cursor: pointer;
}
.plain :focus-visible { outline: 3px solid #84c9de; outline-offset: 2px; }
`;

const field = (name: string, label: string, hint: string, type = 'text'): string =>
  `<label class="plain-field">${label}<input name="${name}" type="${type}" autocomplete="${hint}" required></label>`;

const markup = `
<h2></h2>
<div class="plain-count"></div>
<form>
  <h3>Sign this petition</h3>
  ${field('givenName', 'First name', 'given-name')}
  ${field('familyName', 'Last name', 'family-name')}
  ${field('email', 'Email address', 'email', 'email')}
  <label class="plain-field">Country
    <select name="country" autocomplete="country" required><option value="">Please choose</option></select>
  </label>
  <label class="plain-field">Why do you sign? (optional)<textarea name="comment" maxlength="500" rows="3"></textarea></label>
  <label class="plain-consent"><input name="consent" type="checkbox" required><span>${consent.text}</span></label>
  <p role="alert"></p>
  <button class="plain-submit" type="submit">Sign this petition</button>
</form>
<div class="plain-text"></div>`;

const shown = (count: number): string => count.toLocaleString('en');

function showCount(root: HTMLElement, {count: {total, goal}}: Counted): void {
  const place = root.querySelector('.plain-count');
  const bar = document.createElement('div');
  const filled = document.createElement('i');
  bar.className = 'plain-bar';
  filled.style.width = `${Math.min(1, total / goal) * 100}%`;
  bar.append(filled);
  place?.replaceChildren(`${shown(total)} people have signed. The goal is ${shown(goal)}.`, bar);
}

function showPetition(root: HTMLElement, petition: Petition): void {
  const {title, summary, body} = petition;
  root.querySelector('h2')?.replaceChildren(title);
  const paragraphs = [summary, ...body.split('\n\n')].map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });
  root.querySelector('.plain-text')?.replaceChildren(...paragraphs);
  showCount(root, petition);
}

/** Nobody needs 249 names before they come to choose one. */
function fillCountries(select: HTMLSelectElement | null): void {
  const names = new Intl.DisplayNames('en', {type: 'region'});
  const options = countries().map((code) => new Option(names.of(code), code));
  select?.append(...options.toSorted((a, b) => a.text.localeCompare(b.text, 'en')));
}

async function signed(url: string, answers: FormData, key: string): Promise<Counted> {
  const {consent: given, ...fields} = Object.fromEntries(answers);
  const answer = await fetch(`${url}/signatures`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Idempotency-Key': key},
    body: JSON.stringify({
      fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
      consents: [{name: consent.name, textId: consent.textId, given: given === 'on'}],
      lang: 'en',
    }),
  });
  const json: unknown = await answer.json();
  if (isCounted(json)) return json;
  throw new Error(`The backend answered ${answer.status}`);
}

async function handIn(root: HTMLElement, form: HTMLFormElement, url: string, key: string): Promise<void> {
  const thanks = document.createElement('h3');
  thanks.textContent = `Thank you, ${form.querySelector('input')?.value}`;
  try {
    showCount(root, await signed(url, new FormData(form), key));
    form.replaceWith(thanks);
  } catch {
    form.querySelector('[role="alert"]')?.replaceChildren('That did not work. Please try again.');
  }
}

function listen(root: HTMLElement, form: HTMLFormElement, url: string): void {
  const key = crypto.randomUUID();
  form.addEventListener('focusin', () => fillCountries(form.querySelector('select')), {once: true});
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void handIn(root, form, url, key);
  });
}

async function start(script: HTMLOrSVGScriptElement | null): Promise<void> {
  const {backend = '', petition = '', target = ''} = script?.dataset ?? {};
  const url = `${backend}/v1/petitions/${petition}`;
  const asked = fetch(`${url}?lang=en`);
  const style = document.createElement('style');
  style.textContent = styles;
  document.head.append(style);
  const root = document.createElement('div');
  root.className = 'plain';
  root.innerHTML = markup;
  const form = root.querySelector('form');
  if (form) listen(root, form, url);
  document.querySelector(target)?.append(root);
  const answer = await asked;
  const json: unknown = await answer.json();
  if (isPetition(json)) showPetition(root, json);
}

void start(document.currentScript);
