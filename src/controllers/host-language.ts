import type {Direction} from '../i18n/language-tags.ts';

/** What becomes of an absent value when it is set as a property. */
const noValues: ReadonlySet<string | null> = new Set(['undefined', 'null']);

const showing = new WeakSet<Node>();

/** Whether a node's `lang` is one that it shows itself, and says nothing new of what it was given. */
export const showsOwnLanguage = (node: Node): boolean => showing.has(node);

/**
 * An element's `lang` is both what the page gives it and what it shows: the language that its texts are in,
 * so that fonts, hyphenation, quotes and direction are the browser's business. This tells the two apart.
 */
export class HostLanguage {
  readonly #host: HTMLElement;
  #given = '';
  #isOwnChange = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The language that the page gives the element; empty if it gives none. */
  get given(): string {
    return this.#given;
  }

  /** Takes note of a change of the attribute. Returns whether it is the page's. */
  notice(lang: string | null): boolean {
    if (this.#isOwnChange) return false;
    this.#given = noValues.has(lang) ? '' : (lang ?? '');
    return true;
  }

  /** Marks the element as being in that language. */
  show(lang: string, dir: Direction): void {
    showing.add(this.#host);
    this.#isOwnChange = true;
    if (this.#host.lang !== lang) this.#host.lang = lang;
    if (this.#host.dir !== dir) this.#host.dir = dir;
    this.#isOwnChange = false;
  }
}
