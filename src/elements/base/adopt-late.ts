import type {CSSResult} from '@lit/reactive-element/css-tag.js';

/** Gives an element that is rendered the styles of a part that has come after it. */
export function adoptLate(root: HTMLElement | DocumentFragment, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = styles.flatMap(({styleSheet}) => styleSheet ?? []);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
