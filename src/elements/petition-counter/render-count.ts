import {html, nothing} from 'lit/html.js';
import {acceptsSignatures} from '../../model/petition.ts';
import type {CountView} from './count-view.ts';
import {renderFormerGoal, renderGoal} from './render-goal.ts';
import {renderSentence} from './render-sentence.ts';
import {renderStillWay, renderWay} from './render-way.ts';

/** What was there while it went on keeps its place; a victory has its way to show in any case. */
function renderOver({layout, texts, status, hasWay, wasOpen}: CountView): {way: unknown; goal: unknown} {
  const isShown = hasWay && (wasOpen || status === 'victory');
  return {
    way: isShown ? renderStillWay(layout, status) : nothing,
    goal: hasWay && wasOpen ? renderFormerGoal(texts) : nothing,
  };
}

export function renderCount(view: CountView): unknown {
  const {layout, status} = view;
  const {way, goal} = acceptsSignatures(status) ? {way: renderWay(view), goal: renderGoal(view)} : renderOver(view);
  return html`
    <slot name="header"></slot>
    <div class="counter ${layout} ${status}">
      ${layout === 'ring' ? way : nothing} ${renderSentence(view)} ${layout === 'bar' ? way : nothing} ${goal}
    </div>
    <slot name="footer"></slot>
  `;
}
