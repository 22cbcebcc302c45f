/** Watches an element and returns what ends that. */
type Watch = (element: Element, listener: (isSeen: boolean) => void) => () => void;

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
      this.#ends.add(() => element.removeEventListener(sign, this.#onSign));
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

  within(milliseconds: number): void {
    const timer = setTimeout(this.wake, milliseconds);
    this.#ends.add(() => clearTimeout(timer));
  }

  /** Once a part has been watched for so long. */
  after(milliseconds: number, part: Element, watch: Watch): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const endWatch = watch(part, (isSeen) => {
      clearTimeout(timer);
      if (!this.#element.isConnected) void this.wake();
      else if (isSeen) timer = setTimeout(this.wake, milliseconds);
    });
    this.#ends.add(() => {
      endWatch();
      clearTimeout(timer);
    });
  }
}
