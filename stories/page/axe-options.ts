import type {RunOptions} from 'axe-core';

/** What only a whole page can fulfil. */
const pageRules = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

const without = (ids: readonly string[]): NonNullable<RunOptions['rules']> =>
  Object.fromEntries(ids.map((id) => [id, {enabled: false}]));

/** Has axe judge a part of a page by WCAG 2.2 A and AA and good practice, but for the rules of those ids. */
export const axeOptions = (ids: readonly string[] = []): RunOptions => ({
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
  rules: {'target-size': {enabled: true}, ...without([...pageRules, ...ids])},
});
