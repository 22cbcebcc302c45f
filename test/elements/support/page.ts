import '../../../src/define/index.ts';
import {PetitionElement} from '../../../src/elements/base/petition-element.ts';
import {dialogLayouts} from '../../../src/elements/petition-campaign/petition-campaign.ts';
import {markdown} from '../../../src/elements/petition-campaign/body-text.ts';
import {switching} from '../../../src/elements/petition-language-switcher/petition-language-switcher.ts';
import {countLife} from '../../../src/elements/petition-counter/late-life.ts';
import {composed, composedChildren, deepAll} from '../../../stories/support/dom.ts';
import {until} from '../../support/dom.ts';

export {composed, deep, deepAll, has} from '../../../stories/support/dom.ts';

/** Parts of the script that elements fetch later are there, unless a test is about that. */
await Promise.all([countLife, dialogLayouts, markdown, switching].map((part) => part.come()));

/** What all tests sign, unless they need another. */
export const petition = 'stop-dna-collection';

const unread = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'OPTION']);

function textBelow(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element) {
    if (unread.has(node.tagName)) return '';
    const {display, visibility} = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') return '';
    const text = composedChildren(node).map(textBelow).join('');
    return display.startsWith('inline') || display === 'contents' ? text : ` ${text} `;
  }
  return composedChildren(node).map(textBelow).join('');
}

/** Without what only guides the eye: runs of white space, isolates, marks of direction. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\u2068\u2069\u200F]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What a person reads of an element, through its shadow roots and slots. */
export const textOf = (node: Node): string => plain(textBelow(node));

/** Resolves once a person reads that text there. */
export async function shows(element: Node, text: string): Promise<void> {
  await until(() => textOf(element).includes(text), `«${text}» is shown`).catch((error: unknown) => {
    throw new Error(`${String(error)}; there is «${textOf(element)}»`);
  });
}

/** The button or link of that name. */
export function press(root: Node, name: string): HTMLElement {
  const found = deepAll(root, 'button, a[href], [role=option]').find((each) => textOf(each) === name);
  if (found) return found;
  throw new Error(`There is nothing to press called «${name}» in «${textOf(root)}»`);
}

/** What chooses a language where it is on offer: a menu's option, a list's button or link. */
export function languageOption(root: Node, tag: string): HTMLElement {
  const isOf = (each: HTMLElement): boolean => each.lang === tag || each.querySelector(`[lang="${tag}"]`) !== null;
  const found = deepAll(root, '[part=option]').find((each) => isOf(each) && !each.closest('[hidden]'));
  if (found) return found;
  throw new Error(`The language ${tag} is not on offer in «${textOf(root)}»`);
}

/** A part has a language once its texts are there. */
const isSettled = (element: Element): boolean =>
  !element.matches(':state(loading)') && Boolean(element.shadowRoot?.querySelector('[part=root][lang]'));

async function looked(): Promise<void> {
  const {promise, resolve} = Promise.withResolvers<void>();
  const observer = new IntersectionObserver(() => resolve());
  observer.observe(document.documentElement);
  await promise;
  observer.disconnect();
}

/**
 * Resolves once each element knows whether it is on the screen. Observers of one frame hear of it in any
 * order, so a second one is waited for.
 */
export async function lookedAt(): Promise<void> {
  await looked();
  await looked();
}

/** Resolves once an element and all petition elements in it show what they can show. */
export async function settled(element: Element): Promise<void> {
  await until(() => {
    const parts = [element, ...composed(element)].filter((each) => each instanceof PetitionElement);
    return parts.every(isSettled);
  }, `${element.localName} is no longer loading`);
}

/** The events of that type that reach `target`, from now on. */
export function eventsOf<T extends Event>(
  target: EventTarget,
  type: string,
  eventClass: abstract new (...args: never[]) => T,
): readonly T[] {
  const events: T[] = [];
  target.addEventListener(type, (event) => {
    if (event instanceof eventClass) events.push(event);
  });
  return events;
}

/** Makes the page look again, as when a reader comes back to its tab. */
export const comeBack = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

/** What the console is warned of while `act` runs, which is given what there is so far. */
export async function warningsOf(act: (soFar: readonly string[]) => unknown): Promise<readonly string[]> {
  const warnings: string[] = [];
  const {warn} = console;
  console.warn = (...words: unknown[]): void => {
    warnings.push(words.join(' '));
  };
  try {
    await act(warnings);
  } finally {
    console.warn = warn;
  }
  return warnings;
}
