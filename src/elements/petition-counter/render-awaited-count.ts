import {html, nothing} from 'lit/html.js';
import type {Texts} from '../../i18n/texts.ts';
import type {CounterLayout} from './count-view.ts';
import {goalRoom} from './render-goal.ts';
import {sentence} from './render-sentence.ts';
import {renderStillWay} from './render-way.ts';

/** About as many as there may be, for the words that go with so many. */
const likely = 5_000;

/** The place of a line, with its words unseen, so that it has the size of what comes. */
function renderPlace(words: unknown, hasWords: boolean): unknown {
  return html`<span class="line placeholder ${hasWords ? '' : 'wordless'}"
    ><span class="unseen">${words}</span></span
  >`;
}

function renderAwaitedSentence(texts: Texts | undefined): unknown {
  const parts = texts?.parts('signed', 'total', {count: likely});
  const room = html`<span class="total"><span class="room">\u200B</span></span>`;
  return html`<p class="sentence">${renderPlace(sentence(parts, room), parts !== undefined)}</p>`;
}

function renderAwaitedGoal(texts: Texts | undefined): unknown {
  const words = texts?.message('nextGoal', {goal: goalRoom});
  return html`<p class="goal">${renderPlace(words ?? goalRoom, words !== undefined)}</p>`;
}

/** Holds the place of what comes, and has no number in it. */
export function renderAwaitedCount(layout: CounterLayout, hasWay: boolean, texts: Texts | undefined): unknown {
  const way = hasWay ? renderStillWay(layout) : nothing;
  return html`
    <slot name="header"></slot>
    <div class="counter ${layout}">
      ${layout === 'ring' ? way : nothing} ${renderAwaitedSentence(texts)} ${layout === 'bar' ? way : nothing}
      ${hasWay ? renderAwaitedGoal(texts) : nothing}
      <span class="visually-hidden">${texts?.text('loading')}</span>
    </div>
    <slot name="footer"></slot>
  `;
}
