// axe-core is no ES module: loaded as one it sets `window.axe`.
import 'axe-core';
import type axe from 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

export interface AccessibilityOptions {
  /** Rules that don't apply, each with a reason at the call. */
  readonly without?: readonly string[];
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What only a whole page can fulfil. */
const pageRules = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

const describe = ({id, help, nodes}: axe.Result): string =>
  [
    `${id}: ${help}`,
    ...nodes.map((node) => `  ${node.target.flat().join(' ')}\n    ${node.html}\n    ${node.failureSummary ?? ''}`),
  ].join('\n');

/** Fails with a list of what axe finds against WCAG 2.2 A and AA and good practice, shadow roots included. */
export async function expectAccessible(element: Element, {without = []}: AccessibilityOptions = {}): Promise<void> {
  const disabled = [...pageRules, ...without].map((rule) => [rule, {enabled: false}] as const);
  const {violations} = await window.axe.run(element, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}, ...Object.fromEntries(disabled)},
    resultTypes: ['violations'],
  });
  if (violations.length > 0) throw new Error(`Not accessible:\n${violations.map(describe).join('\n')}`);
}
