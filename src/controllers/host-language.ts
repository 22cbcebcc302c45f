import type {Direction} from '../i18n/language-tags.ts';

/** What becomes of an absent value when it is set as a property. */
const noValues: ReadonlySet<string> = new Set(['undefined', 'null']);

const showing = new WeakSet<Node>();

/** Whether a node's `lang` is one that it shows itself, and says nothing new of what it was given. */
export const showsOwnLanguage = (node: Node): boolean => showing.has(node);

/** Changes (ms apart) that are one and the same quarrel, and after how many of them the page has it its way. */
const atOnce = 50;
const mostChanges = 50;

/** Holds what the page has given, where the element shows another: a copy of it knows by this what to heed. */
const givenAttribute = 'data-given-lang';

/**
 * An element's `lang` is both what the page gives it and what it shows: the language that its texts are in,
 * so that fonts, hyphenation, quotes and direction are the browser's business. This tells the two apart.
 */
export class HostLanguage {
  readonly #host: HTMLElement;
  #given: string | undefined;
  #isOwnChange = false;
  #changes = 0;
  #changedAt = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The language that the page gives the element; empty if it gives none. */
  get given(): string {
    return this.#given ?? '';
  }

  /** Whether the change that is going on is not the page's. */
  get isOwnChange(): boolean {
    return this.#isOwnChange;
  }

  /**
   * Whether the page changes it again and again at once. A script that takes away what it doesn't know would do
   * so each time that it is put back, and the two would keep the page from all else.
   */
  isContested(): boolean {
    const now = performance.now();
    this.#changes = now - this.#changedAt < atOnce ? this.#changes + 1 : 0;
    this.#changedAt = now;
    return this.#changes > mostChanges;
  }

  /** Takes note of what the page gives. */
  give(lang: string | null): void {
    const isCopied = this.#given === undefined;
    const given = (isCopied ? this.#host.getAttribute(givenAttribute) : null) ?? lang ?? '';
    this.#given = noValues.has(given) ? '' : given;
  }

  /** Marks the element as being in that language. */
  show(lang: string, dir: Direction): void {
    showing.add(this.#host);
    this.#given ??= '';
    this.#isOwnChange = true;
    if (this.#host.lang !== lang) this.#host.lang = lang;
    if (this.#host.dir !== dir) this.#host.dir = dir;
    if (this.given === lang) this.#host.removeAttribute(givenAttribute);
    else if (this.#host.getAttribute(givenAttribute) !== this.given)
      this.#host.setAttribute(givenAttribute, this.given);
    this.#isOwnChange = false;
  }
}
