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

const states: Readonly<Record<NonNullable<Step['is']>, string>> = {
  ticked: 'It is ticked.',
  chosen: 'It is chosen.',
  wrong: 'It is marked as wrong.',
  current: 'It is marked as the current one.',
};

/** What is typed needs no telling. */
const isTyped = (step: Step): boolean => 'type' in step && step.type === step.holds;

function outcomeOf(step: Step): string {
  const {is, holds, open, told, what} = step;
  return [
    what,
    is && states[is],
    holds && !isTyped(step) && `It has “${holds.trim()}” in it.`,
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
