import 'axe-core';
import type axe from 'axe-core';
import {isControl} from '../../../stories/support/filling.ts';
import {plain} from './page.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** What has the focus, in whatever shadow root it is. */
export function focused(): Element {
  let {activeElement} = document;
  while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
  return activeElement ?? document.body;
}

/** What an element is by itself. */
const nativeRoles: Readonly<Record<string, string>> = {
  A: 'link',
  BUTTON: 'button',
  H2: 'heading',
  SELECT: 'combobox',
  TEXTAREA: 'textbox',
};

/** What it is, as a screen reader says it. */
export function roleOf(element: Element): string {
  const {tagName} = element;
  if (element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)) return element.type;
  return (
    element.getAttribute('role') ?? (element instanceof HTMLInputElement ? 'textbox' : (nativeRoles[tagName] ?? ''))
  );
}

/** Its name, by the algorithm of “Accessible Name and Description Computation”. */
export function nameOf(element: Element): string {
  window.axe.setup(document.body);
  try {
    return plain(window.axe.commons.text.accessibleText(element));
  } finally {
    window.axe.teardown();
  }
}

/** What it is at the moment, in a word. */
export function stateOf(element: Element): string {
  const isChecked = element instanceof HTMLInputElement && element.checked;
  const states = [
    isChecked && element.type === 'checkbox' ? 'ticked' : '',
    (isChecked && element.type === 'radio') || element.ariaSelected === 'true' ? 'chosen' : '',
    element.getAttribute('aria-invalid') === 'true' ? 'wrong' : '',
    element.getAttribute('aria-current') === 'true' ? 'current' : '',
  ];
  return states.filter(Boolean).join(' and ');
}

/** What stands in it, as it is shown. */
export function heldBy(element: Element): string {
  if (element instanceof HTMLSelectElement) return plain(element.selectedOptions[0]?.textContent ?? '');
  return isControl(element) ? element.value : '';
}

/** Whether a list, which may be filled in later, is. */
export const isFilled = (element: Element): boolean =>
  !(element instanceof HTMLSelectElement) || element.options.length > 1;
