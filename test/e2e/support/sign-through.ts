import type {Control, EngineFrame} from './engines.ts';
import type {Person} from './petitions.ts';
import {awaited} from './wait-for.ts';

/**
 * The first that matches and is seen in the shadow root of such a host, with that text, wherever the host is:
 * within shadow roots, a closed one too that the page has kept as `globalThis[Symbol.for('closed root')]`.
 */
export function within(hosts: string, selector: string, text = ''): Element | undefined {
  const shown = (root: ParentNode): Element | undefined =>
    Array.from(root.querySelectorAll(selector)).find(
      (element) => element.checkVisibility() && element.textContent.includes(text),
    );
  const below = (root: ParentNode): Element | undefined => {
    for (const element of root.querySelectorAll('*')) {
      const {shadowRoot} = element;
      const found = shadowRoot && ((element.matches(hosts) ? shown(shadowRoot) : undefined) ?? below(shadowRoot));
      if (found) return found;
    }
    return undefined;
  };
  const closed: unknown = Reflect.get(globalThis, Symbol.for('closed root'));
  return below(document) ?? (closed instanceof ShadowRoot ? below(closed) : undefined);
}

const signForm = 'petition-sign-form';

const control = (frame: EngineFrame, selector: string): Promise<Control> => awaited(frame, within, signForm, selector);

/** Fills in what is known of a person, as one does, and gives the consents that are required. */
async function fillIn(frame: EngineFrame, {country, ...texts}: Partial<Person>): Promise<void> {
  await control(frame, '[part="submit"]');
  for (const [name, text] of Object.entries(texts)) {
    const field = await control(frame, `[name="${name}"]`);
    await field.click();
    await field.type(text);
  }
  if (country !== undefined) {
    // The countries come once somebody comes to the form.
    const field = await control(frame, `[name="country"]:has([value="${country}"])`);
    await field.choose(country);
  }
  const unticked = '[type="checkbox"][aria-required="true"]:not(:checked)';
  while (await frame.has(within, signForm, unticked)) await (await control(frame, unticked)).click();
}

/** What the form is like and has in its fields, for an error's message. */
function formAsItIs(): string {
  const said: string[] = [];
  const look = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      const {shadowRoot} = element;
      if (shadowRoot) look(shadowRoot);
      if (!shadowRoot || element.localName !== 'petition-sign-form') continue;
      for (const field of shadowRoot.querySelectorAll('input, select')) {
        const isTicked = field instanceof HTMLInputElement && field.checked ? ' ticked' : '';
        said.push(`${field.id}=${Reflect.get(field, 'value')}${isTicked}`);
      }
      said.push(shadowRoot.textContent.replaceAll(/\s+/g, ' '));
    }
  };
  look(document);
  return said.join('\n');
}

/** Fills in the form, hands it in, and waits for the thanks. */
export async function signThrough(frame: EngineFrame, person: Partial<Person>): Promise<void> {
  await fillIn(frame, person);
  await (await control(frame, '[part="submit"]')).click();
  try {
    await control(frame, '[part="thanks"]');
  } catch (error) {
    throw new Error(`It is not signed: ${String(await frame.evaluate(formAsItIs))}`, {cause: error});
  }
}
