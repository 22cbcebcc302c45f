/** Where the focus goes in a listbox by a key (ARIA APG, listbox pattern), or undefined if it stays. */
export function nextOption(key: string, focused: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, focused + 1);
    case 'ArrowUp':
      return Math.max(0, focused - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** After that long, in ms, a letter begins a new word. */
const pause = 1000;

/** Without accents and capitals, as people type in haste. */
const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Finds options by what is typed in rapid succession, as a native list does. */
export class TypeAhead {
  #typed = '';
  #lastAt = -Infinity;

  /** Whether a letter, or a space, typed now belongs to the word before. */
  isTyping(at: number): boolean {
    return this.#typed !== '' && at - this.#lastAt < pause;
  }

  /**
   * The option that one of whose names begins with what has been typed. The same letter again goes on to the
   * next such option, round and round.
   * @param at when the letter was typed, in ms
   */
  find(letter: string, at: number, focused: number, options: readonly (readonly string[])[]): number | undefined {
    this.#typed = this.isTyping(at) ? this.#typed + bare(letter) : bare(letter);
    this.#lastAt = at;
    const [, repeated] = /^(.)\1*$/su.exec(this.#typed) ?? [];
    const sought = repeated ?? this.#typed;
    const first = focused + (repeated === undefined ? 0 : 1);
    const order = options.map((_, index) => (first + index) % options.length);
    return order.find((index) => options[index]?.some((name) => bare(name).startsWith(sought)));
  }
}
