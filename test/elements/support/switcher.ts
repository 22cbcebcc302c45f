import {html, nothing} from 'lit';
import type {PetitionClient} from '../../../src/backend/client.ts';
import {PetitionLanguageSwitcher} from '../../../src/elements/petition-language-switcher/petition-language-switcher.ts';
import {FakeClient} from '../../../stories/support/fake-client.ts';
import {fixture, one, shadowOf, until} from '../../support/dom.ts';
import {deepAll, petition, plain, settled} from './page.ts';

/** The twelve languages in the order of their own names, with their directions. */
export const twelve = [
  ['de', 'Deutsch', 'ltr'],
  ['en', 'English', 'ltr'],
  ['fr', 'Français', 'ltr'],
  ['tr', 'Türkçe', 'ltr'],
  ['ug-Latn', 'Uyghurche', 'ltr'],
  ['ru', 'Русский', 'ltr'],
  ['ug-Cyrl', 'Уйғурчә', 'ltr'],
  ['ug-Arab', 'ئۇيغۇرچە', 'rtl'],
  ['ar', 'العربية', 'rtl'],
  ['ja', '日本語', 'ltr'],
  ['zh-Hans', '简体中文', 'ltr'],
  ['zh-Hant', '繁體中文', 'ltr'],
] as const;

export async function showing(template: unknown, lang = 'en'): Promise<PetitionLanguageSwitcher> {
  const switcher = one(await fixture(template, {lang}), 'petition-language-switcher', PetitionLanguageSwitcher);
  await settled(switcher);
  return switcher;
}

export interface SwitcherOptions {
  readonly client?: PetitionClient;
  readonly lang?: string;
  readonly languages?: string;
  readonly remember?: string;
}

export const switcherOf = (
  layout: string,
  {client = new FakeClient(), lang, languages, remember}: SwitcherOptions = {},
): Promise<PetitionLanguageSwitcher> =>
  showing(
    html`<petition-language-switcher
      petition=${petition}
      layout=${layout}
      languages=${languages ?? nothing}
      remember=${remember ?? nothing}
      .client=${client}
    ></petition-language-switcher>`,
    lang,
  );

export const buttonOf = (switcher: Element): HTMLElement => one(shadowOf(switcher), '[part=button]');
export const menuOf = (switcher: Element): HTMLElement => one(shadowOf(switcher), '[part=menu]');
export const selectOf = (switcher: Element): HTMLSelectElement => one(shadowOf(switcher), 'select', HTMLSelectElement);
export const optionsOf = (switcher: Element): HTMLElement[] =>
  deepAll(switcher, '[part=option]').filter((option) => !option.closest('[hidden]'));

/** Where an option's own name stands, marked as being in that language. */
const ownName = (option: HTMLElement): HTMLElement => (option.lang ? option : one(option, '[lang]'));

/** The languages on offer, by their own names. */
export const namesOf = (switcher: Element): string[] =>
  optionsOf(switcher).map((option) => plain(ownName(option).textContent));

export const tagsOf = (switcher: Element): string[] => optionsOf(switcher).map((option) => ownName(option).lang);

export const directionsOf = (switcher: Element): string[] => optionsOf(switcher).map((option) => ownName(option).dir);

const marks = '[aria-selected=true], [aria-current=true]';

/** The languages that are marked as the current one. */
export const currentOf = (switcher: Element): string[] =>
  optionsOf(switcher)
    .filter((option) => option.matches(marks))
    .map((option) => ownName(option).lang);

/** The language whose option has the focus. */
export const focusedTag = (switcher: Element): string | undefined =>
  optionsOf(switcher)
    .filter((option) => option.matches(':focus'))
    .map((option) => ownName(option).lang)[0];

export const isOpen = (switcher: Element): boolean => menuOf(switcher).matches(':popover-open');

/** Opens the menu as a press of its button does. */
export async function opened(switcher: Element): Promise<void> {
  buttonOf(switcher).focus();
  buttonOf(switcher).click();
  await until(() => isOpen(switcher), 'the menu is open');
  await until(() => focusedTag(switcher) !== undefined, 'an option has the focus');
}

/** Chooses in the browser's own control as a person does. */
export function select(switcher: Element, lang: string): void {
  selectOf(switcher).value = lang;
  selectOf(switcher).dispatchEvent(new Event('change', {bubbles: true}));
}

/** What it says aloud. */
export const announcementOf = (switcher: Element): string =>
  plain(one(shadowOf(switcher), 'p[role=status]').textContent);

/** Has the browser ask for those languages. */
export function browserAsks(...languages: readonly string[]): void {
  Object.defineProperty(navigator, 'languages', {configurable: true, value: languages});
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'languages');
});
