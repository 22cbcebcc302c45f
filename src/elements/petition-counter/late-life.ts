import type {ReactiveController} from 'lit';
import {watchOnScreen} from '../../controllers/on-screen.ts';
import {LatePart} from '../../internal/late-part.ts';
import {longLook} from '../../model/reading.ts';
import {drawnBefore} from '../base/drawn.ts';
import type {CountLife, LifeSurroundings, LivingCounter} from './count-life.ts';

/** What keeps a count up to date; without it the number stays as it was told first. */
export const countLife = new LatePart('counts stand still', () => import('./count-life.ts'));

/** Brings a counter to life once somebody looks at it for a while. */
export class LateLife implements ReactiveController {
  readonly #host: LivingCounter;
  readonly #around: LifeSurroundings;
  #life: CountLife | undefined;
  #endWatch: (() => void) | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LivingCounter, around: LifeSurroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
  }

  /** What is being said of the count. */
  get text(): string {
    return this.#life?.text ?? '';
  }

  hostConnected(): void {
    if (!countLife.here) this.#endWatch = watchOnScreen(this.#host, (isSeen) => this.#look(isSeen));
  }

  hostUpdate(): void {
    const {here} = countLife;
    if (this.#life || !here) return;
    this.hostDisconnected();
    this.#life = new here.CountLife(this.#host, this.#around);
  }

  hostDisconnected(): void {
    this.#endWatch?.();
    this.#endWatch = undefined;
    clearTimeout(this.#looking);
  }

  /** Where the part could not be had, the next look tries again. */
  #look(isSeen: boolean): void {
    clearTimeout(this.#looking);
    // One that was drawn before its class was there has been seen for as long.
    const look = drawnBefore(this.#host) ? 0 : longLook;
    if (isSeen) this.#looking = setTimeout(() => void this.#fetch(), look);
  }

  async #fetch(): Promise<void> {
    if (await countLife.come()) this.#host.requestUpdate();
  }
}
