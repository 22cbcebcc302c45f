import {around, type Key, type Step, type Stop, type Walk} from './walk.ts';

const keyNames: Readonly<Record<Key, string>> = {
  Tab: 'Tab',
  'Shift+Tab': 'Shift + Tab',
  Enter: 'Enter',
  Space: 'Space',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Home: 'Home',
  End: 'End',
};

const pressed = (key: Key, times = 1): string => `<kbd>${keyNames[key]}</kbd>${times > 1 ? `, ${times} times` : ''}`;

const keysOf = (step: Step): string => ('type' in step ? `type “${step.type}”` : pressed(step.press, step.times));

function stopText([role, name]: Stop): string {
  if (name === around.after) return 'what comes after it on the page';
  if (name === around.before) return 'what comes before it on the page';
  return `${role} “${name}”`;
}

function outcomeOf({is, holds, open, told, what}: Step): string {
  return [
    what,
    is && `It is ${is}.`,
    holds && `It has “${holds.trim()}” in it.`,
    open && `Open: ${open}.`,
    told && `Told: “${told}”`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A walk as a table in Markdown. */
export const walkTable = ({steps}: Walk): string =>
  [
    '| keys | the focus is on | what happens |',
    '| --- | --- | --- |',
    ...steps.map((step) => `| ${keysOf(step)} | ${stopText(step.on)} | ${outcomeOf(step)} |`),
  ].join('\n');
