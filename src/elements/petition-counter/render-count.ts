import {html, nothing} from 'lit';
import type {Texts} from '../../i18n/texts.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {type CounterLayout, type CountView, hasWay} from './count-view.ts';
import {renderAwaitedSentence, renderSentence} from './render-sentence.ts';
import {renderStillWay, renderWay} from './render-way.ts';

/** @param holdsWay the way's place was there before, so that it stays */
export function renderCount(view: CountView, holdsWay: boolean): unknown {
  const {layout, status, goal, texts, format} = view;
  const isOver = !acceptsSignatures(status);
  const way = isOver && holdsWay ? renderStillWay(layout, status) : renderWay(view);
  const nextGoal = goal === undefined ? undefined : texts.message('nextGoal', {goal: format(goal)});
  return html`
    <slot name="header"></slot>
    <div class="counter ${layout} ${status}">
      ${layout === 'ring' ? way : nothing} ${renderSentence(view)} ${layout === 'bar' ? way : nothing}
      ${hasWay(layout) && goal !== undefined ? html`<p class="goal" part="goal">${nextGoal}</p>` : nothing}
      ${isOver && holdsWay ? html`<p class="goal"></p>` : nothing}
    </div>
    <slot name="footer"></slot>
  `;
}

/** Holds the place of what comes, and has no number in it. */
export function renderAwaitedCount(layout: CounterLayout, holdsWay: boolean, texts: Texts | undefined): unknown {
  const way = holdsWay ? renderStillWay(layout) : nothing;
  return html`
    <slot name="header"></slot>
    <div class="counter ${layout}">
      ${layout === 'ring' ? way : nothing} ${renderAwaitedSentence(texts)} ${layout === 'bar' ? way : nothing}
      ${holdsWay ? html`<p class="goal"><span class="line"></span></p>` : nothing}
      <span class="visually-hidden">${texts?.text('loading')}</span>
    </div>
    <slot name="footer"></slot>
  `;
}
