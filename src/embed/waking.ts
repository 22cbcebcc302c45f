import {isElement} from '../controllers/composed-ancestors.ts';
import {watchOnScreen} from '../controllers/on-screen.ts';
import {hasOthers, hasOthersWithin} from './others.ts';

/** What somebody does who comes to a petition, or lets a program do. */
const signs = ['pointerenter', 'pointerdown', 'focusin', 'keydown', 'input'] as const;

/**
 * Fetches the classes of elements that are drawn: once somebody comes to them, or reads for long, or when there is
 * more to show than can be drawn. An element that leaves the page needs its class at once, which sees to that.
 */
export class Waking {
  readonly #element: HTMLElement;
  readonly #load: () => Promise<boolean>;
  readonly #ends = new Set<() => void>();
  #coming: Promise<boolean> | undefined;

  constructor(element: HTMLElement, load: () => Promise<boolean>) {
    this.#element = element;
    this.#load = load;
    for (const sign of signs) {
      element.addEventListener(sign, this.#onSign);
      this.ends(() => element.removeEventListener(sign, this.#onSign));
    }
  }

  /** Resolves with whether they are there. Where they can't be had, the next call tries again. */
  readonly wake = (): Promise<boolean> => {
    this.#coming ??= this.#fetch();
    return this.#coming;
  };

  readonly #onSign = (): void => void this.wake();

  async #fetch(): Promise<boolean> {
    const isThere = await this.#load();
    this.#coming = undefined;
    if (isThere) for (const end of this.#ends) end();
    return isThere;
  }

  /** Is called once they are there. */
  ends(end: () => void): void {
    this.#ends.add(end);
  }

  /** Once the page changes what this one is, or what language it stands in, or has others that need their classes. */
  onChange(): void {
    // A page may have taken it away.
    if (!('MutationObserver' in globalThis)) return;
    const observer = new MutationObserver((records) => {
      const ofThis = records.filter(({type, target}) => type === 'attributes' && target.contains(this.#element));
      const isSpokenTo = ofThis.some((record) => record.target === this.#element && record.attributeName === 'lang');
      // What the page gives it from now on comes before what it was given.
      if (isSpokenTo) this.#element.removeAttribute('data-given-lang');
      if (ofThis.length > 0 || hasOthers()) return void this.wake();
      const added = records.flatMap(({addedNodes}) => [...addedNodes].filter(isElement));
      // Components render a little later.
      if (added.length > 0) setTimeout(() => added.some(hasOthersWithin) && void this.wake());
    });
    observer.observe(document, {subtree: true, childList: true, attributeFilter: ['lang']});
    observer.observe(this.#element, {attributes: true});
    this.ends(() => observer.disconnect());
  }

  /** Where others stand in shadow roots: now, and once the page has its own components, as nobody tells of those. */
  forOthersWithin(): void {
    const look = (): void => {
      if (hasOthersWithin(document)) void this.wake();
    };
    addEventListener('load', look, {once: true});
    this.ends(() => removeEventListener('load', look));
    look();
  }

  within(milliseconds: number): void {
    const timer = setTimeout(this.wake, milliseconds);
    this.ends(() => clearTimeout(timer));
  }

  /** Once a part has been seen for so long. */
  afterLook(part: Element, milliseconds: number): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const endWatch = watchOnScreen(part, (isSeen) => {
      clearTimeout(timer);
      if (!this.#element.isConnected) void this.wake();
      else if (isSeen) timer = setTimeout(this.wake, milliseconds);
    });
    this.ends(() => {
      endWatch();
      clearTimeout(timer);
    });
  }
}
