import {warnOnce} from '../internal/warn-once.ts';
import {documentOwn} from './document-own.ts';
import {isOwn, noteOwn} from './others.ts';

/** The place that `data-target` names, or undefined if there is none, so far. */
function targetOf(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

const whenParsed = (callback: () => void): void => {
  if (documentOwn('readyState') === 'loading') document.addEventListener('DOMContentLoaded', callback, {once: true});
  else callback();
};

/**
 * Takes away a copy of what is about to be put there: a page that was kept as it was, by a router's cache or as it
 * was rendered ahead, brings back the element together with its tag. One that the page has filled is its own.
 */
function removeCopy(there: Element | null, element: HTMLElement): void {
  if (!there || isOwn(there) || there.localName !== element.localName || there.textContent.trim() !== '') return;
  const isSame = element.getAttributeNames().every((name) => there.getAttribute(name) === element.getAttribute(name));
  if (isSame) there.remove();
}

/**
 * Right after the tag. One in the head, where nothing is seen, or one that its loader has taken out
 * again stands for the end of the page.
 */
function placeByScript(script: HTMLScriptElement, element: HTMLElement): void {
  if (script.isConnected && !script.closest('head')) {
    removeCopy(script.nextElementSibling, element);
    script.after(element);
  } else whenParsed(() => document.querySelector('body')?.append(element));
}

function placeInTarget(selector: string, element: HTMLElement): boolean {
  const target = targetOf(selector);
  removeCopy(target?.lastElementChild ?? null, element);
  target?.append(element);
  return target !== undefined;
}

/** Puts the element where the tag wants it, once that is there. */
export function place(script: HTMLScriptElement, element: HTMLElement): void {
  noteOwn(element);
  const selector = script.dataset['target'];
  if (selector === undefined) placeByScript(script, element);
  else if (!placeInTarget(selector, element)) {
    whenParsed(() => {
      if (placeInTarget(selector, element)) return;
      warnOnce(`the page has no data-target="${selector}"; the petition stands where its script tag is`);
      placeByScript(script, element);
    });
  }
}
