import {deepAll, has, there, until} from './dom.ts';

/** Opens the menu of languages. */
export async function openMenu(container: Element): Promise<void> {
  const button = await there(container, '[part=button]');
  button.focus();
  button.click();
  await until(() => has(container, '.menu.shown'), 'the menu is open');
}

/** Chooses a language out of a list. */
export async function chooseLanguage(container: Element, tag: string): Promise<void> {
  (await there(container, `[part=option][lang="${tag}"]`)).click();
  await until(() => deepAll(container, '[part=title]').some((title) => title.lang === tag), 'the language is there');
}
