import type {CSSResult} from '@lit/reactive-element/css-tag.js';

/** Gives an element that is rendered the styles of a part that has come after it. */
export function adoptLate(
  root: HTMLElement | DocumentFragment,
  styles: readonly Pick<CSSResult, 'styleSheet'>[],
): void {
  if (!(root instanceof ShadowRoot)) return;
  const before = root.adoptedStyleSheets;
  const late = styles.flatMap(({styleSheet}) => styleSheet ?? []).filter((sheet) => !before.includes(sheet));
  if (late.length > 0) root.adoptedStyleSheets = [...before, ...late];
}
