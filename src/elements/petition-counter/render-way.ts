import {html, nothing, svg} from 'lit/html.js';
import {progressOf} from '../../model/count.ts';
import {isNear} from '../../model/goal.ts';
import type {PetitionStatus} from '../../model/vocabulary.ts';
import type {CounterLayout, CountView} from './count-view.ts';

const spoken = ({texts, total, format}: CountView, goal: number): string =>
  texts.message('progressValue', {total: format(total), goal: format(goal)});

function renderBar(view: CountView, goal: number): unknown {
  return html`<div class="way ${isNear(view.total, goal) ? 'near' : ''}"
    ><progress
      part="progress"
      max="1"
      .value=${progressOf(view.total, goal)}
      aria-label=${view.texts.text('progress')}
      aria-valuetext=${spoken(view, goal)}
    ></progress
  ></div>`;
}

const track = svg`<circle class="track" cx="32" cy="32" r="28" />`;
const end = svg`<line class="end" x1="55" y1="32" x2="64" y2="32" />`;

const arc = (percent: number): unknown =>
  svg`<circle class="done" cx="32" cy="32" r="28" pathLength="100" stroke-dasharray="${percent} 100" />`;

/** Full is only what is full. */
function renderRing(view: CountView, goal: number): unknown {
  const percent = Math.min(100, Math.floor((view.total * 100) / goal));
  return html`<svg
    class="way ring-drawing"
    part="progress"
    viewBox="0 0 64 64"
    role="progressbar"
    aria-label=${view.texts.text('progress')}
    aria-valuenow=${percent}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuetext=${spoken(view, goal)}
  >
    ${track}${arc(percent)}${isNear(view.total, goal) ? end : nothing}
  </svg>`;
}

/** How far it is to the goal. */
export function renderWay(view: CountView): unknown {
  if (view.goal === undefined) return nothing;
  return view.layout === 'ring' ? renderRing(view, view.goal) : renderBar(view, view.goal);
}

/** The place of a way that nobody goes: not yet, or no more. One that was won is whole. */
export function renderStillWay(layout: CounterLayout, status: PetitionStatus = 'open'): unknown {
  return layout === 'ring'
    ? html`<svg class="way ring-drawing" viewBox="0 0 64 64" aria-hidden="true">
        ${track}${status === 'victory' ? arc(100) : nothing}
      </svg>`
    : html`<div class="way track"></div>`;
}
