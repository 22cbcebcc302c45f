import type {Page, Route} from 'playwright-core';
import {expect} from 'vitest';
import seed from '../../../demo/backend/seed/save-serikzhan-bilash.json';
import {type Locale, locales} from '../../../src/i18n/locales.ts';
import {loadCatalogue} from '../../../src/i18n/texts.ts';

/** What a reader of a language sees of the petition that the demo has in all of them. */
export interface Spoken {
  readonly tag: Locale;
  /** Its name in itself. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  /** What stands on the form's button. */
  readonly submit: string;
}

const names: Readonly<Record<Locale, string>> = {
  en: 'English',
  ar: 'العربية',
  de: 'Deutsch',
  fr: 'Français',
  ja: '日本語',
  ru: 'Русский',
  tr: 'Türkçe',
  'ug-Arab': 'ئۇيغۇرچە',
  'ug-Cyrl': 'Уйғурчә',
  'ug-Latn': 'Uyghurche',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

const rightToLeft: ReadonlySet<Locale> = new Set(['ar', 'ug-Arab']);

async function spokenIn(tag: Locale): Promise<Spoken> {
  const {default: texts} = await loadCatalogue(tag);
  const dir = rightToLeft.has(tag) ? 'rtl' : 'ltr';
  return {tag, name: names[tag], dir, title: seed.texts[tag].title, submit: texts.submit};
}

/** The twelve, English first. */
export const languages: readonly Spoken[] = await Promise.all(locales.map(spokenIn));

export function language(tag: Locale): Spoken {
  const found = languages.find((each) => each.tag === tag);
  if (!found) throw new Error(`There is no "${tag}"`);
  return found;
}

/** The directions, titles and buttons on a page by the language of the element of ours that they are in. */
export const spokenOn = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const found = new Map<string, Set<string>>();
    const note = (host: HTMLElement, text: string): void => {
      const texts = found.get(host.lang) ?? new Set<string>();
      found.set(host.lang, texts.add(text.trim()));
    };
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const {shadowRoot} = element;
        if (!shadowRoot) continue;
        look(shadowRoot);
        if (!element.localName.startsWith('petition-')) continue;
        note(element, element.dir);
        for (const part of shadowRoot.querySelectorAll('[part="title"], [part="submit"]')) {
          note(element, part.textContent);
        }
      }
    };
    look(document);
    return Object.fromEntries(Array.from(found, ([lang, texts]) => [lang, [...texts].toSorted()]));
  });

/** Waits until all elements of ours on a page speak that language alone: a card and a form at least. */
export async function waitForLanguage(page: Page, {tag, dir, title, submit}: Spoken): Promise<void> {
  await expect
    .poll(() => spokenOn(page), {timeout: 60_000, interval: 20})
    .toEqual({[tag]: [dir, title, submit].toSorted()});
}

/** The parts of the script that were asked for, without what tells their versions apart. */
export const partsIn = (requests: readonly string[]): string[] =>
  requests.flatMap((request) => /\/chunks\/([\w-]+)\.[\w-]{43}\.js/.exec(request)?.[1] ?? []);

const isCatalogue = (part: string): boolean => locales.some((tag) => tag === part);

/** Those of them that only readers of some language need: its texts, or its names of countries. */
export const languagePartsIn = (requests: readonly string[]): string[] =>
  partsIn(requests).filter((part) => locales.some((tag) => part === tag || part.endsWith(`-${tag}`)));

export const cataloguesIn = (requests: readonly string[]): string[] => partsIn(requests).filter(isCatalogue);

/** The languages that a petition was asked for in. */
export const readingsIn = (requests: readonly string[]): string[] =>
  requests.flatMap((request) => /\/v1\/petitions\/[\w-]+\?lang=([\w-]+)$/.exec(request)?.[1] ?? []);

/** Where the catalogue of a language comes from. */
export const catalogueUrl = (tag: Locale): RegExp => new RegExp(`/chunks/${tag}\\.[\\w-]{43}\\.js`);

/** Where the petitions come from. */
export const petitionUrl = /\/v1\/petitions\/[\w-]+\?lang=/;

/** Holds back the answers to requests from now on. Returns what lets them go. */
export async function hold(page: Page, url: RegExp): Promise<() => void> {
  const {promise, resolve} = Promise.withResolvers<void>();
  await page.route(url, async (route: Route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
