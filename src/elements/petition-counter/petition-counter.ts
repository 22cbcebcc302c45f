import {nothing, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {Petition} from '../../backend/wire.ts';
import {formatNumber} from '../../i18n/formats.ts';
import type {Texts} from '../../i18n/texts.ts';
import {choice, natural} from '../../internal/attributes.ts';
import {goalOf} from '../../model/goal.ts';
import type {Problem} from '../../model/outcome.ts';
import {acceptsSignatures} from '../../model/petition.ts';
import type {PetitionStatus} from '../../model/vocabulary.ts';
import {drawnBefore} from '../base/drawn.ts';
import {PetitionCountEvent} from '../base/events.ts';
import {PetitionElement} from '../base/petition-element.ts';
import {renderAnnouncement} from '../base/render-element.ts';
import {type CounterLayout, counterLayouts, type CountView, sentenceKey} from './count-view.ts';
import {LateLife} from './late-life.ts';
import {counterStyles} from './petition-counter.styles.ts';
import {renderAwaitedCount} from './render-awaited-count.ts';
import {renderCount} from './render-count.ts';

/**
 * How many have signed, of how many are wanted; kept up to date while it is shown.
 *
 * @summary The total, the goal and the way there; live.
 * @fires petition-count - The known total changed.
 * @cssstate victory - The petition was won.
 * @cssstate inline - The counter stands within a line of text.
 * @slot header - Above the count.
 * @slot footer - Below it.
 * @csspart sentence - The total and what it means.
 * @csspart total - The number.
 * @csspart goal - The goal.
 * @csspart progress - The bar or ring.
 * @cssprop --petition-progress - The colour of the bar or ring; the accent by default.
 * @cssprop --petition-success - The colour of a petition that was won.
 */
export class PetitionCounter extends PetitionElement {
  static override readonly styles = counterStyles;

  /** `bar` and `ring` show the way to the goal, `number` the number alone, `inline` stands within a line of text. */
  @property()
  get layout(): CounterLayout {
    return this.#layout;
  }
  set layout(value: string | null | undefined) {
    this.#layout = choice(this, 'layout', counterLayouts, value);
  }
  #layout: CounterLayout = 'bar';

  /** A first total, shown until the backend has said the true one, be that more or less. */
  @property()
  get total(): number | undefined {
    return this.#total;
  }
  set total(value: number | string | null | undefined) {
    this.#total = natural(this, 'total', value);
  }
  #total: number | undefined;

  /** The goal in place of the backend's. One that is reached is followed by the next round number. */
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

  /** Below this total, and until it is known, nothing is shown. */
  @property()
  get minimum(): number {
    return this.#minimum;
  }
  set minimum(value: number | string | null | undefined) {
    this.#minimum = natural(this, 'minimum', value) ?? 0;
  }
  #minimum = 0;

  /** Shows no goal, and no way there. */
  @property({type: Boolean, attribute: 'no-goal'}) noGoal = false;

  /** Reads the count once and leaves it at that, unless another element of the page follows it. */
  @property({type: Boolean, attribute: 'no-live'}) noLive = false;

  #told: {readonly petition: string; readonly total: number} | undefined;
  #wasOpen = false;
  #view: CountView | undefined;
  readonly #life = new LateLife(this, {
    context: this.context,
    view: () => this.#view,
    sentence: () => this.#sentence,
  });

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.states.set('inline', this.layout === 'inline');
    this.states.set('victory', this.#status === 'victory');
    this.#wasOpen ||= acceptsSignatures(this.#status);
    // A first value is shown before the petition is there.
    if (this.context.texts && this.#shownTotal !== undefined) this.context.markHost(this.context.texts);
    this.#tell();
  }

  /** The backend's total, as far as it is known; also while the element is apart from a page, or given another client. */
  get #knownTotal(): number | undefined {
    const {store, petitionId} = this.context;
    return store?.count?.total ?? (this.#told?.petition === petitionId ? this.#told?.total : undefined);
  }

  /** What the shown total counts. One that was told before there was another client is not counted up from. */
  get #counted(): unknown {
    const {store} = this.context;
    const isFormer = this.#told !== undefined && !store?.count;
    return isFormer ? undefined : store;
  }

  /** The total to show, once one is known. */
  get #shownTotal(): number | undefined {
    const total = this.#knownTotal ?? this.#total;
    return total === undefined ? undefined : total + this.#offset;
  }

  get #status(): PetitionStatus {
    return this.shown?.status ?? 'open';
  }

  get #hasWay(): boolean {
    return !this.noGoal && (this.layout === 'bar' || this.layout === 'ring');
  }

  /** What a screen reader is told, once the true number is shown. */
  get #sentence(): string | undefined {
    const {texts, store} = this.context;
    const total = this.#shownTotal;
    if (!texts || !store?.count || total === undefined || total < this.#minimum) return undefined;
    return texts.message(sentenceKey(this.#status), {count: total, total: this.#format(total)});
  }

  #tell(): void {
    const {store, petitionId: petition} = this.context;
    if (!petition || !store?.count) return;
    const {total, goal} = store.count;
    if (this.#told?.petition === petition && this.#told.total === total) return;
    const before = this.#told ? undefined : drawnBefore(this);
    const isToldAlready = before?.petition.id === petition && before.told === total;
    this.#told = {petition, total};
    if (!isToldAlready) this.dispatchEvent(new PetitionCountEvent(petition, total, goalOf(total, goal)));
  }

  protected override renderContent(texts: Texts | undefined): unknown {
    const total = this.#shownTotal;
    this.#view = undefined;
    return texts && total !== undefined ? this.#renderCount(texts, total) : super.renderContent(texts);
  }

  /** A count that is known is shown all the same. */
  protected override renderProblem(reason: Problem, texts: Texts): unknown {
    return this.#shownTotal === undefined ? super.renderProblem(reason, texts) : nothing;
  }

  /** The voice is there before it says anything, whatever is shown. */
  protected override renderAnnouncement(texts: Texts): unknown {
    return renderAnnouncement(this.#life.text, texts);
  }

  protected override renderPetition(petition: Petition, texts: Texts): unknown {
    return this.#renderCount(texts, petition.count.total + this.#offset);
  }

  protected override renderLoading(texts: Texts | undefined): unknown {
    return this.#minimum > 0 ? nothing : renderAwaitedCount(this.layout, this.#hasWay, texts);
  }

  #renderCount(texts: Texts, total: number): unknown {
    if (total < this.#minimum) return nothing;
    const hasWay = this.#hasWay;
    const isOnTheWay = hasWay && acceptsSignatures(this.#status);
    this.#view = {
      texts,
      total,
      hasWay,
      layout: this.layout,
      status: this.#status,
      goal: isOnTheWay ? goalOf(total, this.#goal ?? this.context.store?.count?.goal) : undefined,
      wasOpen: this.#wasOpen,
      counted: this.#counted,
      format: this.#format,
    };
    return renderCount(this.#view);
  }

  readonly #format = (value: number): string => formatNumber(this.context.language, value);
}

declare global {
  interface HTMLElementTagNameMap {
    'petition-counter': PetitionCounter;
  }
}
