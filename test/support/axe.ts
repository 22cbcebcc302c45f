// axe-core is no ES module: loaded as one it sets `window.axe`.
import 'axe-core';
import type axe from 'axe-core';
import {axeOptions} from '../../stories/page/axe-options.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

export interface AccessibilityOptions {
  /** Rules that don't apply, each with a reason at the call. */
  readonly without?: readonly string[];
}

const describe = ({id, help, nodes}: axe.Result): string =>
  [
    `${id}: ${help}`,
    ...nodes.map((node) => `  ${node.target.flat().join(' ')}\n    ${node.html}\n    ${node.failureSummary ?? ''}`),
  ].join('\n');

/** Fails with a list of what axe finds against WCAG 2.2 A and AA and good practice, shadow roots included. */
export async function expectAccessible(element: Element, {without = []}: AccessibilityOptions = {}): Promise<void> {
  const {violations} = await window.axe.run(element, {...axeOptions(without), resultTypes: ['violations']});
  if (violations.length > 0) throw new Error(`Not accessible:\n${violations.map(describe).join('\n')}`);
}
