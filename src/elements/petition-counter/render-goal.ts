import {html, nothing} from 'lit/html.js';
import type {Texts} from '../../i18n/texts.ts';
import type {CountView} from './count-view.ts';

/** As wide as four digits and what is between them. */
export const goalRoom = '\u2002'.repeat(5);

export function renderGoal({goal, texts, format}: CountView): unknown {
  if (goal === undefined) return nothing;
  return html`<p class="goal" part="goal">${texts.message('nextGoal', {goal: format(goal)})}</p>`;
}

/** The room of a goal that is no more. */
export function renderFormerGoal(texts: Texts): unknown {
  return html`<p class="goal"><span class="unseen">${texts.message('nextGoal', {goal: goalRoom})}</span></p>`;
}
