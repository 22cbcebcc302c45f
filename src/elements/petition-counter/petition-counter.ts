import {html, nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {LiveCount} from '../../controllers/live-count.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice, natural} from '../../internal/attributes.ts';
import {type Count, progressOf} from '../../model/count.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import {controls} from '../../styles/controls.ts';
import {tokens} from '../../styles/tokens.ts';
import {PetitionCountEvent} from '../base/events.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {styles} from './petition-counter.styles.ts';

const layouts = ['bar', 'number', 'ring', 'inline'] as const;
type CounterLayout = (typeof layouts)[number];

/**
 * How many have signed, of how many are wanted; kept up to date while it is shown.
 *
 * @summary The total, the goal and the way there; live.
 * @fires petition-count - The known total changed.
 * @cssstate inline - The counter stands within a line of text.
 * @slot header - Above the count.
 * @slot footer - Below it.
 * @csspart sentence - The total and what it means.
 * @csspart total - The number.
 * @csspart goal - The goal.
 * @csspart progress - The bar or ring.
 * @cssprop --petition-progress - The colour of the bar or ring; the accent by default.
 */
export class PetitionCounter extends PetitionElement {
  static override readonly styles = [tokens, controls, styles];

  @property()
  get layout(): CounterLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', layouts, value);
  }
  #layout: CounterLayout = 'bar';

  /** A first total, shown until the backend has said the true one. */
  @property()
  get total(): number | undefined {
    return this.#total;
  }
  set total(value: number | string | null | undefined) {
    this.#total = natural(this, 'total', value);
  }
  #total: number | undefined;

  /** The goal in place of the backend's. */
  @property()
  get goal(): number | undefined {
    return this.#goal;
  }
  set goal(value: number | string | null | undefined) {
    this.#goal = natural(this, 'goal', value);
  }
  #goal: number | undefined;

  /** Signatures gathered elsewhere, added to what is shown. */
  @property()
  get offset(): number {
    return this.#offset;
  }
  set offset(value: number | string | null | undefined) {
    this.#offset = natural(this, 'offset', value) ?? 0;
  }
  #offset = 0;

  /** Below this total nothing is shown. */
  @property()
  get minimum(): number {
    return this.#minimum;
  }
  set minimum(value: number | string | null | undefined) {
    this.#minimum = natural(this, 'minimum', value) ?? 0;
  }
  #minimum = 0;

  @property({type: Boolean, attribute: 'no-goal'}) noGoal = false;

  /** Reads the count once and leaves it at that. */
  @property({type: Boolean, attribute: 'no-live'}) noLive = false;

  #told: {readonly petition: string; readonly total: number} | undefined;

  constructor() {
    super();
    this.addController(new LiveCount(this, this.context));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('inline', this.layout === 'inline');
    // A first value is shown before the petition is there.
    if (this.context.texts && this.#shownTotal !== undefined) this.context.markHost(this.context.texts);
    this.#tell();
  }

  /** The total to show, once one is known. */
  get #shownTotal(): number | undefined {
    const total = this.context.store?.count?.total ?? this.#total;
    return total === undefined ? undefined : total + this.#offset;
  }

  get #shownGoal(): number | undefined {
    return this.noGoal ? undefined : (this.#goal ?? this.context.store?.count?.goal);
  }

  #tell(): void {
    const petition = this.context.petitionId;
    const count: Count | undefined = this.context.store?.count;
    if (!petition || !count) return;
    if (this.#told?.petition === petition && this.#told.total === count.total) return;
    this.#told = {petition, total: count.total};
    this.dispatchEvent(new PetitionCountEvent(petition, count.total, count.goal));
  }

  protected override renderState(texts: Texts | undefined): unknown {
    const total = this.#shownTotal;
    if (!texts || total === undefined) return super.renderState(texts);
    return this.#renderCount(texts, total);
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    return this.#renderCount(texts, petition.count.total + this.#offset);
  }

  protected override renderLoading(texts: Texts | undefined): unknown {
    return html`
      <div class="counter ${this.layout}">
        <p class="sentence"><span class="line placeholder"></span></p>
        ${this.layout === 'bar' && !this.noGoal ? html`<span class="line track"></span>` : nothing}
        <span class="visually-hidden">${texts?.text('loading')}</span>
      </div>
    `;
  }

  #renderCount(texts: Texts, total: number): unknown {
    if (total < this.#minimum) return nothing;
    const goal = this.shown && !acceptsSignatures(this.shown.status) ? undefined : this.#shownGoal;
    const hasRoom = this.layout === 'bar' || this.layout === 'ring';
    const isReached = goal !== undefined && total >= goal;
    const nextGoal = hasRoom && !isReached ? goal : undefined;
    return html`
      <slot name="header"></slot>
      <div class="counter ${this.layout}">
        ${this.layout === 'ring' ? this.#renderRing(texts, total, goal) : nothing}
        <p class="sentence" part="sentence">${this.#renderSentence(texts, total)}</p>
        ${this.layout === 'bar' ? this.#renderBar(texts, total, goal) : nothing}
        ${
          nextGoal === undefined
            ? nothing
            : html`<p class="goal" part="goal">${texts.message('nextGoal', {goal: this.#format(nextGoal)})}</p>`
        }
      </div>
      <slot name="footer"></slot>
    `;
  }

  /** The whole sentence, with its number marked; the number alone until sentences can be made. */
  #renderSentence(texts: Texts, total: number): unknown {
    const number = html`<strong class="total" part="total">${this.#format(total)}</strong>`;
    const isOver = this.shown !== undefined && !acceptsSignatures(this.shown.status);
    const parts = texts.parts(isOver ? 'signedFinal' : 'signed', 'total', {count: total});
    return parts?.map((part) => (typeof part === 'string' ? part : number)) ?? number;
  }

  #renderBar(texts: Texts, total: number, goal: number | undefined): unknown {
    if (goal === undefined) return nothing;
    return html`<progress
      part="progress"
      max="1"
      .value=${progressOf(total, goal)}
      aria-label=${texts.text('progress')}
      aria-valuetext=${this.#progressText(texts, total, goal) ?? nothing}
    ></progress>`;
  }

  #renderRing(texts: Texts, total: number, goal: number | undefined): unknown {
    if (goal === undefined) return nothing;
    const percent = Math.round(progressOf(total, goal) * 100);
    return html`<svg
      class="ring-drawing"
      part="progress"
      viewBox="0 0 64 64"
      role="progressbar"
      aria-label=${texts.text('progress')}
      aria-valuenow=${percent}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuetext=${this.#progressText(texts, total, goal) ?? nothing}
    >
      <circle class="track" cx="32" cy="32" r="28" />
      <circle class="way" cx="32" cy="32" r="28" pathLength="100" stroke-dasharray="${percent} 100" />
    </svg>`;
  }

  #progressText(texts: Texts, total: number, goal: number): string | undefined {
    const [shownTotal, shownGoal] = [this.#format(total), this.#format(goal)];
    return texts.message('progressValue', {total: shownTotal, goal: shownGoal});
  }

  #format(value: number): string {
    return formatNumber(this.context.language, value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-counter': PetitionCounter;
  }
}
